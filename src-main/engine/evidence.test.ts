// Taking evidence: every kind of item under every model, the same however often it is cut off.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  usualEvidenceSettings,
  type EvidenceItem,
  type EvidenceSettings
} from '../contract/evidenceRequest'
import { hashTensors } from '../formats/safetensors'
import { openModelFolder } from '../models/modelFolder'
import { tinyModel, writeModel } from '../testing/tinyModel'
import { measureEvidence } from './evidence'
import type { EvidenceModelSpec, JobEvent, JobResult, JobSpec } from './protocol'
import { Steering } from './steering'

const settings: EvidenceSettings = {
  ...{ ...usualEvidenceSettings, samples: 3, worstOf: 2, mostAnswerTokens: 8 }
}
const words = 'the old river is long and wide while small boats go by under a bridge'.split(' ')
const said = (from: number): string =>
  Array.from({ length: 5 }, (_, at) => words[(3 * from + at * (from + 1)) % words.length]).join(' ')
const talk = (at: number): Extract<EvidenceItem, { kind: 'record' }>['parts'] => [
  { role: 'user', text: `${said(at)}?` },
  { role: 'assistant', text: said(at + 7) }
]
const items: EvidenceItem[] = [
  ...Array.from({ length: 11 }, (_, at): EvidenceItem => {
    const named = { id: `r${at}`, subject: `s${at}`, group: null }
    return { kind: 'record', ...named, parts: talk(at), wrongAnswers: [] }
  }),
  {
    ...{ kind: 'record', id: 'plain', subject: null, group: null },
    ...{ parts: [{ role: 'text', text: `${said(3)}. ${said(5)}.` }], wrongAnswers: [] }
  },
  {
    ...{ kind: 'record', id: 'empty', subject: null, group: null, wrongAnswers: [] },
    parts: [{ role: 'text', text: '' }]
  },
  {
    ...{ kind: 'question', id: 'q', subject: 's1', group: null, question: `${said(2)}?` },
    ...{ answer: said(8), wrongAnswers: [said(1), said(4)] }
  },
  ...Array.from({ length: 3 }, (_, at): EvidenceItem => {
    const named = { id: `k${at}`, subject: null, group: null }
    return { kind: 'kept', ...named, parts: talk(at + 20), wrongAnswers: [] }
  }),
  { kind: 'heldOut', id: 'h', subject: null, group: null, parts: talk(30) },
  { kind: 'canary', id: 'c', text: said(40), others: [said(41), said(42), said(43)] }
]

const folders: Record<string, { place: string; sha256: string }> = {}

