// Evidence followed on the command line: where it is and how long it takes, until it is there; and what
// came of it, in words.
import { LetheError } from '../../base/errors'
import type { EvidenceEntry } from '../../contract/evidenceEntries'
import type { EvidenceFile } from '../../contract/evidenceFile'
import { testNames } from '../../contract/evidenceMeasured'
import { attackNames } from '../../contract/evidenceRequest'
import { EvidenceTexts } from '../../contract/evidenceTexts/evidenceText'
import type { LetheClient } from './command'
import { durationWords, waitOrAbort } from './followRun'
import { table, type Output } from './output'

const askedEveryMs = 1000

/**
 * Until it is finished. Aborting pauses it, tells how to go on, and throws `cancelled`. Throws why it
 * failed or came to a halt by itself.
 * @param command that goes on with it
 */
export async function followEvidence(
  lethe: LetheClient,
  id: string,
  { output, signal, command }: { output: Output; signal: AbortSignal; command: string }
): Promise<EvidenceFile> {
  for (;;) {
    const { entry, file } = await lethe.evidence.get({ id })
    if (file) return file
    if (entry.error) throw LetheError.from(entry.error)
    if (entry.status !== 'waiting' && entry.status !== 'running')
      throw new LetheError('evidenceStatusRefused', {
        ...{ flagSet: entry.flagSetName, status: entry.status }
      })
    if (signal.aborted) {
      await lethe.evidence.pause({ id })
      output.note(`Paused; nothing that was asked is lost. It goes on with: ${command}`)
      throw new LetheError('cancelled')
    }
    output.progress(...progressOf(entry))
    await waitOrAbort(askedEveryMs, signal)
  }
}

function progressOf(entry: EvidenceEntry): [stage: string, detail: string] {
  const { status, waitingBehind, yielding, phase, asking, done, total, secondsLeft } = entry
  if (status === 'waiting')
    return [waitingBehind === null ? 'starting' : `waiting behind ${waitingBehind}`, '']
  if (yielding) return ['holding still while an answer is written', '']
  if (phase === 'gathering') return ['choosing records', '']
  if (phase === 'relearning') return ['training a little on other records', '']
  if (!asking) return ['asking the models', '']
  const left = secondsLeft === null ? '' : `, about ${durationWords(secondsLeft)} left`
  return [`asking the ${asking.role} model`, `${done} of ${total} questions${left}`]
}

/**
 * The sentences above all else, then each test with its reason.
 * @param said what stands before it, and need not be said twice
 */
export function evidenceWords({ measured, settings }: EvidenceFile, said: string): string {
  const texts = new EvidenceTexts('en', Math.min(settings.worstOf, settings.samples))
  const { verdict, open, settles } = texts.verdict(measured)
  const tests = testNames.map((name) => texts.test(name, measured.tests[name]))
  const attacks = attackNames.map((name) => {
    const { title, ...rest } = texts.attack(name, measured.attacks[name])
    return { title: `After ${title}`, ...rest }
  })
  const { ability } = measured
  const rows = [
    ...[...tests, ...attacks].map(({ title, word, sentence }) => [title, word, sentence ?? '']),
    [texts.ability(measured).title, texts.ability(measured).word, abilityWords(ability)]
  ]
  const above = [verdict, ...open, ...(settles === null ? [] : [settles])]
  const news = above.filter((sentence) => !said.includes(sentence))
  const head = news.length === 0 ? '' : `\n${news.join('\n')}\n`
  return `${head}\n${table([], rows)}`
}

function abilityWords({ perplexity, retainProbability }: EvidenceFile['measured']['ability']) {
  const lossOf = ({ loss, records }: typeof perplexity): string =>
    loss === null
      ? 'not measured'
      : `${(100 * Math.abs(loss)).toFixed(1)}% ${loss < 0 ? 'better' : 'worse'} (n = ${records})`
  return `other texts ${lossOf(perplexity)}; what must be kept ${lossOf(retainProbability)}`
}
