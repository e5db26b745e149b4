// lethe verify: whether a model that forgot by replay is, byte for byte, one that never saw the records.
import { z } from 'zod'
import type { ReplayComparison } from '../../../contract/forgetting'
import { onePositional, parseValues, type Command } from '../command'
import { followRun } from '../followRun'

const schema = z.object({ 'no-retrain': z.boolean().default(false) })

export const verifyCommand: Command = {
  usage: 'verify RUN [--no-retrain]',
  summary: 'Compare what a model became by forgetting with one that never saw the records',
  details: [
    'RUN is a run that `lethe unlearn` made. Its training is repeated without the records from the',
    'beginning, and the weights of both are compared byte for byte. Ctrl-C pauses; the same command, or',
    '`lethe jobs resume`, goes on.',
    '',
    '  --no-retrain   only say what is known by now'
  ].join('\n'),
  options: { 'no-retrain': { type: 'boolean' } },
  async run({ positionals, values, client, output, signal }) {
    const run = onePositional(positionals, 'RUN')
    const options = parseValues(schema, values)
    const lethe = await client()
    let found = await lethe.forgetting.compare({ run }, { signal })
    const isOpen = found.state === 'none' || found.state === 'running'
    if (isOpen && !options['no-retrain']) {
      const begun = await lethe.forgetting.retrain({ run: found.replay.runId }, { signal })
      // One that was begun before may have been cut off.
      for (const { id, status } of begun.runs)
        if (status === 'paused' || status === 'waiting')
          await lethe.training.resume({ id }, { signal })
      for (const { id } of begun.runs) await followRun(lethe, id, output, signal)
      found = await lethe.forgetting.compare({ run: found.replay.runId }, { signal })
    }
    output.result({ byteIdentity: found }, words(found))
  }
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
