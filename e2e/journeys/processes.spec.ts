// Processes that are killed: none is left behind, and what is left goes on.
import { engineProcesses, isRunning, startHost, startLethe, type Host } from './host'
import { expect, test } from './journey'
import { endlessModel } from './models'

test.skip(process.platform === 'win32', 'looks at processes with ps')

/** Starts a long answer by command line and waits until an engine is writing it. */
async function startAnswer(host: Host, folder: string) {
  const dataFolder = ['--data-dir', host.dataFolder]
  const added = startLethe(['import', await endlessModel(folder), ...dataFolder])
  expect(await added.exit, added.printed()).toBe(0)
  const answer = startLethe([
    ...['generate', 'Endless', '--prompt', 'Once upon a time', '--max-tokens', '32768'],
    ...dataFolder
  ])
  await expect.poll(() => answer.stdout(), { message: answer.printed() }).not.toBe('')
  const engines = engineProcesses(host.process.pid ?? 0)
  expect(engines.length).toBeGreaterThan(0)
  return { answer, engines }
}

test('a killed host leaves no engine behind, and its data folder opens again', async ({
  host,
  folder
}) => {
  const { answer, engines } = await startAnswer(host, folder)
  host.process.kill('SIGKILL')
  await expect.poll(() => engines.filter(isRunning)).toEqual([])
  expect(await answer.exit).toBe(1)
  const next = await startHost(host.dataFolder)
  expect(next.token).not.toBe(host.token)
  expect(await next.stop()).toBe(0)
})

test('a killed engine ends its answer in words, and the next one works', async ({
  host,
  folder
}) => {
  const { answer, engines } = await startAnswer(host, folder)
  for (const pid of engines) process.kill(pid, 'SIGKILL')
  expect(await answer.exit).toBe(1)
  expect(answer.printed()).toContain('engineLost')
  const again = await startAnswer(host, folder)
  again.answer.process.kill('SIGINT')
  expect(await again.answer.exit).toBe(1)
  expect(again.answer.printed()).toContain('This was cancelled.')
  expect(isRunning(host.process.pid ?? 0)).toBe(true)
})

test('a second start shows the running address, and Ctrl-C ends the first cleanly', async ({
  host
}) => {
  const second = startLethe(['serve', '--no-open', '--json', '--data-dir', host.dataFolder])
  expect(await second.exit, second.printed()).toBe(0)
  expect(JSON.parse(second.stdout())).toEqual({ url: host.url, token: host.token })
  expect(await host.stop()).toBe(0)
})
