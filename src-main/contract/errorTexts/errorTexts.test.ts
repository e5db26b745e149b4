// Every error and every reason, with every parameter, in both languages and in every place: whole
// sentences that name the same things and mix no languages.
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  errorCodes,
  errorParams,
  LetheError,
  type ErrorCode,
  type LetheErrorData
} from '../../base/errors'
import { reasonCodes, reasonParams, type Reason } from '../../base/reasons'
import { letheErrorSchema } from '../errors'
import { errorText, reasonText } from './errorText'

/** What a parameter may be: a mark that shows where it went, a number, or every word it can be. */
function samples(name: string, schema: z.core.$ZodType): unknown[] {
  if (schema instanceof z.ZodOptional) return [undefined, ...samples(name, schema.unwrap())]
  if (schema instanceof z.ZodCatch) return samples(name, schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((it) => samples(name, it))
  if (schema instanceof z.ZodString) return [`«${name}»`]
  if (schema instanceof z.ZodNumber) return [1234567]
  if (schema instanceof z.ZodEnum) return [...schema.options]
  if (name === 'reason') return [{ code: 'said', by: 'system', text: '«reason»' }]
  throw new Error(`no sample of ${name}`)
}

/** Every value of every parameter, one changing at a time. */
function combinations(shape: Record<string, z.core.$ZodType>): Record<string, unknown>[] {
  const all = Object.entries(shape).map(([name, it]) => [name, samples(name, it)] as const)
  const last = Object.fromEntries(all.map(([name, values]) => [name, values.at(-1)]))
  const changed = all.flatMap(([name, values]) =>
    values.map((value) => ({ ...last, [name]: value }))
  )
  return changed.length > 0 ? changed : [{}]
}

const failures = errorCodes.flatMap((code) =>
  combinations(errorParams[code]).map((params) => ({ code, params }) as LetheErrorData)
)
const reasons = reasonCodes.flatMap((code) =>
  combinations(reasonParams[code]).map((params) => ({ code, ...params }) as Reason)
)

const named = (text: string): string[] => [...new Set(text.match(/«\w+»/g) ?? [])].sort()
/** Words that only one of the two languages has. */
const english =
  /\b(the|is|are|was|not|of|and|with|this|that|it|its|has|have|cannot|may|must|file|folder|again|then|than|at least|bytes that)\b/i
const portuguese =
  /\b(o|os|um|uma|não|de|do|da|em|que|é|são|com|isto|ele|pode|foi|arquivo|pasta)\b/i
/** Without what is quoted and what names things: those are nobody's language. */
const plain = (text: string): string =>
  text.replaceAll(/«\w+»|“[^”]*”|`[^`]*`|--[\w-]+|\/v1|safetensors\.torch\.save_model/g, '')

describe.each(['window', 'commandLine', 'start'] as const)('place %s', (place) => {
  it.each(failures.map((it) => [it.code, JSON.stringify(it.params), it] as const))(
    '%s %s is said in three sentences of each language',
    (_code, _params, failure) => {
      const [inEnglish, inPortuguese] = [
        errorText('en', failure, place),
        errorText('pt-BR', failure, place)
      ]
      for (const part of ['what', 'todo', 'safe'] as const) {
        const [a, b] = [inEnglish[part], inPortuguese[part]]
        for (const text of [a, b]) {
          expect(text).toMatch(/^[“«`A-ZÀ-Ú].*[.?!”]$/s)
          expect(text).not.toMatch(/undefined|NaN|null|\[object|\$\{|\.\.$/)
        }
        expect(named(b)).toEqual(named(a))
        expect(plain(b)).not.toMatch(english)
        expect(plain(a)).not.toMatch(portuguese)
      }
      if (failure.code !== 'promptEmpty') expect(inPortuguese.what).not.toBe(inEnglish.what)
    }
  )
})

describe('reasons', () => {
  it.each(reasons.map((it) => [JSON.stringify(it), it] as const))('%s', (_title, reason) => {
    const [a, b] = [reasonText('en', reason), reasonText('pt-BR', reason)]
    for (const text of [a, b]) {
      expect(text).toMatch(/^([“«\da-zà-ú_]|Lethe ).*[^.]$/s)
      expect(text).not.toMatch(/undefined|NaN|null|\[object|\$\{/)
    }
    expect(named(b)).toEqual(named(a))
    expect(plain(b)).not.toMatch(english)
    expect(plain(a)).not.toMatch(portuguese)
  })
  it('say every parameter that is there', () => {
    const silent = reasons.flatMap((reason) => {
      const given = Object.values(reason)
        .filter((it) => String(it).startsWith('«'))
        .map(String)
      const said = reasonText('en', reason)
      return given.every((mark) => said.includes(mark)) ? [] : [reason.code]
    })
    expect(silent).toEqual([])
  })
})

describe('words from outside', () => {
  it('stay as they are, in quotation marks, and bring no second full stop', () => {
    const reason = { code: 'said', by: 'system', text: 'EWEIRD: it broke.' } as const
    const failure = new LetheError('internal', { reason }).toJSON()
    expect(errorText('en', failure).what).toBe(
      'Something in Lethe did not work as it should: the system says: “EWEIRD: it broke.”'
    )
    expect(errorText('pt-BR', failure).what).toContain('o sistema diz: “EWEIRD: it broke.”')
  })
})

describe('the wire and the database', () => {
  it('carry every error as it is', () => {
    for (const failure of failures) {
      const sent = JSON.parse(JSON.stringify(failure)) as unknown
      expect(letheErrorSchema.parse(sent)).toEqual(sent)
    }
    for (const reason of reasons) {
      const sent = JSON.parse(JSON.stringify({ code: 'internal', params: { reason } })) as unknown
      expect(letheErrorSchema.parse(sent)).toEqual(sent)
    }
  })
  it('give a reason of free text, as it was stored once, as a quotation', () => {
    const stored = { code: 'fileMalformed', params: { path: '/a', reason: 'not UTF-8 text' } }
    const failure = letheErrorSchema.parse(stored)
    expect(failure).toEqual({
      code: 'fileMalformed',
      params: { path: '/a', reason: { code: 'other', text: 'not UTF-8 text' } }
    })
    expect(errorText('pt-BR', failure).what).toContain('/a')
    expect(errorText('pt-BR', failure).what).toContain('“not UTF-8 text”')
  })
  it('give what no shape of today fits as a quotation of itself', () => {
    const failure = letheErrorSchema.parse({ code: 'gone', params: { path: '/a', count: 2 } })
    expect(failure.code).toBe('internal' satisfies ErrorCode)
    expect(errorText('en', failure).what).toContain('“gone, path: /a, count: 2”')
    const problem = { code: 'hostUnreachable', params: { host: 'h', problem: 'EWHAT' } }
    expect(letheErrorSchema.parse(problem)).toMatchObject({ params: { problem: 'other' } })
  })
})
