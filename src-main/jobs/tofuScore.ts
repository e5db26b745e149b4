// Scoring TOFU's evaluation logs again, with the fields of the contract.
import type { TofuScoreInput, TofuScoreResult } from '../contract/evidence'
import { scoreTofuFiles } from '../evaluation/tofuScore'

/** Throws `fileNotFound`, `fileNotReadable`, `fileEmpty`, `fileTruncated`, `fileMalformed`. */
export async function scoreTofu({
  unlearnedPath,
  retainPath
}: TofuScoreInput): Promise<TofuScoreResult> {
  const { test, unlearned, retain, forgetQuestions } = await scoreTofuFiles(
    unlearnedPath,
    retainPath
  )
  const { modelUtility, tableUtility, ...sets } = unlearned
  const {
    modelUtility: retainModelUtility,
    tableUtility: retainTableUtility,
    ...retainSets
  } = retain
  return {
    ksStatistic: test.statistic,
    pValue: test.pValue,
    method: test.method,
    ...{
      modelUtility,
      retainModelUtility,
      tableUtility,
      retainTableUtility,
      sets,
      retainSets,
      forgetQuestions
    }
  }
}
