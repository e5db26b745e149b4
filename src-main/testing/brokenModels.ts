// Model folders that must be refused: what is wrong with each, and what is to be said about it.
import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorCode } from '../base/errors'
import { tinyModel, writeModel, writeShardedModel } from './tinyModel'

export interface BrokenModel {
  readonly title: string
  readonly code: ErrorCode
  /** What the message must name. */
  readonly names: readonly (string | RegExp)[]
  /** Writes the folder. */
  readonly write: (folder: string) => Promise<void>
}

const weights = 'model.safetensors'

/** A valid folder whose header is rewritten, its data left as it is. */
async function writeWithHeader(
  folder: string,
  change: (header: Record<string, { dtype: string; data_offsets: number[] }>) => void
): Promise<void> {
  await writeModel(folder, tinyModel())
  const path = join(folder, weights)
  const bytes = await readFile(path)
  const headerBytes = Number(bytes.readBigUInt64LE())
  const header = JSON.parse(bytes.toString('utf8', 8, 8 + headerBytes))
  change(header)
  const json = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(json.length))
  await writeFile(path, Buffer.concat([length, json, bytes.subarray(8 + headerBytes)]))
}

const norm = 'model.norm.weight'

export const brokenModels: readonly BrokenModel[] = [
  {
    title: 'a truncated file',
    code: 'fileTruncated',
    names: [weights, /1,?000 bytes/],
    write: async (folder) => {
      await writeModel(folder, tinyModel())
      const path = join(folder, weights)
      await truncate(path, (await readFile(path)).length - 1000)
    }
  },
  {
    title: 'a header longer than the file',
    code: 'fileTruncated',
    names: [weights],
    write: async (folder) => {
      await writeModel(folder, tinyModel())
      const bytes = await readFile(join(folder, weights))
      bytes.writeBigUInt64LE(BigInt(bytes.length))
      await writeFile(join(folder, weights), bytes)
    }
  },
  {
    title: 'a header length beyond all files',
    code: 'fileMalformed',
    names: [weights],
    write: async (folder) => {
      await writeModel(folder, tinyModel())
      const bytes = await readFile(join(folder, weights))
      bytes.writeBigUInt64LE(2n ** 64n - 1n)
      await writeFile(join(folder, weights), bytes)
    }
  },
  {
    title: 'overlapping tensors',
    code: 'fileMalformed',
    names: [weights, /overlap/],
    write: (folder) =>
      writeWithHeader(folder, (header) => {
        const [begin = 0, end = 0] = header[norm]!.data_offsets
        header[norm]!.data_offsets = [begin - 4, end - 4]
      })
  },
  {
    title: 'an unknown dtype',
    code: 'tensorDtypeUnknown',
    names: [weights, norm, 'F33'],
    write: (folder) =>
      writeWithHeader(folder, (header) => {
        header[norm]!.dtype = 'F33'
      })
  },
  {
    title: 'a dtype that is not computed with',
    code: 'tensorDtypeUnknown',
    names: [weights, norm, 'I32'],
    write: (folder) =>
      writeWithHeader(folder, (header) => {
        header[norm]!.dtype = 'I32'
      })
  },
  {
    title: 'an unknown architecture',
    code: 'architectureUnknown',
    names: ['lama', 'llama'],
    write: async (folder) => {
      const model = tinyModel()
      model.config['model_type'] = 'lama'
      await writeModel(folder, model)
    }
  },
  {
    title: 'a setting that changes the math',
    code: 'configUnsupported',
    names: ['sliding_window', '128'],
    write: async (folder) => {
      const model = tinyModel()
      model.config['sliding_window'] = 128
      await writeModel(folder, model)
    }
  },
  {
    title: 'a missing shard',
    code: 'shardMissing',
    names: ['model-00002-of-00002.safetensors'],
    write: async (folder) => {
      await writeShardedModel(folder, tinyModel())
      await rm(join(folder, 'model-00002-of-00002.safetensors'))
    }
  },
  {
    title: 'a missing tensor',
    code: 'tensorMissing',
    names: [norm],
    write: async (folder) => {
      const model = tinyModel()
      model.tensors = model.tensors.filter(({ name }) => name !== norm)
      await writeModel(folder, model)
    }
  },
  {
    title: 'a wrong shape',
    code: 'tensorShape',
    names: ['model.embed_tokens.weight', '[600, 64]', '[601, 64]'],
    write: async (folder) => {
      const model = tinyModel()
      model.config['vocab_size'] = 601
      await writeModel(folder, model)
    }
  },
  {
    title: 'only pickled weights',
    code: 'pickleRefused',
    names: ['pytorch_model.bin'],
    write: async (folder) => {
      await writeModel(folder, tinyModel())
      await rm(join(folder, weights))
      await writeFile(join(folder, 'pytorch_model.bin'), Buffer.from([0x80, 2, 0x7d, 0x2e]))
    }
  },
  {
    title: 'weights of 0 bytes',
    code: 'fileEmpty',
    names: [weights],
    write: async (folder) => {
      await writeModel(folder, tinyModel())
      await truncate(join(folder, weights), 0)
    }
  },
  {
    title: 'a config.json of 0 bytes',
    code: 'fileEmpty',
    names: ['config.json'],
    write: async (folder) => {
      await writeModel(folder, tinyModel())
      await truncate(join(folder, 'config.json'), 0)
    }
  },
  {
    title: 'a config.json that is no JSON',
    code: 'fileMalformed',
    names: ['config.json'],
    write: async (folder) => {
      await writeModel(folder, tinyModel())
      await writeFile(join(folder, 'config.json'), '{"model_type":')
    }
  },
  {
    title: 'a broken tokenizer',
    code: 'fileMalformed',
    names: ['tokenizer.json'],
    write: async (folder) => {
      await writeModel(folder, tinyModel())
      await writeFile(join(folder, 'tokenizer.json'), '{"model":{"type":"BPE"}}')
    }
  },
  {
    title: 'no model at all',
    code: 'notAModel',
    names: ['config.json'],
    write: async (folder) => {
      await writeModel(folder, tinyModel())
      await rm(join(folder, 'config.json'))
    }
  }
]
