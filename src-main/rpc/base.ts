// What all procedures share: the context, and errors that leave as the contract's one kind.
import type { z } from 'zod'
import { implement, ORPCError, ValidationError } from '@orpc/server'
import { asLetheError, LetheError } from '../base/errors'
import type { Log } from '../base/log'
import { quoted } from '../base/reasons'
import { valueReason } from '../base/valueReasons'
import { contract } from '../contract/index'
import type { AppContext } from '../jobs/application'

export const procedures = implement(contract)
  .$context<AppContext>()
  .use(async ({ context, next, path }) => {
    const name = path.join('.')
    try {
      const result = await next()
      if (!isStream(result.output)) return result
      return { ...result, output: guarded(result.output, name, context.log) as never }
    } catch (error) {
      throw wireError(error, name, context.log)
    }
  })

/** Any thrown value as the error of the contract; what nobody expected is logged with its stack. */
export function wireError(error: unknown, procedure: string, log: Log): Error {
  if (error instanceof ORPCError && error.code === 'LETHE') return error
  const known = error instanceof ORPCError ? validationError(error) : asLetheError(error)
  if (known.code === 'internal') log.error({ procedure, err: error }, 'a call failed')
  return new ORPCError('LETHE', {
    status: 422,
    message: known.message,
    data: known.toJSON(),
    defined: true
  })
}

function validationError(error: ORPCError<string, unknown>): LetheError {
  const { cause } = error
  if (error.code !== 'BAD_REQUEST' || !(cause instanceof ValidationError)) {
    return new LetheError('internal', { reason: quoted('program', error) }, { cause })
  }
  const issue = cause.issues[0]
  const field = issue?.path
    ?.map((part) => String(typeof part === 'object' ? part.key : part))
    .join('.')
  const reason = valueReason(issue as z.core.$ZodIssue | undefined, null)
  return new LetheError('invalidInput', { field: 'value', name: field ?? '', reason })
}

function isStream(output: unknown): output is AsyncIterableIterator<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output
}

async function* guarded(stream: AsyncIterableIterator<unknown>, name: string, log: Log) {
  try {
    return yield* stream
  } catch (error) {
    throw wireError(error, name, log)
  }
}
