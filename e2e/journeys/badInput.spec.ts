// The built command line against every kind of bad input: status 1, one plain sentence on stderr,
// nothing on stdout, and nothing left in the data folder.
import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { brokenModels } from '../../src-main/testing/brokenModels'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { startLethe, type Host } from './host'
import { expect, test } from './journey'

const modelList = z.object({ models: z.array(z.object({ name: z.string() })) })

async function namesOf(host: Host): Promise<string[]> {
  const run = startLethe(['models', '--json', '--data-dir', host.dataFolder])
  expect(await run.exit, run.printed()).toBe(0)
  return modelList.parse(JSON.parse(run.stdout())).models.map(({ name }) => name)
}

/** The last line of stderr, when the command failed as it should. */
async function failureOf(host: Host, args: string[], input = ''): Promise<string> {
  const run = startLethe([...args, '--data-dir', host.dataFolder], input)
  expect.soft(await run.exit, run.printed()).toBe(1)
  expect.soft(run.stdout()).toBe('')
  const lines = run.printed().trim().split('\n')
  const message = lines.at(-1) ?? ''
  // Lines before it are stages of the work; a sentence ends with the kind of the error, no stack.
  expect.soft(lines.slice(0, -1).filter((line) => /\bat \S+:\d+|Error/.test(line))).toEqual([])
  expect.soft(message).toMatch(/^[A-Z"“/].*\. .*\. .*\([a-zA-Z]+\)$/)
  return message
}

function expectNothingLeft(host: Host): void {
  for (const name of ['staging', 'models'])
    expect.soft(readdirSync(join(host.dataFolder, name)), name).toEqual([])
}

test('a folder that cannot be a model is refused by name, and leaves nothing', async ({
  host,
  folder
}) => {
  for (const { title, code, names, write } of brokenModels) {
    await test.step(title, async () => {
      const path = join(folder, title.replaceAll(' ', '-'))
      await write(path)
      // Both look at the folder in the same way; only a copy has something to leave behind.
      const modes = code === 'fileTruncated' ? ['--reference', '--copy'] : ['--copy']
      const asked = modes.map((mode) => failureOf(host, ['import', path, mode]))
      for (const message of await Promise.all(asked)) {
        expect.soft(message).toContain(`(${code})`)
        for (const name of names)
          if (typeof name === 'string') expect.soft(message).toContain(name)
          else expect.soft(message).toMatch(name)
      }
      expectNothingLeft(host)
    })
  }
  expect(await namesOf(host)).toEqual(['Starter'])
})

test('the same is said in Portuguese to whoever asks for it', async ({ host, folder }) => {
  const english = /\b(the|is|are|not|of|and|it|its|has|was|nothing|again|missing|choose|another)\b/i
  // One of each kind: every text is compared with its English one by unit tests.
  const kinds = new Map(brokenModels.map((broken) => [broken.code, broken]))
  for (const { title, code, names, write } of kinds.values()) {
    await test.step(title, async () => {
      const path = join(folder, title.replaceAll(' ', '-'))
      await write(path)
      const message = await failureOf(host, ['import', path, '--copy', '--lang', 'pt-BR'])
      expect.soft(message).toContain(`(${code})`)
      for (const name of names) if (typeof name === 'string') expect.soft(message).toContain(name)
      // What is named and what is quoted is in nobody's language.
      const plain = message.replaceAll(path, '').replaceAll(/“[^”]*”|\S+\.\S+|`[^`]*`/g, '')
      expect.soft(plain).not.toMatch(english)
      expect.soft(plain).toMatch(/ (adicionad[oa]|alterados?)/)
    })
  }
})

test('a pickled file named itself is not opened', async ({ host, folder }) => {
  const path = await writeTinyModel(join(folder, 'Tiny'))
  await writeFile(join(path, 'pytorch_model.bin'), Buffer.from([0x80, 2, 0x7d, 0x2e]))
  const message = await failureOf(host, ['import', join(path, 'pytorch_model.bin')])
  expect(message).toContain('(pickleRefused)')
  expect(message).toContain('pytorch_model.bin')
  expectNothingLeft(host)
})

test('a model without a tokenizer scores and continues ids, and refuses text', async ({
  host,
  folder
}) => {
  const path = await writeTinyModel(join(folder, 'Numbers'), { tokenizer: false })
  const json = async (...args: string[]): Promise<unknown> => {
    const run = startLethe([...args, '--json', '--data-dir', host.dataFolder])
    expect(await run.exit, run.printed()).toBe(0)
    return JSON.parse(run.stdout())
  }
  expect(await json('import', path)).toMatchObject({ model: { chat: 'idsOnly' } })
  const ids = ['Numbers', '--prompt-ids', '5,6,7']
  const generated = z
    .object({ text: z.string(), ids: z.array(z.number()), promptTokens: z.number() })
    .parse(await json('generate', ...ids, '--max-tokens', '4'))
  expect(generated).toMatchObject({ text: '', promptTokens: 3 })
  expect(generated.ids).toHaveLength(4)
  const scored = z
    .object({ ids: z.array(z.number()), logprobs: z.array(z.number()), bitsPerByte: z.null() })
    .parse(await json('score', ...ids))
  expect([scored.ids, scored.logprobs.length]).toEqual([[5, 6, 7], 2])

  for (const command of [
    ['generate', 'Numbers', '--prompt', 'Hello'],
    ['score', 'Numbers', '--text', 'Hello'],
    ['tokenize', 'Numbers', '--text', 'Hello']
  ]) {
    const message = await failureOf(host, command)
    expect.soft(message).toContain('(noTokenizer)')
    expect.soft(message).toContain('Numbers')
  }
})

test('prompts that do not fit are refused with numbers, however long, in under two seconds', async ({
  host
}) => {
  const huge = 'word '.repeat(2_000_000) // 10 MB
  const generate = ['generate', 'Starter']
  const limit = /4\.2\sMB/
  // The start of the command line itself, which is not what is measured.
  const measure = async (
    args: string[],
    input = ''
  ): Promise<{ message: string; tookMs: number }> => {
    const startedMs = Date.now()
    const message = await failureOf(host, args, input)
    return { message, tookMs: Date.now() - startedMs }
  }
  const { tookMs: startMs } = await measure(['generate', 'nobody', '--prompt', 'Hello'])
  // Two seconds on a machine that starts the command in half of one; longer where that takes longer.
  const mostMs = Math.max(2000, 4 * startMs)
  const table: [args: string[], input: string, says: (string | RegExp)[]][] = [
    [[...generate, '--stdin'], huge, ['(promptTooLarge)', /10\sMB/, limit]],
    [[...generate, '--stdin', '--raw'], huge, ['(promptTooLarge)', /10\sMB/, limit]],
    [['score', 'Starter', '--stdin'], huge, ['(promptTooLarge)', /10\sMB/, limit]],
    [[...generate, '--stdin'], huge.slice(0, 1_000_000), ['(promptTooLarge)', /\b1\sMB/]],
    [[...generate, '--stdin'], huge.slice(0, 5000), ['(promptTooLong)', /\d{3,}/, '511']],
    [['score', 'Starter', '--stdin'], huge.slice(0, 5000), ['(promptTooLong)', '512']],
    [[...generate, '--prompt-ids', Array(512).fill('5').join(',')], '', ['(promptTooLong)', '512']],
    [[...generate, '--prompt-ids', '5,3072'], '', ['(tokenOutOfRange)', '3072']],
    [[...generate, '--stdin'], '', ['(promptEmpty)']],
    [['generate', 'Startr', '--prompt', 'Hello'], '', ['(modelNotFound)', 'Startr', 'Starter']],
    [[...generate, '--prompt', 'Hello', '--device', 'cuda'], '', ['(deviceUnavailable)', 'cuda']]
  ]
  for (const [args, input, says] of table) {
    await test.step(`${args.slice(0, 3).join(' ').slice(0, 40)} ${input.length}`, async () => {
      const { message, tookMs } = await measure(args, input)
      expect.soft(tookMs - startMs).toBeLessThan(mostMs)
      for (const part of says)
        if (typeof part === 'string') expect.soft(message).toContain(part)
        else expect.soft(message).toMatch(part)
    })
  }
  expect(await namesOf(host)).toEqual(['Starter'])
})

test('files without permission are refused by name', async ({ folder }) => {
  test.skip(process.platform === 'win32', 'permissions are others there')
  const isRoot = process.getuid?.() === 0
  const canBecomeAnother = spawnSync('setpriv', ['--version']).status === 0
  // Root may read everything; it asks as another account.
  test.skip(isRoot && !canBecomeAnother, 'SKIPPED: root needs setpriv to ask as another account')
  const prefix = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []
  const dataFolder = join(folder, 'data')
  await mkdir(dataFolder)
  chmodSync(folder, 0o755)
  chmodSync(dataFolder, 0o777)
  for (const name of ['config.json', 'model.safetensors', 'tokenizer.json', '']) {
    await test.step(name || 'the folder itself', async () => {
      const path = await writeTinyModel(join(folder, `Without ${name}`))
      chmodSync(join(path, name), 0)
      const command = ['import', path, '--data-dir', dataFolder]
      // Both look at the folder in the same way; only a copy has something to leave behind.
      const run = startLethe([...command, '--copy'], '', prefix)
      expect.soft(await run.exit, run.printed()).toBe(1)
      expect.soft(run.printed()).toContain('(fileNotReadable)')
      expect.soft(run.printed()).toContain(join(path, name))
      for (const kept of ['staging', 'models'])
        expect.soft(readdirSync(join(dataFolder, kept)), kept).toEqual([])
      chmodSync(join(path, name), 0o755)
    })
  }
})

test('a data folder that may not be written is named', async ({ folder }) => {
  test.skip(process.platform === 'win32', 'permissions are others there')
  const file = join(folder, 'file')
  await writeFile(file, '')
  const run = startLethe(['models', '--data-dir', join(file, 'data')])
  expect(await run.exit).toBe(1)
  expect(run.stdout()).toBe('')
  expect(run.printed()).toContain(file)
  expect(run.printed()).not.toMatch(/\(internal\)|\bat \S+:\d+/)
})
