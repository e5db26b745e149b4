// What the main process and an engine process say to each other. An engine holds at most one open
// model and runs one request at a time; requests are answered by events and exactly one end.
import { z } from 'zod'
import { samplingSchema } from '../contract/chat'
import { providerSchema } from '../contract/devices'
import { traceKinds } from '../contract/erasing'
import { letheErrorSchema } from '../contract/errors'
import { evidenceTimingSchema } from '../contract/evidenceCost'
import { measuredEvidenceSchema } from '../contract/evidenceMeasured'
import {
  evidenceRoleSchema,
  evidenceSettingsSchema,
  replayProofSchema
} from '../contract/evidenceRequest'
import {
  fillResultSchema,
  generateResultSchema,
  scoreResultSchema,
  tokenAlternativeSchema
} from '../contract/inference'
import { chatAbilitySchema, weightModeSchema } from '../contract/models'
import { auditEvents, auditResults, auditSpec, auditSpecs } from './auditProtocol'
import { recordResults, recordsEvent, recordSpecs } from './recordProtocol'
import { trainingEvents, trainingResults, trainingSpecs } from './trainingProtocol'

export type { TrainingPlanResult } from './trainingProtocol'

/** A model as the engine opens it; two equal specs are served by one engine. */
export const modelSpecSchema = z.object({
  folder: z.string(),
  weightMode: weightModeSchema,
  /** For weights as blocks: the file they are kept in, made from the tensors of this SHA-256 when it is not there. */
  blocks: z.object({ path: z.string(), sha256: z.string() }).nullable(),
  device: providerSchema,
  threads: z.number().int().min(0) // 0: as many as the machine has cores
})
export type ModelSpec = z.infer<typeof modelSpecSchema>

/** A model as evidence is taken of it. */
export const evidenceModelSpecSchema = z.object({
  role: evidenceRoleSchema,
  /** What was done to it first; null: nothing. */
  attack: z.enum(['relearning', 'quantization']).nullable(),
  sha256: z.string(), // of its tensors
  model: modelSpecSchema
})
export type EvidenceModelSpec = z.infer<typeof evidenceModelSpecSchema>

export const chatTurnSchema = z.object({
  role: z.enum(['system', 'user', 'assistant']),
  content: z.string()
})
export type ChatTurn = z.infer<typeof chatTurnSchema>

const someIds = z.array(z.number().int().nonnegative())

/** An answer that goes on: what is there of it, and the token that has to come next, if one has to. */
export const begunAnswerSchema = z.object({
  by: z.union([z.object({ ids: someIds }), z.object({ text: z.string() })]),
  next: z.number().int().nonnegative().nullable()
})
export type BegunAnswer = z.infer<typeof begunAnswerSchema>

/** Through the template, if there is one. */
const chatPromptSchema = z.object({
  type: z.literal('chat'),
  turns: z.array(chatTurnSchema).min(1),
  begun: begunAnswerSchema.optional()
})

export const promptSchema = z.discriminatedUnion('type', [
  chatPromptSchema,
  z.object({ type: z.literal('text'), text: z.string() }), // as is, with the tokenizer's special tokens
  z.object({ type: z.literal('ids'), ids: z.array(z.number().int().nonnegative()).min(1) }) // as is, nothing added
])
export type Prompt = z.infer<typeof promptSchema>

const textOrIds = z.union([
  z.object({ text: z.string() }),
  z.object({ ids: z.array(z.number().int().nonnegative()).min(1) })
])

