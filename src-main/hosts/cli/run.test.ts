// Wrong use ends with status 2 and says what is wrong, before anything is opened.
import { existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { signReport } from '../../reports/signedReport'
import { signingKey } from '../../reports/signingKey'
import { evidenceFile } from '../../testing/evidenceFile'
import { temporaryFolder } from '../../testing/temporaryFolder'
import { builtFiles } from '../builtFiles'
import { commands, runCommandLine } from './run'

const dataFolder = join(tmpdir(), `lethe-unused-${process.pid}`)

async function run(...args: string[]) {
  let stdout = ''
  let stderr = ''
  const status = await runCommandLine({
    arguments: args,
    folder: tmpdir(),
    files: builtFiles(join(tmpdir(), 'no-build')),
    streams: {
      stdout: { write: (text) => (stdout += text) },
      stderr: { write: (text) => (stderr += text) }
    },
    language: 'en',
    readStandardInput: async () => new Uint8Array(),
    signal: new AbortController().signal
  })
  return { status, stdout, stderr }
}

const wrong: [said: string, ...args: string[]][] = [
  ['no command "forget"', 'forget'],
  ['no command "toString"', 'toString'],
  ['--frob', 'models', '--frob'],
  ['--device', 'models', '--device', 'abacus'],
  ['--data-dir', 'models', '--data-dir'],
  ['unexpected "extra"', 'models', 'extra'],
  ['PATH is missing', 'import'],
  ['only one of --reference, --copy', 'import', 'x', '--reference', '--copy'],
  ['--name', 'import', 'x', '--name', ' '],
  ['MODEL is missing', 'generate', '--prompt', 'x'],
  ['MODEL is missing', 'train', '--dataset', 'd'],
  ['unexpected "m"', 'train', 'm', '--from-scratch', '--dataset', 'd'],
  ['do not go together', 'train', '--from-scratch', '--preset', 'style', '--dataset', 'd'],
  ['--split', 'train', 'm', '--dataset', 'd', '--split', 'half'],
  ['--dataset is missing', 'unlearn', 'm'],
  ['--method', 'unlearn', 'm', '--dataset', 'd', '--method', 'wish'],
  ['RUN is missing', 'verify'],
  ['--suite is missing', 'audit', 'm'],
  ['MODEL is missing', 'audit', '--suite', 'lethe'],
  ['--seeds goes with --against', 'audit', 'm', '--suite', 'lethe', '--seeds', 'a,b'],
  ['expected key=value', 'audit', 'm', '--suite', 'bbq', '--set', 'orders'],
  ['without a model', 'audit', 'm', '--suite', 'bbq', '--predictions', 'x'],
  ['--out is not for "audit"', 'audit', 'm', '--suite', 'bbq', '--out', 'x.html'],
  ['--out is missing', 'audit', 'report', 'm'],
  ['ends in .html, .pdf, .json, .csv', 'audit', 'report', 'm', '--out', 'x.txt'],
  ['--items goes with', 'audit', 'report', 'm', '--out', 'x.pdf', '--items'],
  ['--words goes with --dataset', 'audit', 'balance', 'm', '--words', 'a=b'],
  ['--words: expected A=B', 'audit', 'balance', 'm', '--dataset', 'd', '--words', 'a'],
  ['AUDIT is missing', 'audit', 'flag'],
  ['--least: expected a number from 0.3 to 1', 'audit', 'flag', 'm', '--least', '0'],
  ['--reason is not for "dataset scan"', 'dataset', 'scan', 'd', '--reason', 'r'],
  ['--pii', 'dataset', 'flag', 'd', '--pii', 'shoe size'],
  ['one of --prompt, --prompt-ids, --stdin', 'generate', 'm'],
  ['only one of --prompt, --prompt-ids, --stdin', 'generate', 'm', '--prompt', 'x', '--stdin'],
  [
    '--temperature: expected a number from 0 to 2',
    'generate',
    'm',
    '--prompt',
    'x',
    '--temperature',
    '3'
  ],
  ['--temperature', 'generate', 'm', '--prompt', 'x', '--temperature', ''],
  [
    '--max-tokens: expected a whole number',
    'generate',
    'm',
    '--prompt',
    'x',
    '--max-tokens',
    '1.5'
  ],
  ['--max-tokens', 'generate', 'm', '--prompt', 'x', '--max-tokens', '0'],
  ['--seed', 'generate', 'm', '--prompt', 'x', '--seed', '4294967296'],
  ['--prompt-ids', 'generate', 'm', '--prompt-ids', '1,,2'],
  ['--prompt-ids', 'generate', 'm', '--prompt-ids', '1,-2'],
  ['--system', 'generate', 'm', '--prompt', 'x', '--system', 's', '--raw'],
  ['--system', 'generate', 'm', '--prompt-ids', '1', '--system', 's'],
  ['--weights', 'generate', 'm', '--prompt', 'x', '--weights', 'light'],
  ['only one of --target', 'score', 'm', '--text', 'x', '--target', 'y', '--target-ids', '1'],
  ['one of --text, --stdin, --prompt-ids', 'score', 'm'],
  ['--first-logits', 'score', 'm', '--text', 'x', '--first-logits', '-1'],
  ['one of --text, --stdin', 'tokenize', 'm'],
  ['"on" or "off" is possible', 'network', 'maybe'],
  ['--out is missing', 'report', 'frob'],
  ['ends in .html, .pdf, .json', 'report', 'frob', '--out', 'report.txt'],
  ['there is no "frob"', 'verify', 'RUN', '--attacks', 'frob'],
  ['there is no "frob"', 'verify', 'RUN', '--set', 'frob=1'],
  ['FILE is missing', 'report', 'check'],
  ['RUN is missing', 'erase'],
  ['--yes: expected the number of records', 'erase', 'x', '--yes', 'all'],
  ['there is no "endpoints frob"', 'endpoints', 'frob'],
  ['URL is missing', 'endpoints', 'add', 'x'],
  ['NAME is missing', 'endpoints', 'remove'],
  ['only one of --key-stdin, --no-key', 'endpoints', 'set', 'x', '--key-stdin', '--no-key'],
  ['there is no "presets frob"', 'presets', 'frob'],
  ['NAME is missing', 'presets', 'add'],
  ['unexpected "y"', 'presets', 'remove', 'x', 'y'],
  ['one of --text, --stdin', 'presets', 'add', 'x'],
  ['one of --text, --stdin', 'presets', 'set', 'x'],
  ['only one of --text, --stdin', 'presets', 'add', 'x', '--text', 'y', '--stdin'],
  ['--kind', 'presets', '--kind', 'other'],
  ['unexpected "x"', 'datasets', 'x'],
  ['one of import, search, similar, scan, flag, export', 'dataset'],
  ['there is no "dataset frob"', 'dataset', 'frob'],
  ['FILE is missing', 'dataset', 'import'],
  ['--format', 'dataset', 'import', 'x', '--format', 'docx'],
  ['--shape', 'dataset', 'import', 'x', '--shape', 'round'],
  ['QUERY is missing', 'dataset', 'search', 'x'],
  ['--limit: expected a whole number', 'dataset', 'search', 'x', 'y', '--limit', '0.5'],
  ['--name is not for "dataset scan"', 'dataset', 'scan', 'x', '--name', 'y'],
  ['unexpected "y"', 'dataset', 'scan', 'x', 'y'],
  ['--out is needed', 'dataset', 'export', 'x'],
  ['MODEL is missing', 'weights'],
  ['--text and --stdin go with --measure', 'weights', 'm', '--text', 'x'],
  ['only one of --text, --stdin', 'weights', 'm', '--measure', '--text', 'x', '--stdin'],
  ['UNLEARNED_LOG is missing', 'tofu-score'],
  ['RETAIN_LOG is missing', 'tofu-score', 'a.json'],
  ['unexpected "c"', 'tofu-score', 'a.json', 'b.json', 'c'],
  ['--port', 'serve', '--port', '65536']
]

it.each(wrong)('refuses with "%s": %s %s %s %s %s', async (said, ...args) => {
  const { status, stdout, stderr } = await run(
    ...args,
    ...(args.includes('--data-dir') ? [] : ['--data-dir', dataFolder])
  )
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain(said)
  expect(existsSync(dataFolder)).toBe(false)
})

it('checks a report without any data folder', async () => {
  const folder = temporaryFolder()
  const report = signReport('evidence', evidenceFile(), await signingKey(folder), 0)
  const path = join(folder, 'report.json')
  const check = (changed: object, ...args: string[]) => {
    writeFileSync(path, JSON.stringify(changed))
    return run('report', 'check', path, '--data-dir', dataFolder, ...args)
  }
  const fine = await check(report, '--json')
  expect(fine).toMatchObject({ status: 0, stderr: '' })
  expect(JSON.parse(fine.stdout)).toMatchObject({ result: 'unchanged', keyGiven: false })
  const changed = await check({ ...report, content: { ...report.content, id: 'another' } })
  expect(changed).toMatchObject({ status: 1, stdout: expect.stringContaining('id') })
  expect(changed.stderr).toContain('was changed after it was signed')
  expect((await check({})).stderr).toContain('(fileMalformed)')
  expect(existsSync(dataFolder)).toBe(false)
})

it('prints help for everything, on stdout when asked for', async () => {
  const general = await run('--help')
  expect(general.status).toBe(0)
  for (const [name, command] of Object.entries(commands)) {
    expect(general.stdout).toContain(`  ${name} `)
    const own = await run(name, '--help')
    expect(own).toMatchObject({ status: 0, stderr: '' })
    expect(own.stdout).toContain(`lethe ${command.usage}`)
    for (const option of Object.keys(command.options)) expect(own.stdout).toContain(`--${option} `)
  }
  expect(await run()).toMatchObject({ status: 2, stdout: '' })
  expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})
