// The network: one switch, the list of every request, and endpoints whose models take part in Compare.
import { z } from 'zod'
import { procedure } from './errors'

/** Where a request goes: to another program on this machine, or away from it. */
export const placeSchema = z.enum(['machine', 'away'])
export type Place = z.infer<typeof placeSchema>

export const requestPurposes = ['listModels', 'answer', 'listFiles', 'download'] as const
export const requestOutcomes = ['running', 'done', 'failed', 'cancelled'] as const

/** One request as it was made. Bodies, keys and what follows "?" are never kept. */
export const networkRequestSchema = z.object({
  id: z.string(),
  startedAt: z.number().int(),
  method: z.enum(['GET', 'POST']),
  host: z.string(), // with the port, unless it is the usual one
  path: z.string(),
  purpose: z.enum(requestPurposes),
  place: placeSchema.nullable(), // by the address that was connected to; null: none was
  bytesOut: z.number().int().nonnegative(), // of the body
  bytesIn: z.number().int().nonnegative(), // of the body
  status: z.number().int().nullable(),
  outcome: z.enum(requestOutcomes),
  durationMs: z.number().nonnegative().nullable()
})
export type NetworkRequest = z.infer<typeof networkRequestSchema>

export const listedRequestsSchema = z.object({
  requests: z.array(networkRequestSchema),
  more: z.boolean(),
  /** Of blind questions without a vote: how many, and where to. They are listed after the vote. */
  withheld: z.array(z.object({ host: z.string(), count: z.number().int().positive() }))
})
export type ListedRequests = z.infer<typeof listedRequestsSchema>

/** A model behind an endpoint; `endpointName`, `host` and `place` as they were then. */
export const remoteModelSchema = z.object({
  endpointId: z.string(),
  endpointName: z.string(),
  model: z.string(),
  host: z.string(),
  place: placeSchema
})
export type RemoteModel = z.infer<typeof remoteModelSchema>

export const remotePrefix = 'remote:'
/** How entries of a comparison name a remote model. */
export const remoteReference = (endpoint: string, model: string): string =>
  `${remotePrefix}${endpoint}/${model}`

/** What was measured here, and what the endpoint said of itself. */
export const remoteFiguresSchema = z.object({
  firstWordMs: z.number(), // from the request to the first text
  durationMs: z.number(),
  /** As the endpoint counts them; null: it did not say. */
  usage: z
    .object({
      promptTokens: z.number().int().nonnegative(),
      tokens: z.number().int().nonnegative()
    })
    .nullable(),
  /** After the first text; null: all came at once. Tokens where the usage is known, else words. */
  perSecond: z.object({ rate: z.number(), unit: z.enum(['tokens', 'words']) }).nullable(),
  seed: z.number().int(), // asked for; whether it is honoured cannot be seen from here
  notUsed: z.array(z.enum(['topK', 'minP', 'repetitionPenalty'])), // asked for and not sent
  ending: z.string().nullable() // how it says it ended, where that is neither its end nor the limit
})
export type RemoteFigures = z.infer<typeof remoteFiguresSchema>

export const mostListedModels = 2000
const modelName = z.string().min(1).max(300)

export const endpointSchema = z.object({
  id: z.string(),
  name: z.string(),
  baseUrl: z.string(), // up to and without "/chat/completions"
  host: z.string(),
  place: placeSchema, // by its address alone: a name other than localhost counts as away
  hasKey: z.boolean(), // the key itself never comes out
  takesMore: z.boolean(), // top_k, min_p and repetition_penalty are sent
  listed: z.array(modelName).max(mostListedModels), // what it offered when it was asked last
  chosen: z.array(modelName).max(mostListedModels), // may take part
  createdAt: z.number().int()
})
export type Endpoint = z.infer<typeof endpointSchema>

// A slash would end the name in remote:ENDPOINT/MODEL.
const endpointName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^/]*$/, 'a name without "/"')
const baseUrl = z.string().trim().min(1).max(2000)
// Visible characters of ASCII: what a header can hold.
const key = z
  .string()
  .trim()
  .max(4000)
  .regex(/^[\x21-\x7e]*$/, 'letters, digits and signs without spaces')

const byId = z.object({ id: z.string() })

export const networkContract = {
  /** Requests since this process opened the data folder, and where models are downloaded from. */
  state: procedure.output(
    z.object({
      on: z.boolean(),
      requests: z.number().int(),
      hub: z.object({ host: z.string(), place: placeSchema })
    })
  ),
  /** Newest first; `before` is the id of a request that came with an earlier call. */
  requests: procedure
    .input(
      z.object({
        before: z.string().nullable().default(null),
        limit: z.number().int().min(1).max(200).default(50)
      })
    )
    .output(listedRequestsSchema),
  endpoints: procedure.output(z.object({ endpoints: z.array(endpointSchema) })),
  addEndpoint: procedure
    .input(
      z.object({
        name: endpointName,
        baseUrl,
        key: key.default(''), // '': none
        takesMore: z.boolean().default(false)
      })
    )
    .output(endpointSchema),
  /** Changes the fields given. Without a new key, an address on another host drops the old key. */
  updateEndpoint: procedure
    .input(
      byId.extend({
        name: endpointName.optional(),
        baseUrl: baseUrl.optional(),
        key: key.optional(), // '': none from now on
        takesMore: z.boolean().optional(),
        chosen: z.array(modelName).max(mostListedModels).optional()
      })
    )
    .output(endpointSchema),
  /** It can be restored until the next start; then it is erased with its key. */
  removeEndpoint: procedure.input(byId).output(endpointSchema),
  restoreEndpoint: procedure.input(byId).output(endpointSchema),
  /** Asks the endpoint which models it offers, and keeps the answer. */
  listModels: procedure.input(byId).output(endpointSchema)
}
