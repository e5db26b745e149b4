// Results on stdout, everything else on stderr. On a terminal progress stays on one line; in a pipe
// or a log each stage is one line.

export interface OutputStreams {
  stdout: { write(text: string): unknown }
  stderr: { write(text: string): unknown; isTTY?: boolean }
}

export interface Output {
  readonly json: boolean
  /** The result: one JSON object with --json, else the text. */
  result(value: object, text: string): void
  /** A piece of a result that is shown while it comes; nothing with --json. */
  stream(text: string): void
  note(line: string): void
  /** `stage` names what goes on; `detail` changes while it does. */
  progress(stage: string, detail: string): void
}

export function createOutput(json: boolean, { stdout, stderr }: OutputStreams): Output {
  let stage = ''
  let shownLength = 0 // characters of the progress line on the terminal
  const clear = (): void => {
    if (shownLength > 0) stderr.write(`\r${' '.repeat(shownLength)}\r`)
    shownLength = 0
  }
  return {
    json,
    result(value, text) {
      clear()
      stdout.write(json ? `${JSON.stringify(value)}\n` : text)
    },
    stream(text) {
      if (json) return
      clear()
      stdout.write(text)
    },
    note(line) {
      clear()
      stderr.write(`${line}\n`)
    },
    progress(nextStage, detail) {
      const line = detail === '' ? nextStage : `${nextStage}: ${detail}`
      if (stderr.isTTY) {
        clear()
        stderr.write(line)
        shownLength = line.length
      } else if (nextStage !== stage) {
        stderr.write(`${nextStage}\n`)
      }
      stage = nextStage
    }
  }
}

/** A size as people read it: 10.5 MB. */
export function formatBytes(sizeBytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let value = sizeBytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`
}

/** Columns of one width each; without a header where that is empty. */
export function table(header: string[], rows: string[][]): string {
  const all = header.length > 0 ? [header, ...rows] : rows
  const widths = (all[0] ?? []).map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0))
  )
  const lines = all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
  return lines.map((cells) => `${cells.join('  ').trimEnd()}\n`).join('')
}
