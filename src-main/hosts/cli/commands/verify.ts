// lethe verify: whether a model that forgot by replay is, byte for byte, one that never saw the records;
// and what it still knows of them, beside that one.
import { z } from 'zod'
import {
  evidenceChoiceSchema,
  usualEvidenceExtent,
  type EvidenceAsk,
  type EvidenceChoice
} from '../../../contract/evidenceEntries'
import type { EvidenceFile } from '../../../contract/evidenceFile'
import { attackNames, usualEvidenceSettings } from '../../../contract/evidenceRequest'
import type { ReplayComparison } from '../../../contract/forgetting'
import {
  onePositional,
  parseValues,
  type Command,
  type Invocation,
  type LetheClient
} from '../command'
import { evidenceCostWords } from '../evidenceCost'
import { evidenceChoice } from '../evidenceOptions'
import { evidenceWords, followEvidence } from '../followEvidence'
import { followRun } from '../followRun'

const schema = z.object({
  'no-retrain': z.boolean().default(false),
  'dry-run': z.boolean().default(false),
  attacks: z.string().min(1).optional(),
  set: z.array(z.string()).default([])
})

export const verifyCommand: Command = {
  usage: 'verify RUN [--no-retrain] [--dry-run] [--attacks A,B] [--set K=V …]',
  summary: 'Compare what a model became by forgetting with one that never saw the records',
  details: [
    'RUN is a run that `lethe unlearn` made. Its training is repeated without the records from the',
    'beginning, and the weights of both are compared byte for byte. Then the model before, the one that',
    'forgot and the one that never saw the records are asked what they know of them. What was taken once',
    'is not taken again; of a model that fills gaps the weights alone are compared. Ctrl-C pauses; the',
    'same command goes on.',
    '',
    '  --no-retrain   only say what is known by now',
    '  --dry-run      only say what it takes',
    `  --attacks A,B  what may bring them back: ${attackNames.join(', ')}; none (usual: all;`,
    '                 paraphrase needs questions in other words)',
    '  --set K=V      how much is asked, as often as you like: records=400, kept=100, heldOut=100,',
    '                 samples=10, worstOf=5, relearningSteps=10, seed=0, heldOutDataset=NAME,',
    '                 questionsDataset=NAME'
  ].join('\n'),
  options: {
    'no-retrain': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    attacks: { type: 'string' },
    set: { type: 'string', multiple: true }
  },
  async run({ positionals, values, client, output, signal }) {
    const run = onePositional(positionals, 'RUN')
    const {
      'no-retrain': onlyKnown,
      'dry-run': onlyCost,
      attacks,
      set
    } = parseValues(schema, values)
    const choice = evidenceChoice(attacks, set)
    const lethe = await client()
    if (onlyCost) {
      const cost = await lethe.evidence.cost(
        { of: { run }, makeReference: true, choice },
        { signal }
      )
      output.result({ cost }, `${evidenceCostWords(cost)}\n`)
      return
    }
    let found = await lethe.forgetting.compare({ run }, { signal })
    const { runId } = found.replay
    const isOpen = found.state === 'none' || found.state === 'running'
    if (isOpen && !onlyKnown) {
      const begun = await lethe.forgetting.retrain({ run: runId }, { signal })
      // One that was begun before may have been cut off.
      for (const { id, status } of begun.runs)
        if (status === 'paused' || status === 'waiting')
          await lethe.training.resume({ id }, { signal })
      for (const { id } of begun.runs) await followRun(lethe, id, output, signal)
      found = await lethe.forgetting.compare({ run: runId }, { signal })
    }
    const isAsked = !(await fillsGaps(lethe, found, signal))
    const id =
      onlyKnown || !isAsked ? null : await evidenceOf(lethe, found, choice, { output, signal })
    const evidence =
      id === null
        ? await newest(lethe, runId, signal)
        : await followEvidence(lethe, id, { output, signal, command: `lethe verify ${runId}` })
    const identity = words(found)
    output.result(
      { byteIdentity: found, evidence },
      `${identity}${evidence ? evidenceWords(evidence, identity) : `\n${isAsked ? noEvidence : notAsked}`}`
    )
  }
}

