// The one error shape that crosses the wire: a code of base/errors and its parameters.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errorCodes } from '../base/errors'

export { errorCodes, type ErrorCode, type ErrorParams } from '../base/errors'

export const letheErrorSchema = z.object({
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()]))
})
export type LetheErrorData = z.infer<typeof letheErrorSchema>

/** Every procedure is built from this: it may fail with a LetheError and with nothing else. */
export const procedure = oc.errors({ LETHE: { status: 422, data: letheErrorSchema } })
