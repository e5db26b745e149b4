// Ends an engine whose app is gone. Electron ends its utility processes itself; this is for the day
// it does not, because an engine that nobody owns must not go on computing.

const everyMs = 2000

/** Looks now and then whether this process has been handed to another parent. */
export function endWithParent(end: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) end()
  }, everyMs)
  timer.unref()
}
