// What a failed call means to the window: an error of the contract, or the loss of the connection.
import { ORPCError } from '@orpc/client'
import { letheErrorSchema, quoted, type LetheErrorData } from '../../src-main/contract/errors'

export type Failure = LetheErrorData | { code: 'connectionLost'; params: Record<string, never> }

export const connectionLost: Failure = { code: 'connectionLost', params: {} }

/** Thrown by calls made while the app cannot be reached. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** Thrown when the host refused a file, with its reason. */
export class UploadFailed extends Error {
  override readonly name = 'UploadFailed'
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

/** Any value thrown by a call as data that the window can put in words. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ConnectionLost) return connectionLost
  if (error instanceof UploadFailed) return error.failure
  if (error instanceof ORPCError) {
    const data = letheErrorSchema.safeParse(error.data)
    if (data.success) return data.data
  }
  return { code: 'internal', params: { reason: quoted('program', error) } }
}
