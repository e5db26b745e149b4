// lethe tofu-score: forget quality and model utility from TOFU's own evaluation logs.
import type { TofuScoreResult } from '../../../contract/evidence'
import { UsageError, type Command } from '../command'

export const tofuScoreCommand: Command = {
  usage: 'tofu-score UNLEARNED_LOG RETAIN_LOG',
  summary: "Score TOFU's own evaluation logs again",
  details: [
    'Each log is an eval_log_aggregated.json that the evaluation of TOFU (arXiv:2401.06121) wrote: of',
    'the unlearned model, and of one that never saw the forget set. Forget quality is the p-value of',
    'the Kolmogorov-Smirnov test on the truth ratios of both; model utility is the harmonic mean of',
    'probability, ROUGE-L recall and truth ratio on what must be kept. A high p-value shows only that',
    'this test found no difference.'
  ].join('\n'),
  options: {},
  async run({ positionals, client, output, resolvePath, signal }) {
    const [unlearned, retain, extra] = positionals
    if (!unlearned) throw new UsageError('UNLEARNED_LOG is missing')
    if (!retain) throw new UsageError('RETAIN_LOG is missing')
    if (extra !== undefined) throw new UsageError(`unexpected "${extra}"`)
    const lethe = await client()
    const input = { unlearnedPath: resolvePath(unlearned), retainPath: resolvePath(retain) }
    const result = await lethe.evidence.tofuScore(input, { signal })
    output.result(result, describe(result))
  }
}

function describe(result: TofuScoreResult): string {
  const { ksStatistic, pValue, method, sets, retainSets, forgetQuestions } = result
  const row = (name: string, set: keyof typeof sets): string => {
    const cells = [sets[set], retainSets[set]].flatMap((it) => [
      it.probability,
      it.rougeLRecall,
      it.truthRatio
    ])
    return `${name.padEnd(14)}${cells.map((value) => value.toFixed(4).padStart(9)).join('')}`
  }
  const lines = [
    `forget quality  p = ${pValue.toPrecision(4)} (${method}), D = ${ksStatistic.toFixed(6)}`,
    `questions       ${forgetQuestions.unlearned} unlearned, ${forgetQuestions.retain} retain`,
    `model utility   ${result.modelUtility.toFixed(6)} unlearned, ${result.retainModelUtility.toFixed(6)} retain`,
    `  from the table  ${result.tableUtility.toFixed(6)} unlearned, ${result.retainTableUtility.toFixed(6)} retain`,
    '',
    `${''.padEnd(14)}${'unlearned'.padStart(27)}${'retain'.padStart(27)}`,
    `${''.padEnd(14)}${['prob', 'ROUGE-L', 'truth', 'prob', 'ROUGE-L', 'truth'].map((it) => it.padStart(9)).join('')}`,
    row('retain', 'retain'),
    row('real authors', 'realAuthors'),
    row('world facts', 'worldFacts'),
    row('forget', 'forget')
  ]
  return `${lines.join('\n')}\n`
}
