// All long work in one list: trainings (repeated ones too), evidence and audits share one queue.
import { z } from 'zod'
import { runStatuses } from '../base/errors'
import { saidSchema } from './bias'
import { letheErrorSchema, procedure } from './errors'

const jobKindSchema = z.enum(['training', 'evidence', 'audit'])
export type JobKind = z.infer<typeof jobKindSchema>

export const jobSchema = z.object({
  id: z.string(), // of the run, the evidence, the audit
  kind: jobKindSchema,
  name: z.string(), // of the run; of the flag set that evidence is about; of the model that is audited
  about: saidSchema, // the dataset that is learned from; the model that was to forget; the suite
  flagSetId: z.string().nullable(), // that is to be forgotten; null: nothing is
  status: z.enum(runStatuses),
  yielding: z.boolean(), // holds still while an answer is being written
  waitingBehind: z.string().nullable(), // name of what is before it
  done: z.int(), // steps of a training, questions of evidence, texts of an audit
  total: z.int(), // 0: not known yet
  secondsLeft: z.number().nullable(),
  device: z.string().nullable(),
  error: letheErrorSchema.nullable(),
  createdAt: z.number(),
  endedAt: z.number().nullable()
})
export type Job = z.infer<typeof jobSchema>

/** Where the window shows it: a place, and the rest of its address. */
export function pageOf({ id, kind, flagSetId }: Job): [place: string, ...rest: string[]] {
  if (kind === 'audit') return ['bias', id]
  if (flagSetId === null) return ['training', id]
  return ['forget', flagSetId, kind === 'evidence' ? 'evidence' : 'run']
}

const byId = z.object({ id: z.string() })

export const jobsContract = {
  /**
   * What runs, then what waits in the order in which it will begin, then what is paused, then what
   * ended since `endedSince`, the latest first.
   */
  list: procedure
    .input(z.object({ endedSince: z.number().nullable().default(null) })) // null: nothing that ended
    .output(z.object({ jobs: z.array(jobSchema) })),
  /** Returns when its state is safe and nothing is computed any more. */
  pause: procedure.input(byId).output(jobSchema),
  resume: procedure.input(byId).output(jobSchema),
  /** Ends it for good. A training makes a model of what it learned so far, unless `keep` is false. */
  cancel: procedure.input(byId.extend({ keep: z.boolean().default(true) })).output(jobSchema)
}
