// An audit from a suite's items to its result: asks what is not known yet, judges each item by the suite,
// and makes figures of what came out.
import type { Capability } from './capability'
import { capabilityOf, heldOutQuestions } from './capability'
import {
  axisFigures,
  languageFigures,
  overallFigure,
  type AxisFigure,
  type FigureOptions
} from './figures'
import type { Asker, Scored, ScoreHooks } from './scorer'
import type {
  AuditNote,
  Figures,
  JudgedItem,
  LeftOut,
  Suite,
  SuiteFile,
  SuiteItem,
  SuiteItems,
  TextScore
} from './suite'

/** A judged item with what is shown of it. */
export interface AuditItem extends JudgedItem {
  readonly file: string
  readonly row: number
  readonly texts: readonly {
    role: string
    text: string
    nats: number | null
    tokens: number | null
  }[]
  readonly unknownTokens: number
}

export interface AuditResult {
  readonly suite: string
  readonly convention: string
  readonly notes?: readonly AuditNote[]
  readonly pooling: Suite['pooling']
  readonly items: number
  readonly files: readonly SuiteFile[]
  readonly overall: AxisFigure
  readonly axes: readonly AxisFigure[]
  readonly languages: readonly AxisFigure[] // each axis in each language, where there are several
  readonly parts: Record<string, Figures>
  readonly leftOut: { readonly count: number; readonly rows: readonly LeftOut[] }
  readonly capability: Capability | null
}

/** Rows that are named in a result; all are counted. */
const mostRowsNamed = 200

export interface AskHooks extends Omit<ScoreHooks, 'onScored'> {
  /** Each new score, with how many of all are there. */
  onScored(key: string, score: TextScore, done: number, total: number): void
}

export interface Asked {
  readonly judged: AuditItem[]
  readonly leftOut: LeftOut[]
  readonly capability: Capability
}

/**
 * Asks a model all that is not known of it.
 * @param known scores by key; what is asked is put there
 * @throws LetheError cancelled
 */
export async function askItems(
  items: readonly SuiteItem[],
  scorer: Asker,
  known: Map<string, Scored>,
  hooks: AskHooks
): Promise<Asked> {
  const questions = [...heldOutQuestions, ...items.flatMap((item) => item.questions)]
  const wanted = new Set(questions.flatMap((question) => scorer.keysOf(question)))
  let done = [...wanted].filter((key) => known.has(key)).length
  await scorer.score(questions, (key) => known.has(key), {
    signal: hooks.signal,
    turn: () => hooks.turn(),
    onScored: (key, score) => {
      known.set(key, score)
      done++
      if (!('fault' in score)) hooks.onScored(key, score, done, wanted.size)
    }
  })
  const judged: AuditItem[] = []
  const leftOut: LeftOut[] = []
  for (const item of items) {
    const scores = item.questions.map((question) =>
      scorer.keysOf(question).map((key) => known.get(key)!)
    )
    const fault = scores.flat().find((score) => 'fault' in score)
    if (fault && 'fault' in fault)
      leftOut.push({ file: item.file, row: item.row, fault: fault.fault, detail: fault.detail })
    else judged.push(withoutTwin(judgedItem(item, scores as TextScore[][]), item, scorer))
  }
  const capability = capabilityOf((at) => {
    const score = known.get(scorer.keysOf(heldOutQuestions[at]!)[0]!)
    return score && !('fault' in score) ? score : null
  })
  return { judged, leftOut, capability }
}

/** Where authors say how gaps are filled, that is the only convention. */
function withoutTwin(judged: AuditItem, { questions }: SuiteItem, asker: Asker): AuditItem {
  const isFilled = questions.some((it) => it.kind === 'texts' && it.filling !== undefined)
  return asker.objective === 'masked' && isFilled ? { ...judged, otherLeaning: null } : judged
}

export function judgedItem(item: SuiteItem, scores: readonly (readonly TextScore[])[]): AuditItem {
  const { id, axis, language, group, file, row, questions } = item
  const texts = item.shown?.(scores) ?? item.texts
  const flat = scores.flat()
  // Where each text was asked by itself, its score stands beside it.
  const [first] = questions
  const isOfTexts = first?.kind === 'texts' || first?.kind === 'choices'
  const ofText = isOfTexts && scores[0]?.length === texts.length ? scores[0] : []
  return {
    ...{ id, axis, language, group, file, row },
    ...item.judge(scores),
    texts: texts.map(({ role, text }, at) => ({
      ...{ role, text, nats: ofText[at]?.nats ?? null, tokens: ofText[at]?.tokens ?? null }
    })),
    unknownTokens: flat.reduce((total, { unknown }) => total + unknown, 0)
  }
}

export interface Settled {
  readonly judged: readonly AuditItem[]
  readonly leftOut: readonly LeftOut[]
  readonly capability: Capability | null
}

/** What the whole says of each item, where a suite needs the whole for that. */
export function settled(suite: Suite, judged: readonly AuditItem[]): AuditItem[] {
  if (!suite.settle) return [...judged]
  const found = new Map(suite.settle(judged).map((item) => [item.id, item]))
  return judged.map((item) => ({ ...item, ...found.get(item.id) }))
}

/** @param judged settled */
export function auditResult(
  suite: Suite,
  read: Pick<SuiteItems, 'files' | 'leftOut' | 'convention'>,
  { judged, leftOut, capability }: Settled,
  seed: number
): AuditResult {
  const options: FigureOptions = { suite, seed }
  const { overall: ofAll, ...parts } = suite.parts?.(judged) ?? {}
  const overall = overallFigure(judged, options)
  const rows = [...read.leftOut, ...leftOut]
  return {
    ...{ suite: suite.name, convention: read.convention ?? suite.convention },
    ...(suite.notes && { notes: suite.notes(judged) }),
    pooling: suite.pooling,
    items: judged.length,
    files: read.files,
    overall: ofAll ? { ...overall, figures: ofAll } : overall,
    axes: axisFigures(judged, options),
    languages: languageFigures(judged, options),
    parts,
    leftOut: { count: rows.length, rows: rows.slice(0, mostRowsNamed) },
    capability
  }
}
