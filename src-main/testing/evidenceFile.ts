// Evidence in which everything was forgotten, as it is kept: for tests of what is made of it.
import { evidenceFormat, evidenceVersion, type EvidenceFile } from '../contract/evidenceFile'
import type { MeasuredEvidence, TestResult } from '../contract/evidenceMeasured'
import { usualEvidenceSettings } from '../contract/evidenceRequest'

export function testResult(changes: Partial<TestResult> = {}): TestResult {
  return {
    ...{ word: 'forgotten', reason: null, original: 0.82, unlearned: 0.104, reference: 0.1 },
    ...{ difference: 0.004, interval: { low: -0.03, high: 0.04 }, margin: 0.144 },
    ...{ records: 48, groups: 12, groupedBy: 'subject', neededRecords: null },
    ...changes
  }
}

export function measuredEvidence(changes: Partial<MeasuredEvidence> = {}): MeasuredEvidence {
  const perModel = { original: 0.5, unlearned: 0.25, reference: 0.25 }
  const measure = { word: 'kept', loss: 0.01, interval: { low: 0, high: 0.02 } } as const
  return {
    overall: {
      key: 'forgotten',
      agreeing: ['extractionStrength', 'exactMemorisation', 'truthRatio', 'worstOfSamples'],
      undecided: { tests: [], attacks: [], ability: false },
      notTested: { tests: ['membership'], attacks: ['relearning', 'quantization', 'paraphrase'] }
    },
    tests: {
      ...{ extractionStrength: testResult(), exactMemorisation: testResult() },
      ...{ truthRatio: testResult(), worstOfSamples: testResult(), membership: null }
    },
    attacks: { relearning: null, quantization: null, paraphrase: null },
    ability: {
      word: 'kept',
      perplexity: { ...measure, records: 20, groups: 20 },
      retainProbability: { ...measure, records: 20, groups: 20 }
    },
    shown: {
      ...{ probability: perModel, rougeL: perModel, modelUtility: perModel, membership: null },
      ...{ forgetQuality: { original: 0.01, unlearned: 0.9 }, truthRatioOf: 'questions' },
      canaries: { canaries: 0, ceilingBits: null, exposureBits: perModel }
    },
    records: [],
    counts: { records: 48, questions: 12, kept: 20, heldOut: 20, canaries: 0, leftOut: 0 },
    ...changes
  }
}

export function evidenceFile(): EvidenceFile {
  const roles = ['original', 'unlearned', 'reference'] as const
  return {
    ...{ format: evidenceFormat, version: evidenceVersion, id: 'e1', createdAt: 1_700_000_000_000 },
    subject: { title: 'Ana Souza', reason: 'asked for it', requestedBy: 'Ana Souza' },
    models: roles.map((role, at) => ({
      ...{ role, attack: null, id: `m${at}`, name: role, sha256: String(at).repeat(64) },
      weightMode: 'mapped'
    })),
    plan: { method: 'replay' },
    replay: { proof: 'notCompared', replayedSha256: '1'.repeat(64), retrainedSha256: null },
    itemsSha256: 'a'.repeat(64),
    settings: usualEvidenceSettings,
    made: {
      ...{ lethe: '0.1.0', runtime: '1.0.0', platform: 'linux x64', device: 'cpu', threads: 2 },
      seconds: 12
    },
    measured: measuredEvidence()
  }
}

/** Evidence in which all there is was measured, each value another number. */
export function wholeEvidenceFile(): EvidenceFile {
  let last = 0.1
  const next = (): number => (last = Number((last + 0.0037).toFixed(4)))
  const perModel = <T>(of: () => T): Record<'original' | 'unlearned' | 'reference', T> => ({
    ...{ original: of(), unlearned: of(), reference: of() }
  })
  const test = (word: TestResult['word'], changes: Partial<TestResult> = {}): TestResult => ({
    ...{ word, reason: null, original: next(), unlearned: next(), reference: next() },
    ...{ difference: -next(), interval: { low: -next(), high: next() }, margin: next() },
    ...{ records: 1241, groups: 37, groupedBy: 'subject', neededRecords: null, ...changes }
  })
  const cannotTell = { reason: 'tooWide', groupedBy: 'nearDuplicates', neededRecords: 190 } as const
  const area = () => ({
    ...{ area: next(), interval: { low: next(), high: next() } },
    ...{ truePositiveRate: next(), falsePositiveRate: next() }
  })
  const measure = (word: 'kept' | 'cannotTell') => ({
    ...{ word, loss: -next(), interval: { low: -next(), high: next() }, records: 61, groups: 23 }
  })
  const file = evidenceFile()
  const attacked = (['unlearned', 'reference'] as const).map((role) => ({
    ...{ role, attack: 'quantization' as const, id: `q-${role}`, name: `${role}, 4 bits` },
    ...{ sha256: 'c'.repeat(64), weightMode: 'blocks4' }
  }))
  return {
    ...file,
    models: [...file.models, ...attacked],
    plan: { runs: [{ name: 'Taught', seed: 7, epochs: 3 }], forgetting: { kind: 'replay' } },
    replay: {
      proof: 'sameHash',
      ...{ replayedSha256: 'd'.repeat(64), retrainedSha256: 'd'.repeat(64) }
    },
    settings: { ...file.settings, seed: 4711, samples: 12, worstOf: 6, sequenceLength: 96 },
    measured: measuredEvidence({
      overall: {
        ...{ key: 'cannotTell', undecided: ['membership'], notTested: [] }
      },
      tests: {
        ...{ extractionStrength: test('forgotten'), exactMemorisation: test('notForgotten') },
        ...{ truthRatio: test('overForgotten'), worstOfSamples: test('forgotten') },
        membership: test('cannotTell', { ...cannotTell, original: -1.3, unlearned: -2.1 })
      },
      attacks: {
        ...{ relearning: null, quantization: test('forgotten'), paraphrase: test('notForgotten') }
      },
      ability: {
        ...{ word: 'cannotTell', perplexity: measure('kept') },
        retainProbability: measure('cannotTell')
      },
      shown: {
        ...{ probability: perModel(next), rougeL: perModel(next), modelUtility: perModel(next) },
        ...{ forgetQuality: { original: 1.83e-21, unlearned: next() }, truthRatioOf: 'records' },
        membership: {
          ...{ records: 1241, heldOut: 93 },
          areas: {
            ...{ loss: perModel(area), zlib: perModel(area), minK: perModel(area) },
            ...{ minKPlusPlus: perModel(area) },
            reference: { original: area(), unlearned: area(), reference: null },
            rmia: { original: area(), unlearned: area(), reference: null }
          },
          privLeak: { original: -next(), unlearned: next() }
        },
        canaries: { canaries: 5, ceilingBits: 10.22, exposureBits: perModel(next) }
      },
      counts: { records: 1241, questions: 311, kept: 63, heldOut: 93, canaries: 5, leftOut: 2 }
    })
  }
}
