// The error shape of the API, and what every failure is called in it.
// Source: https://platform.openai.com/docs/guides/error-codes
import type { z } from 'zod'
import { asLetheError, LetheError, type ErrorCode } from '../../../base/errors'
import { errorText } from '../../../contract/errorTexts/errorText'

export interface ErrorBody {
  error: { message: string; type: string; param: string | null; code: string | null }
}

export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly status: number,
    message: string,
    /** param: the field of the request that is wrong */
    readonly details: { param?: string | null; code?: string | null } = {},
    options?: { cause?: unknown }
  ) {
    super(message, options)
  }

  get body(): ErrorBody {
    const { param = null, code = null } = this.details
    return { error: { message: this.message, type: typeOf(this.status), param, code } }
  }
}

function typeOf(status: number): string {
  if (status === 401) return 'authentication_error'
  if (status === 403) return 'permission_error'
  if (status === 429) return 'rate_limit_error'
  return status < 500 ? 'invalid_request_error' : 'server_error'
}

/** Who may not speak to the API at all. */
export function refusalError(status: 401 | 403): ApiError {
  return status === 401
    ? new ApiError(
        401,
        'The API key is missing or wrong: send "Authorization: Bearer TOKEN" with the token of the address that Lethe printed.',
        { code: 'invalid_api_key' }
      )
    : new ApiError(403, 'Lethe answers only to programs of this machine, under its own address.', {
        code: 'foreign_origin'
      })
}

export function unknownAddress(method: string, path: string): ApiError {
  return new ApiError(404, `There is no ${method} ${path}.`, { code: 'unknown_url' })
}

/** Failures that are not 500: their status, and their code in the API where it has one. */
const known: Partial<Record<ErrorCode, { status: number; code?: string; param?: 'model' }>> = {
  modelNotFound: { status: 404, code: 'model_not_found', param: 'model' },
  weightsChanged: { status: 503, code: 'model_files_changed', param: 'model' },
  modelFilesMissing: { status: 503, code: 'model_files_missing', param: 'model' },
  noTokenizer: { status: 400, code: 'model_without_tokenizer', param: 'model' },
  noChatTemplate: { status: 400, param: 'model' },
  promptTooLong: { status: 400, code: 'context_length_exceeded' },
  promptTooLarge: { status: 400, code: 'context_length_exceeded' },
  promptTooLongFor: { status: 400, code: 'context_length_exceeded' },
  promptEmpty: { status: 400, code: 'prompt_empty' },
  tokenOutOfRange: { status: 400, code: 'token_out_of_range' },
  chatTemplateFailed: { status: 400, code: 'chat_template_failed' },
  invalidInput: { status: 400 },
  outOfMemory: { status: 503, code: 'out_of_memory' },
  deviceUnavailable: { status: 503, code: 'device_unavailable' },
  engineLost: { status: 503, code: 'engine_lost' },
  engineBusy: { status: 503, code: 'engine_busy' },
  cancelled: { status: 503, code: 'cancelled' }
}

/** @param promptField the field that what is wrong with a prompt is wrong in */
export function asApiError(error: unknown, promptField: string | null = null): ApiError {
  if (error instanceof ApiError) return error
  const refused = frameworkError(error)
  if (refused) return refused
  const failure = asLetheError(error)
  const { code } = failure
  const found = known[code]
  const isPrompt = found?.status === 400 && found.param === undefined
  return new ApiError(
    found?.status ?? 500,
    errorText('en', failure.toJSON(), 'commandLine').what,
    { param: found?.param ?? (isPrompt ? promptField : null), code: found?.code ?? code },
    { cause: error }
  )
}

/** What the web framework refuses before a request is read: too large, cut off, malformed. */
function frameworkError(error: unknown): ApiError | null {
  if (error instanceof LetheError || !(error instanceof Error) || !('statusCode' in error)) {
    return null
  }
  const status = Number(error.statusCode)
  if (!(status >= 400 && status < 500)) return null
  const code = status === 413 ? 'request_too_large' : 'invalid_request'
  return new ApiError(status, error.message, { code }, { cause: error })
}

type Issue = z.core.$ZodIssue

/** The first thing that is wrong with a request. */
export function invalidRequest(error: z.ZodError): ApiError {
  const issue = deepest(error.issues[0]!)
  if (issue.code === 'unrecognized_keys') {
    const param = pathOf([...issue.path, issue.keys[0]!])
    return new ApiError(400, `Unknown parameter: ${param}.`, { param, code: 'unknown_parameter' })
  }
  const param = pathOf(issue.path)
  const named = issue.code === 'custom' ? (issue.params?.['code'] as unknown) : undefined
  const code = typeof named === 'string' ? named : 'invalid_value'
  const where = param === '' ? 'The request body' : param
  return new ApiError(400, `${where}: ${issue.message}.`, { param: param || null, code })
}

/** Of alternatives, none of which fits, the one that fits best says what is wrong. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  let best: Issue | null = null
  for (const [first] of issue.errors) {
    if (!first) continue
    const inner = deepest(first)
    if (inner.path.length > (best?.path.length ?? 0)) best = inner
  }
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue
}

/** messages[0].content */
function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? String(key) : `${text}.${String(key)}`
  }, '')
}
