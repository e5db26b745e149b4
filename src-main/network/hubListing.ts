// The hub's list of a model's files, and which of them are downloaded: what an import keeps, no more.
// Shape: https://huggingface.co/docs/hub/api (GET /api/models/OWNER/NAME/revision/REVISION?blobs=true).
import { z } from 'zod'
import { LetheError, type HubModelProblem } from '../base/errors'
import {
  companionFiles,
  pickleFiles,
  singleWeightsFile,
  weightsIndexFile
} from '../base/modelFileNames'
import { isHubName } from '../contract/hub'
import { jsonOf } from './answerText'

/** SHA-256 of the content; or, for small files, the SHA-1 that git names it by. */
export interface Checksum {
  type: 'sha256' | 'gitSha1'
  hex: string
}

export interface HubFile {
  name: string
  sizeBytes: number
  checksum: Checksum | null
}

export interface HubListing {
  host: string
  name: string // OWNER/NAME as the hub spells it
  commit: string
  files: ReadonlyMap<string, HubFile>
}

const mostFiles = 20_000
const mostIndexBytes = 64 * 2 ** 20

const size = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const listingSchema = z.object({
  id: z.string().nullish(),
  sha: z.string().regex(/^[0-9a-f]{40}$/),
  siblings: z.array(
    z.object({
      rfilename: z.string().min(1).max(1000),
      size: size.nullish(),
      blobId: z.string().nullish(),
      lfs: z.object({ sha256, size }).nullish()
    })
  )
})

/** @param asked OWNER/NAME. Throws `hubMalformed`, `hubFileNameRefused`. */
export function readListing(text: string, asked: string, host: string): HubListing {
  const parsed = listingSchema.safeParse(jsonOf(text))
  if (!parsed.success) throw new LetheError('hubMalformed', { host, problem: 'notAListing' })
  const { id, sha: commit, siblings } = parsed.data
  if (siblings.length > mostFiles)
    throw new LetheError('hubMalformed', { host, problem: 'tooLong' })
  const name = id && isHubName(id) ? id : asked // a renamed model answers under its new name
  const files = new Map<string, HubFile>()
  const seen = new Set<string>()
  for (const { rfilename, size: plainBytes, blobId, lfs } of siblings) {
    // On some disks names that differ in their capitals alone are one.
    const folded = rfilename.toLowerCase()
    if (isHostile(rfilename) || seen.has(folded)) throw nameRefused(host, name, rfilename)
    seen.add(folded)
    const sizeBytes = lfs?.size ?? plainBytes
    if (sizeBytes === null || sizeBytes === undefined) {
      throw new LetheError('hubMalformed', { host, problem: 'noSizes' })
    }
    const isBlob = /^[0-9a-f]{40}$/.test(blobId ?? '')
    const checksum: Checksum | null = lfs
      ? { type: 'sha256', hex: lfs.sha256 }
      : isBlob
        ? { type: 'gitSha1', hex: blobId ?? '' }
        : null
    files.set(rfilename, { name: rfilename, sizeBytes, checksum })
  }
  return { host, name, commit, files }
}

export interface WantedFiles {
  /** Tells which files hold the weights; it comes first. Null: one file holds them all. */
  index: HubFile | null
  companions: HubFile[]
  /** Empty while the index is not read. */
  weights: HubFile[]
}

/** Throws `hubNotAModel`. */
export function wantedFiles(listing: HubListing): WantedFiles {
  const { host, name: model, files } = listing
  const refused = (problem: HubModelProblem, file = ''): LetheError =>
    new LetheError('hubNotAModel', { host, model, problem, file })
  const single = files.get(singleWeightsFile)
  const index = single ? null : (files.get(weightsIndexFile) ?? null)
  if (!single && !index) {
    const names = [...files.keys()]
    const pickle = names.find((name) => pickleFiles.test(name))
    const gguf = names.find((name) => /\.gguf$/i.test(name))
    if (gguf !== undefined) throw refused('gguf', gguf)
    if (pickle !== undefined) throw refused('pickle', pickle)
    throw refused('noWeights')
  }
  if (!files.has('config.json')) throw refused('noConfig')
  if (index && index.sizeBytes > mostIndexBytes) throw refused('badIndex', index.name)
  const companions = [...files.values()].filter(
    ({ name }) => companionFiles.test(name) && name !== weightsIndexFile
  )
  return { index, companions, weights: single ? [single] : [] }
}

const indexSchema = z.object({ weight_map: z.record(z.string(), z.string()) })

/** The files that the index names. Throws `hubFileNameRefused`, `hubNotAModel`. */
export function shardsOf(listing: HubListing, indexText: string): HubFile[] {
  const { host, name: model } = listing
  const parsed = indexSchema.safeParse(jsonOf(indexText))
  if (!parsed.success) {
    const problem = { problem: 'badIndex', file: weightsIndexFile } as const
    throw new LetheError('hubNotAModel', { host, model, ...problem })
  }
  const names = [...new Set(Object.values(parsed.data.weight_map))].sort()
  if (names.length === 0) {
    throw new LetheError('hubNotAModel', { host, model, problem: 'noWeights', file: '' })
  }
  return names.map((name) => {
    // Weights lie beside their index, under names of weights: nothing else may be written over.
    if (isHostile(name) || name.includes('/') || !/^[\w.-]+\.safetensors$/.test(name)) {
      throw nameRefused(host, model, name)
    }
    const file = listing.files.get(name)
    if (file) return file
    throw new LetheError('hubNotAModel', { host, model, problem: 'noShard', file: name })
  })
}

/** A name that could lead out of a folder, on any system. */
function isHostile(name: string): boolean {
  return (
    /[\\\p{Cc}]|^[a-z]:/iu.test(name) ||
    name.split('/').some((part) => part === '' || part === '.' || part === '..')
  )
}

function nameRefused(host: string, model: string, file: string): LetheError {
  const shown = file.replace(/\p{Cc}/gu, '?').slice(0, 200)
  return new LetheError('hubFileNameRefused', { host, model, file: shown })
}
