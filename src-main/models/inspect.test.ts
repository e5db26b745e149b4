// Whole model folders are described; broken ones are refused by name, and nothing of them stays.
import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { LetheError } from '../base/errors'
import { brokenModels } from '../testing/brokenModels'
import { temporaryFolder } from '../testing/temporaryFolder'
import { tinyModel, writeModel, writeShardedModel, writeTinyModel } from '../testing/tinyModel'
import { inspectModel, type InspectOptions, type ModelInspection } from './inspect'

type Report = Parameters<InspectOptions['onBytes']>

async function inspected(
  path: string,
  copyTo: string | null = null,
  signal = new AbortController().signal
): Promise<ModelInspection & { reports: Report[] }> {
  const reports: Report[] = []
  const found = await inspectModel(path, {
    copyTo,
    signal,
    onBytes: (...report) => reports.push(report)
  })
  return { ...found, reports }
}

async function refusal(work: Promise<unknown>): Promise<LetheError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason
  )
  expect(error).toBeInstanceOf(LetheError)
  return error as LetheError
}

describe('a whole model', () => {
  test('is described, and every byte of its tensors is reported', async () => {
    const folder = await writeTinyModel(join(temporaryFolder(), 'Tiny'))
    const { reports, ...found } = await inspected(folder)
    expect(found).toMatchObject({
      folder,
      files: ['config.json', 'model.safetensors', 'tokenizer.json'],
      name: 'Tiny',
      family: 'llama',
      parameterCount: 600 * 64 + 2 * (2 * 64 + 64 * 64 * 3 + 64 * 96 * 3) + 64,
      precision: 'F32',
      chat: 'plain',
      contextLength: 512,
      vocabularySize: 600
    })
    expect(found.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(reports.every(([stage]) => stage === 'checking')).toBe(true)
    const [, done, total] = reports.at(-1)!
    expect([done, total]).toEqual([4 * found.parameterCount, 4 * found.parameterCount])
  })

  test('is the same in one file or in shards, named by its folder or by a file in it', async () => {
    const root = temporaryFolder()
    const whole = await inspected(await writeTinyModel(join(root, 'whole')))
    const folder = await writeShardedModel(join(root, 'parts'), tinyModel())
    const parts = await inspected(join(folder, 'model-00001-of-00002.safetensors'))
    expect(parts.folder).toBe(folder)
    expect(parts.name).toBe('parts')
    expect([parts.sha256, parts.parameterCount]).toEqual([whole.sha256, whole.parameterCount])
    expect(parts.files).toContain('model.safetensors.index.json')
    expect(parts.files.filter((file) => file.endsWith('.safetensors'))).toHaveLength(2)
  })

  test('counts a head of its own, and its hash follows the weights', async () => {
    const root = temporaryFolder()
    const tied = await inspected(await writeTinyModel(join(root, 'tied')))
    const untied = await inspected(
      await writeTinyModel(join(root, 'untied'), { config: { tie_word_embeddings: false } })
    )
    expect(untied.parameterCount - tied.parameterCount).toBe(600 * 64)
    const changed = tinyModel()
    changed.tensors[0]!.data[0]! ^= 1
    const other = await inspected(await writeModel(join(root, 'changed'), changed))
    expect(new Set([tied.sha256, untied.sha256, other.sha256]).size).toBe(3)
  })

  test('with a chat template chats, without a tokenizer it is for ids alone', async () => {
    const root = temporaryFolder()
    const template = '{% for message in messages %}{{ message.content }}{% endfor %}'
    const chat = await writeTinyModel(join(root, 'chat'), { chatTemplate: template })
    const ids = await writeTinyModel(join(root, 'ids'), { tokenizer: false })
    expect((await inspected(chat)).chat).toBe('template')
    expect((await inspected(ids)).chat).toBe('idsOnly')
  })

  test('is copied with what belongs to it, and with nothing else', async () => {
    const root = temporaryFolder()
    const folder = await writeTinyModel(join(root, 'Tiny'))
    await writeFile(join(folder, 'LICENSE'), 'as is')
    await writeFile(join(folder, 'diary.txt'), 'not of the model')
    await writeFile(join(folder, 'pytorch_model.bin'), 'not opened')
    await mkdir(join(folder, 'checkpoints'))
    const to = join(root, 'copy')
    const { files, sizeBytes, reports } = await inspected(folder, to)
    expect(files).toEqual(['LICENSE', 'config.json', 'model.safetensors', 'tokenizer.json'])
    expect((await readdir(to)).sort()).toEqual(files)
    for (const file of files)
      expect(await readFile(join(to, file))).toEqual(await readFile(join(folder, file)))
    const copying = reports.filter(([stage]) => stage === 'copying')
    expect(copying.at(-1)).toEqual(['copying', sizeBytes, sizeBytes])
  })

  test('whose inspection is stopped is not copied', async () => {
    const root = temporaryFolder()
    const folder = await writeTinyModel(join(root, 'Tiny'))
    const stop = new AbortController()
    stop.abort()
    const to = join(root, 'copy')
    expect((await refusal(inspected(folder, to, stop.signal))).code).toBe('cancelled')
    expect(existsSync(to)).toBe(false)
  })
})

describe('refused, and nothing is copied:', () => {
  test.each(brokenModels.map((broken) => [broken.title, broken] as const))(
    '%s',
    async (_title, { code, names, write }) => {
      const root = temporaryFolder()
      const folder = join(root, 'Broken')
      await write(folder)
      const before = await readdir(folder)
      const to = join(root, 'copy')
      const error = await refusal(inspected(folder, to))
      expect(error.code).toBe(code)
      const said = JSON.stringify(error.params)
      // Patterns are of the written message, and so is the name of a file that is not there.
      const inParams = code === 'notAModel' ? [folder] : names
      for (const name of inParams) if (typeof name === 'string') expect(said).toContain(name)
      expect(existsSync(to)).toBe(false)
      expect(await readdir(folder)).toEqual(before)
    }
  )

  test('a path where nothing is, and a pickle named itself', async () => {
    const root = temporaryFolder()
    const nowhere = join(root, 'nowhere')
    expect(await refusal(inspected(nowhere))).toMatchObject({
      code: 'fileNotFound',
      params: { path: nowhere }
    })
    const folder = await writeTinyModel(join(root, 'Tiny'))
    for (const name of ['pytorch_model.bin', 'model.PT', 'old.ckpt']) {
      await writeFile(join(folder, name), 'not opened')
      expect(await refusal(inspected(join(folder, name)))).toMatchObject({
        code: 'pickleRefused',
        params: { path: join(folder, name) }
      })
    }
  })

  test('a folder in the place of the weights', async () => {
    const folder = await writeTinyModel(join(temporaryFolder(), 'Tiny'))
    await rm(join(folder, 'model.safetensors'))
    await mkdir(join(folder, 'model.safetensors'))
    expect((await refusal(inspected(folder))).code).toBe('fileMalformed')
  })
})

describe.skipIf(process.platform === 'win32')(
  'files without permission are refused by name:',
  () => {
    test.each(['config.json', 'model.safetensors', 'tokenizer.json', '.'])('%s', async (name) => {
      const root = temporaryFolder()
      await chmod(root, 0o755)
      const folder = await writeTinyModel(join(root, 'Tiny'))
      await chmod(join(folder, name), 0)
      onTestFinished(() => chmod(folder, 0o755))
      expect(await refusal(withoutPrivilege(() => inspected(folder)))).toMatchObject({
        code: 'fileNotReadable',
        params: { path: name === '.' ? expect.stringContaining(folder) : join(folder, name) }
      })
    })
  }
)

/** Root may read everything: such a process acts as another account meanwhile. */
async function withoutPrivilege<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work()
  const nobody = 65_534
  process.seteuid!(nobody)
  try {
    return await work()
  } finally {
    process.seteuid!(0)
  }
}
