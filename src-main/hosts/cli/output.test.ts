// Results on stdout and nothing else there.
import { expect, it } from 'vitest'
import { createOutput, formatBytes } from './output'

function collect(json: boolean, isTTY: boolean) {
  const written = { stdout: '', stderr: '' }
  const output = createOutput(json, {
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text), isTTY }
  })
  return { output, written }
}

it('prints one JSON object with --json, else the text as it comes', () => {
  const asJson = collect(true, false)
  asJson.output.stream('On')
  asJson.output.result({ text: 'Once\n' }, '\n')
  expect(asJson.written).toEqual({ stdout: '{"text":"Once\\n"}\n', stderr: '' })

  const asText = collect(false, false)
  asText.output.stream('On')
  asText.output.stream('ce')
  asText.output.result({ text: 'Once' }, '\n')
  expect(asText.written).toEqual({ stdout: 'Once\n', stderr: '' })
})

it('keeps progress on one line of a terminal, and to one line a stage elsewhere', () => {
  const log = collect(false, false)
  const terminal = collect(false, true)
  for (const { output } of [log, terminal]) {
    output.progress('reading', '1 of 2')
    output.progress('reading', '2 of 2')
    output.progress('saving', '')
    output.note('done')
  }
  expect(log.written.stderr).toBe('reading\nsaving\ndone\n')
  expect(terminal.written.stderr.split('\n')).toHaveLength(2)
  expect(terminal.written.stderr).toContain('\rreading: 2 of 2')
})

it('writes sizes as people read them', () => {
  expect([0, 999, 1000, 10_500_000, 4e9].map(formatBytes)).toEqual([
    ...['0 bytes', '999 bytes', '1.0 kB', '10.5 MB', '4.0 GB']
  ])
})