const noEvidence = 'No evidence was taken yet. `lethe verify RUN` takes it.\n'
const notAsked =
  'The model fills gaps: extraction, memorisation, membership and the attacks, which ask a model to\n' +
  'write on, are not offered for it. The comparison above is.\n'

/** Whether the model that forgot is one that is asked nothing. */
async function fillsGaps(
  lethe: LetheClient,
  { replay: { modelId } }: ReplayComparison,
  signal: AbortSignal
): Promise<boolean> {
  if (modelId === null) return false
  const { models } = await lethe.models.list({}, { signal })
  return models.some(({ id, chat }) => id === modelId && chat === 'fill')
}

/** One that was asked for in the same way, on its way or there, if it tells of these bytes; else a new one. */
async function evidenceOf(
  lethe: LetheClient,
  { replay, retrain }: ReplayComparison,
  choice: EvidenceAsk['choice'],
  { output, signal }: Pick<Invocation, 'output' | 'signal'>
): Promise<string> {
  const run = replay.runId
  const wanted = JSON.stringify(await wholeChoice(lethe, choice, signal))
  const { entries } = await lethe.evidence.list({ run }, { signal })
  for (const { id, status, choice: asked } of entries) {
    if (JSON.stringify(asked) !== wanted) continue
    if (status === 'waiting' || status === 'running' || status === 'paused') {
      await lethe.evidence.resume({ id }, { signal })
      return id
    }
    const { file } = await lethe.evidence.get({ id }, { signal })
    const isOfThese =
      file?.replay.replayedSha256 === replay.sha256 &&
      file.replay.retrainedSha256 === (retrain?.sha256 ?? null)
    if (isOfThese) return id
  }
  const taken = await lethe.evidence.take({ of: { run }, choice }, { signal })
  if (taken.cost) output.note(evidenceCostWords(taken.cost))
  return taken.id
}

async function wholeChoice(
  lethe: LetheClient,
  choice: EvidenceAsk['choice'],
  signal: AbortSignal
): Promise<EvidenceChoice> {
  const idOf = async (dataset: string | null | undefined): Promise<string | null> =>
    dataset ? (await lethe.datasets.get({ dataset }, { signal })).id : null
  return evidenceChoiceSchema.parse({
    ...{ ...usualEvidenceExtent, ...choice },
    heldOutDataset: await idOf(choice.heldOutDataset),
    questionsDataset: await idOf(choice.questionsDataset),
    settings: { ...usualEvidenceSettings, ...choice.settings }
  })
}

async function newest(
  lethe: LetheClient,
  run: string,
  signal: AbortSignal
): Promise<EvidenceFile | null> {
  const { entries } = await lethe.evidence.list({ run }, { signal })
  const there = entries.find(({ status }) => status === 'finished')
  return there ? (await lethe.evidence.get({ id: there.id }, { signal })).file : null
}

function words({ state, records, replay, retrain }: ReplayComparison): string {
  const hashes = [
    `by replay            ${replay.sha256 ?? 'no model yet'}`,
    `from the beginning   ${retrain?.sha256 ?? 'no model yet'}`
  ]
  return `${sentences[state](records)}\n\n${hashes.join('\n')}\n`
}

const sentences: Record<ReplayComparison['state'], (records: number) => string> = {
  equal: (records) =>
    'Forgotten, exactly. The model is byte for byte the one you get by training without these ' +
    `${records} records.`,
  different: () =>
    'Not the same bytes: the model differs from the one you get by training without these records.',
  otherPlace: () =>
    'Cannot tell: the two were made with another runtime, device, processor or number of threads.',
  none: () => 'Forgotten by replay; not yet compared.',
  running: () => 'Forgotten by replay; the training to compare with has not ended yet.'
}
