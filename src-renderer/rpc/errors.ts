// What a failed call means to the window: an error of the contract, or the loss of the connection.
import { ORPCError } from '@orpc/client'
import { letheErrorSchema, type LetheErrorData } from '../../src-main/contract/errors'

export type Failure = LetheErrorData | { code: 'connectionLost'; params: Record<string, never> }
export type FailureCode = Failure['code']

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
    if (error.code === 'BAD_REQUEST') return invalidInput(error)
  }
  const reason = error instanceof Error ? error.message : String(error)
  return { code: 'internal', params: { reason } }
}

/** True when the call ended because this window gave it up. */
export function wasAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

function invalidInput(error: ORPCError<string, unknown>): Failure {
  const issues = (error.data as { issues?: { path?: unknown[]; message?: string }[] } | undefined)
    ?.issues
  const field = issues?.[0]?.path?.join('.') ?? ''
  return { code: 'invalidInput', params: { field, reason: issues?.[0]?.message ?? error.message } }
}