/** What is to be done. `fence` is the owner's number: results under an older one are refused. */
export const jobSpecSchema = z.discriminatedUnion('type', [
  /** Checks a model folder whole and hashes its tensors; with copyTo, copies its files there first (folder must be new). */
  z.object({ type: z.literal('inspect'), path: z.string(), copyTo: z.string().nullable() }),
  /** Reads the configuration and the tokenizer of a folder whose weights are not there yet. */
  z.object({ type: z.literal('checkConfig'), path: z.string() }),
  z.object({ type: z.literal('open'), model: modelSpecSchema }),
  z.object({
    type: z.literal('generate'),
    model: modelSpecSchema,
    prompt: promptSchema,
    sampling: samplingSchema,
    logprobs: z.number().int().min(0),
    stop: z.array(z.string().min(1)).optional() // the answer ends before any of these
  }),
  z.object({
    type: z.literal('score'),
    model: modelSpecSchema,
    text: textOrIds,
    target: textOrIds.optional(),
    firstLogits: z.number().int().min(0)
  }),
  /** What a masked model puts into the gaps of a text. */
  z.object({
    type: z.literal('fill'),
    model: modelSpecSchema,
    text: z.string(),
    top: z.number().int().min(1)
  }),
  /** How likely the model finds an answer, in its template and its tokens. */
  z.object({
    type: z.literal('scoreAnswer'),
    model: modelSpecSchema,
    turns: z.array(chatTurnSchema).min(1),
    answer: z.string().min(1)
  }),
  /** Tries a provider out; the process may not live to tell. */
  z.object({
    type: z.literal('probe'),
    provider: providerSchema,
    threads: z.number().int().min(0)
  }),
  /** What the weights of a model take, by its configuration and headers alone. */
  z.object({ type: z.literal('weightSizes'), path: z.string() }),
  ...recordSpecs,
  /** Counts what a model would read, by its tokenizer and template alone. */
  z.object({
    type: z.literal('measure'),
    folder: z.string(),
    stamp: z.string(), // differs once a file of the folder changed
    prompt: chatPromptSchema,
    message: z.string(), // counted by itself too
    cuts: z.array(z.number().int().positive()), // turns that what is read could begin with instead
    wanted: z.number().int() // the first cut that comes to at most so many tokens, else the last one
  }),
  ...trainingSpecs,
  /**
   * Asks each model in turn what the folder's items.jsonl says, and judges. Scores are kept beside it:
   * asked again, it goes on where it was.
   */
  z.object({
    type: z.literal('measureEvidence'),
    folder: z.string(),
    models: z.array(evidenceModelSpecSchema).min(1),
    settings: evidenceSettingsSchema,
    replay: replayProofSchema
  }),
  auditSpec.extend({ asked: modelSpecSchema }),
  ...auditSpecs,
  /** Adds to what is looked for the token ids of records in the plans of runs. */
  z.object({
    type: z.literal('tokenTraces'),
    runs: z.array(z.object({ folder: z.string(), ordinals: z.array(z.number().int()) })),
    traces: z.string() // as base/traces writes them, in base64
  }),
  /** Empties the places of records in the plan of a run. */
  z.object({
    type: z.literal('eraseTokens'),
    folder: z.string(),
    ordinals: z.array(z.number().int())
  }),
  /** Looks for traces in every file of a folder. */
  z.object({
    type: z.literal('findTraces'),
    folder: z.string(),
    traces: z.string(),
    termless: z.array(z.string()) // folders in it whose files hold words of other origin
  }),
  z.object({
    type: z.literal('tokenize'),
    path: z.string(),
    text: z.string(),
    addSpecialTokens: z.boolean()
  })
])
export type JobSpec = z.infer<typeof jobSpecSchema>

export const inspectionSchema = z.object({
  folder: z.string(), // the model's folder (also when a file in it was named)
  files: z.array(z.string()), // names in the folder that belong to the model
  name: z.string(), // suggested: the folder's name
  family: z.string(),
  parameterCount: z.number().int(),
  sizeBytes: z.number().int(), // of all its files
  precision: z.string(),
  sha256: z.string(),
  chat: chatAbilitySchema,
  contextLength: z.number().int(),
  vocabularySize: z.number().int()
})
export type Inspection = z.infer<typeof inspectionSchema>

export const deviceProbeSchema = z.object({
  providers: z.array(z.object({ name: z.string(), bundled: z.boolean() })),
  adapter: z.object({ name: z.string().nullable(), memoryBytes: z.number().nullable() }),
  largestDeviation: z.number(),
  gigaflopsPerSecond: z.number()
})
export type DeviceProbe = z.infer<typeof deviceProbeSchema>

