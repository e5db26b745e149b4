// The one error shape that crosses the wire: a code of base/errors and its parameters.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errorCodes, errorParams, type LetheErrorData } from '../base/errors'

export type { LetheErrorData } from '../base/errors'
export { quoted, reasonSchema, type Reason } from '../base/reasons'

const codedSchema = z.discriminatedUnion(
  'code',
  errorCodes.map((code) =>
    z.object({ code: z.literal(code), params: z.object(errorParams[code]) })
  ) as never
) as unknown as z.ZodType<LetheErrorData, LetheErrorData>

/** An error that is stored may be older than the shape of today: it is read as a quotation of itself. */
const earlierSchema = z
  .object({ code: z.string(), params: z.record(z.string(), z.unknown()) })
  .transform(({ code, params }): LetheErrorData => {
    const details = Object.entries(params).map(([name, value]) => `${name}: ${String(value)}`)
    const text = [code, ...details].join(', ')
    return { code: 'internal', params: { reason: { code: 'other', text } } }
  })

export const letheErrorSchema: z.ZodType<LetheErrorData, LetheErrorData> = z.union([
  codedSchema,
  earlierSchema
]) as unknown as z.ZodType<LetheErrorData, LetheErrorData>

/** Every procedure is built from this: it may fail with a LetheError and with nothing else. */
export const procedure = oc.errors({ LETHE: { status: 422, data: letheErrorSchema } })