const root = mkdtempSync(join(tmpdir(), 'lethe-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const fresh = (): string => mkdtempSync(join(root, 'e'))

/** Three models that differ in their first weights. */
beforeAll(async () => {
  for (const [index, role] of (['original', 'unlearned', 'reference'] as const).entries()) {
    const model = tinyModel({ config: { hidden_size: 32, intermediate_size: 48 } })
    const [first] = model.tensors
    const data = new Uint8Array(first!.data)
    new Float32Array(data.buffer).forEach((value, at, all) => {
      if (at % (7 + index) === 0) all[at] = -value
    })
    model.tensors[0] = { ...first!, data }
    const place = await writeModel(join(root, role), model)
    folders[role] = { place, sha256: await hashTensors((await openModelFolder(place)).weights) }
  }
})

/** What it took is another thing each time. */
type Result = Omit<JobResult<'measureEvidence'>, 'timings' | 'openSeconds'>
/** Of the last that was measured: items that were asked about, by all models. */
let askedLast = 0

function written(asked: readonly EvidenceItem[] = items): string {
  const folder = fresh()
  const lines = asked.map((item) => `${JSON.stringify(item)}\n`)
  writeFileSync(join(folder, 'items.jsonl'), lines.join(''))
  return folder
}

function specOf(
  folder: string,
  changes: Partial<Extract<JobSpec, { type: 'measureEvidence' }>> = {}
): Extract<JobSpec, { type: 'measureEvidence' }> {
  const models = Object.entries(folders).map(([role, { place, sha256 }]): EvidenceModelSpec => ({
    ...{ role: role as EvidenceModelSpec['role'], attack: null, sha256 },
    model: { folder: place, weightMode: 'packed', blocks: null, device: 'cpu', threads: 1 }
  }))
  return {
    ...{ type: 'measureEvidence', folder, models, settings, replay: 'notReplayed' },
    ...changes
  }
}

async function measured(
  spec: Extract<JobSpec, { type: 'measureEvidence' }>,
  onScored: (
    event: Extract<JobEvent, { type: 'evidenceScored' }>,
    stop: () => void
  ) => void = () => {}
): Promise<Result> {
  const controller = new AbortController()
  const { timings, openSeconds, ...result } = await measureEvidence(spec, {
    ...{ signal: controller.signal, fence: 1, steering: new Steering(), onBatch: async () => {} },
    onEvent: (event) => {
      if (event.type === 'evidenceScored') onScored(event, () => controller.abort())
    }
  })
  askedLast = timings.reduce((sum, { items: count }) => sum + count, 0)
  for (const { seconds } of timings) expect(Math.min(seconds, openSeconds)).toBeGreaterThan(0)
  return result
}

const scoresIn = (folder: string): string[] =>
  Object.keys(folders).map((role) => readFileSync(join(folder, `scores.${role}.jsonl`), 'utf8'))

describe('taking evidence', () => {
  let whole: Result
  let folder: string
  beforeAll(async () => {
    folder = written()
    whole = await measured(specOf(folder))
  }, 120_000)

  test('asks every model about every item, and counts what has nothing to score', () => {
    const { counts, records, shown, tests, attacks } = whole.measured
    expect(counts).toEqual({
      ...{ records: 13, questions: 1, kept: 3, heldOut: 1, canaries: 1, leftOut: 1 }
    })
    expect(records).toHaveLength(13) // without the empty one, with the question
    for (const { models, kind } of records)
      for (const scores of Object.values(models)) {
        expect(scores.truthRatio).not.toBeNull()
        expect(scores.worstOfSamples === null).toBe(kind === 'question')
      }
    expect(shown.truthRatioOf).toBe('questions')
    expect(shown.canaries).toMatchObject({ canaries: 1, ceilingBits: Math.log2(3) })
    expect(shown.membership).toMatchObject({ records: 12, heldOut: 1 })
    expect(shown.membership!.areas.rmia.reference).toBeNull()
    expect(shown.modelUtility.original).not.toBeNull()
    expect(tests.extractionStrength).toMatchObject({ records: 12, groupedBy: 'subject' })
    expect(tests.truthRatio).toMatchObject({ records: 1, reason: 'tooFewGroups' })
    expect(attacks).toMatchObject({ relearning: null, quantization: null })
  })

  test('is the same when it is done again, and when nothing is left to be done', async () => {
    const again = written()
    expect(await measured(specOf(again))).toEqual(whole)
    expect(scoresIn(again)).toEqual(scoresIn(folder))
    let events = 0
    expect(await measured(specOf(folder), () => events++)).toEqual(whole)
    expect(events).toBe(0)
  })

  test('goes on where it was cut off, a torn line included', async () => {
    const cut = written()
    // The first thing told of the second model: the first one is done.
    const stopped = measured(specOf(cut), ({ role }, stop) => {
      if (role === 'unlearned') stop()
    })
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    const path = join(cut, 'scores.original.jsonl')
    const [head, first, second] = readFileSync(path, 'utf8').split('\n')
    writeFileSync(path, [head, first, second!.slice(0, 9)].join('\n'))
    let done: number | null = null
    const resumed = await measured(specOf(cut), (event) => (done ??= event.done))
    expect(resumed).toEqual(whole)
    expect(done).toBe(1)
    expect(askedLast).toBe(3 * items.length - 1)
    expect(scoresIn(cut)).toEqual(scoresIn(folder))
  })

  test('begins anew when something else is asked', async () => {
    const other = written()
    await measured(specOf(other))
    const before = scoresIn(other)
    const changed = specOf(other, { settings: { ...settings, seed: 1 } })
    const found = await measured(changed)
    expect(found.itemsSha256).not.toBe(whole.itemsSha256)
    expect(scoresIn(other)[0]).not.toBe(before[0])
  })

  test('asks models of the same bytes once', async () => {
    const { models } = specOf(folder)
    const [original, , reference] = models
    const replayed = { ...reference!, role: 'unlearned' as const }
    const asked = new Set<string>()
    const once = written()
    const found = await measured(
      specOf(once, { models: [original!, replayed, reference!] }),
      ({ role, done }) => asked.add(`${role} ${done}`)
    )
    expect([...asked].filter((it) => it.startsWith('reference'))).toEqual([
      `reference ${3 * items.length}`
    ])
    const [, unlearnedScores, referenceScores] = scoresIn(once)
    expect(unlearnedScores!.split('\n').slice(1)).toEqual(referenceScores!.split('\n').slice(1))
    expect(scoresIn(once)[2]).toBe(scoresIn(folder)[2])
    expect(found.measured.tests.exactMemorisation).toMatchObject({ difference: 0 })
  })

  test('keeps nothing for an owner that another one has followed', async () => {
    const lost = written()
    writeFileSync(join(lost, 'fence'), '2')
    await expect(measured(specOf(lost))).rejects.toMatchObject({ code: 'engineLost' })
    expect(readFileSync(join(lost, 'scores.original.jsonl'), 'utf8')).toBe('')
  })

  test('refuses items that bear one name', async () => {
    const twice = written()
    appendFileSync(join(twice, 'items.jsonl'), `${JSON.stringify(items[0])}\n`)
    await expect(measured(specOf(twice))).rejects.toMatchObject({ code: 'fileMalformed' })
  })

  test('rounds both models to 4 bits and asks again', async () => {
    const { models } = specOf(folder)
    const rounded = models
      .filter(({ role }) => role !== 'original')
      .map(({ model, ...it }): EvidenceModelSpec => {
        const blocks = { path: join(fresh(), 'blocks.safetensors'), sha256: it.sha256 }
        return { ...it, attack: 'quantization', model: { ...model, weightMode: 'blocks4', blocks } }
      })
    const found = await measured(specOf(folder, { models: [...models, ...rounded] }))
    expect(found.measured.attacks.quantization).toMatchObject({ records: 12 })
    expect(found.measured.tests).toEqual(whole.measured.tests)
  })
})
