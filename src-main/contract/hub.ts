// Models of the Hugging Face hub: how one is named, and what is remembered of where one came from.
import { z } from 'zod'
import type { HubNameProblem } from '../base/errors'

/** Before a name on the command line: hf:OWNER/NAME[@REVISION]. */
export const hubPrefix = 'hf:'
export const hubReferenceLimit = 500

export const hubOriginSchema = z.object({
  host: z.string(),
  name: z.string(), // OWNER/NAME
  commit: z.string() // what the revision stood for when the files came
})
export type HubOrigin = z.infer<typeof hubOriginSchema>

export interface HubReference {
  name: string // OWNER/NAME
  revision: string // a branch, a tag or a commit
}

const usualRevision = 'main'
const sites = ['huggingface.co', 'www.huggingface.co', 'hf.co']
/** First parts of addresses there that are no owners of models. */
const otherKinds = /^(datasets|spaces|docs|api|collections|papers|blog|models|settings)$/i

/**
 * OWNER/NAME[@REVISION], with or without hf: before it, or the address of a model's page.
 * @param ownHost also taken for the hub in an address
 */
export function hubReferenceOf(typed: string, ownHost: string): HubReference | HubNameProblem {
  const text = typed.trim().replace(/^hf:(\/\/)?/i, '')
  const hosts = [...sites, ownHost.toLowerCase()]
  const address = addressOf(text, hosts)
  if (address) {
    if (!hosts.includes(address.host)) return 'otherSite'
    const [owner = '', name = '', verb = '', at = ''] = partsOf(address)
    if (otherKinds.test(owner)) return 'notAModel'
    const namesRevision = /^(tree|blob|resolve|raw|commit|commits)$/.test(verb) && at !== ''
    const revision = namesRevision ? at : usualRevision
    if (!isName(owner) || !isName(name) || !isRevision(revision)) return 'form'
    return { name: `${owner}/${name}`, revision }
  }
  const [, owner = '', name = '', revision = usualRevision] =
    /^([^/@]+)\/([^/@]+)(?:@(.+))?$/.exec(text) ?? []
  if (!isName(owner) || !isName(name) || !isRevision(revision)) return 'form'
  if (otherKinds.test(owner)) return 'notAModel'
  return { name: `${owner}/${name}`, revision }
}

/** An address copied with or without its beginning; null: it is none. */
function addressOf(text: string, hosts: string[]): URL | null {
  const [first = ''] = text.split('/')
  const bare = hosts.includes(first.toLowerCase())
  if (!bare && !/^https?:\/\//i.test(text)) return null
  const whole = bare ? `https://${text}` : text
  return URL.canParse(whole) ? new URL(whole) : null
}

function partsOf({ pathname }: URL): string[] {
  try {
    return pathname.split('/').filter(Boolean).map(decodeURIComponent)
  } catch {
    return []
  }
}

// The hub's own rule: letters, digits, "_", "-", "."; the latter two neither outside nor in a row.
export function isHubName(name: string): boolean {
  const parts = name.split('/')
  return parts.length === 2 && parts.every(isName)
}
function isName(part: string): boolean {
  return /^(?!.*(--|\.\.))\w([\w.-]{0,94}\w)?$/.test(part) && !/\.git$/i.test(part)
}
function isRevision(revision: string): boolean {
  return /^(?!.*(\.\.|\/\/))[\w+]([\w.+/-]{0,253}[\w+])?$/.test(revision)
}