export const jobResultSchemas = {
  inspect: inspectionSchema,
  checkConfig: z.object({ family: z.string() }),
  open: z.object({ device: z.string(), contextLength: z.number().int() }),
  generate: generateResultSchema,
  score: scoreResultSchema,
  fill: fillResultSchema,
  scoreAnswer: z.object({ tokens: z.number().int(), nllNats: z.number() }),
  probe: deviceProbeSchema,
  weightSizes: z.object({
    fullBytes: z.number().int(), // in f32
    blocks8Bytes: z.number().int(),
    blocks4Bytes: z.number().int()
  }),
  ...recordResults,
  measure: z.object({
    tokens: z.number().int(),
    messageTokens: z.number().int(),
    cut: z.object({ turn: z.number().int(), tokens: z.number().int() }).nullable()
  }),
  ...trainingResults,
  measureEvidence: z.object({
    measured: measuredEvidenceSchema,
    itemsSha256: z.string(), // of all that was asked, with the settings
    device: z.string(),
    /** Of what was asked now, and of opening each model for it. */
    timings: z.array(evidenceTimingSchema),
    openSeconds: z.number()
  }),
  ...auditResults,
  tokenTraces: z.object({ traces: z.string() }),
  eraseTokens: z.object({ rewritten: z.boolean() }), // false: the run has no plan any more
  findTraces: z.object({
    filesRead: z.number().int(),
    bytesRead: z.number(),
    unread: z.array(z.string()),
    traces: z.array(
      z.object({ path: z.string(), kind: z.enum(traceKinds), count: z.number().int() })
    )
  }),
  tokenize: z.object({ ids: z.array(z.number().int()), tokens: z.array(z.string()) })
} as const
export type JobResult<K extends JobSpec['type']> = z.infer<(typeof jobResultSchemas)[K]>

const tokenCandidate = tokenAlternativeSchema.extend({ ends: z.boolean() }) // ends: ends the answer

export const producedTokenSchema = tokenCandidate.extend({
  alternatives: z.array(tokenCandidate) // likeliest first
})
export type ProducedToken = z.infer<typeof producedTokenSchema>

export const jobEventSchema = z.discriminatedUnion('type', [
  /** `token`: the one it came with, when logprobs were asked for; the text may then be empty. */
  z.object({
    type: z.literal('text'),
    text: z.string(),
    token: producedTokenSchema.optional()
  }),
  z.object({ type: z.literal('loading') }), // the model is being opened
  z.object({ type: z.literal('rounding'), done: z.number(), total: z.number() }), // its weights, to blocks: bytes
  z.object({ type: z.literal('reading'), done: z.number().int(), total: z.number().int() }), // prompt tokens
  z.object({
    type: z.literal('bytes'),
    stage: z.enum(['reading', 'checking', 'copying']),
    done: z.number(),
    total: z.number()
  }),
  recordsEvent,
  ...trainingEvents,
  z.object({
    type: z.literal('evidenceScored'),
    role: evidenceRoleSchema, // of the model that is being asked
    attack: z.enum(['relearning', 'quantization']).nullable(),
    done: z.number().int(), // of all items under all models
    total: z.number().int()
  }),
  ...auditEvents
])
export type JobEvent = z.infer<typeof jobEventSchema>

/** What a running request can be told: keep still, go on, come to an end with what is there. */
export const steerSchema = z.enum(['hold', 'go', 'end'])
export type Steer = z.infer<typeof steerSchema>

export const toEngineSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('run'),
    id: z.string(),
    fence: z.number().int(),
    spec: jobSpecSchema
  }),
  z.object({ type: z.literal('abort'), id: z.string() }),
  z.object({ type: z.literal('steer'), id: z.string(), steer: steerSchema }),
  z.object({ type: z.literal('taken'), id: z.string() }) // one batch of records
])
export type ToEngine = z.infer<typeof toEngineSchema>

export const fromEngineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** Said of a request before anything else: without it, nothing was done for it. */
  z.object({ type: z.literal('begun'), id: z.string(), fence: z.number().int() }),
  z.object({
    type: z.literal('event'),
    id: z.string(),
    fence: z.number().int(),
    event: jobEventSchema
  }),
  z.object({
    type: z.literal('done'),
    id: z.string(),
    fence: z.number().int(),
    result: z.unknown()
  }), // by jobResultSchemas
  z.object({
    type: z.literal('failed'),
    id: z.string(),
    fence: z.number().int(),
    error: letheErrorSchema
  })
])
export type FromEngine = z.infer<typeof fromEngineSchema>
