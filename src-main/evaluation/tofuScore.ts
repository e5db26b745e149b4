// TOFU's two verdicts from its own logs (Maini et al. 2024, arXiv:2401.06121, section 2.2;
// github.com/locuslab/tofu, aggregate_eval_stat.py): forget quality and model utility.
import { kolmogorovSmirnov, type KolmogorovSmirnov } from '../statistics/kolmogorovSmirnov'
import {
  answerProbability,
  choiceProbability,
  modelUtility,
  tableUtility,
  type SetUtility
} from './modelUtility'
import { readTofuLog, type TofuLog, type TofuQuestion } from './tofuLog'
import { logTruthRatio, truthIndifference, truthPreference } from './truthRatio'

export interface TofuModelScore {
  modelUtility: number
  tableUtility: number // from the figures rounded to four decimals
  retain: SetUtility
  realAuthors: SetUtility
  worldFacts: SetUtility
  forget: SetUtility // truthRatio: mean min(TR, 1/TR)
}

export interface TofuScore {
  /** Forget quality is this test's p-value: unlearned against retain model, on the forget set. */
  test: KolmogorovSmirnov
  unlearned: TofuModelScore
  retain: TofuModelScore
  forgetQuestions: { unlearned: number; retain: number }
}

/** @throws what readTofuLog throws */
export async function scoreTofuFiles(
  unlearnedPath: string,
  retainPath: string
): Promise<TofuScore> {
  return scoreTofuLogs(await readTofuLog(unlearnedPath), await readTofuLog(retainPath))
}

export function scoreTofuLogs(unlearned: TofuLog, retain: TofuLog): TofuScore {
  return {
    // ln TR in place of TR: the test sees only the order.
    test: kolmogorovSmirnov(
      unlearned.forget.map(paraphraseRatio),
      retain.forget.map(paraphraseRatio)
    ),
    unlearned: scoreModel(unlearned),
    retain: scoreModel(retain),
    forgetQuestions: { unlearned: unlearned.forget.length, retain: retain.forget.length }
  }
}

function scoreModel(log: TofuLog): TofuModelScore {
  const alone = (it: TofuQuestion): number => answerProbability(it.trueLoss)
  const amongOptions = (it: TofuQuestion): number => choiceProbability(it.trueLoss, it.wrongLosses)
  const retain = scoreSet(log.retain, alone, truthPreference)
  const realAuthors = scoreSet(log.realAuthors, amongOptions, truthPreference)
  const worldFacts = scoreSet(log.worldFacts, amongOptions, truthPreference)
  const kept = [retain, realAuthors, worldFacts]
  return {
    modelUtility: modelUtility(kept),
    tableUtility: tableUtility(kept),
    ...{ retain, realAuthors, worldFacts },
    forget: scoreSet(log.forget, alone, truthIndifference)
  }
}

function scoreSet(
  questions: readonly TofuQuestion[],
  probabilityOf: (question: TofuQuestion) => number,
  truthOf: (logRatio: number) => number
): SetUtility {
  return {
    probability: mean(questions.map(probabilityOf)),
    rougeLRecall: mean(questions.map((it) => it.rougeLRecall)),
    truthRatio: mean(questions.map((it) => truthOf(paraphraseRatio(it))))
  }
}

function paraphraseRatio({ paraphraseLoss, wrongLosses }: TofuQuestion): number {
  return logTruthRatio({ trueLoss: paraphraseLoss, wrongLosses })
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
