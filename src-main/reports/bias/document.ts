// The bias report: what the signed audit says, in one language.
import type { AuditResult } from '../../contract/bias'
import type { BiasFile } from '../../contract/biasFile'
import { BiasTexts } from '../../contract/biasTexts/biasText'
import type { Language } from '../../contract/quantities'
import type { ReportStatement } from '../../contract/signedReport'
import type { Block, ReportDocument, Section } from '../document'
import { checkSection } from '../evidence/provenance'
import { reportNumbers, type ReportNumbers } from '../numbers'
import { wordsOfBiasReports, type BiasReportWords } from '../words/bias/words'
import { wordsOfReports, type ReportWords } from '../words/words'
import { aboutSection, suiteSection } from './about'
import { axesSection } from './axes'
import { abilitySection, figureSection, leftOutSection, powerSection } from './beside'
import { leftOutByHand, perplexitiesOf } from './content'
import { hashSection, limitSection, planSection } from './provenance'

/** What every section is written with. */
export interface Writing {
  readonly file: BiasFile
  /** What is said of the axes: without what a person left out. */
  readonly shown: { readonly before: AuditResult | null; readonly after: AuditResult }
  readonly statement: ReportStatement
  readonly words: BiasReportWords
  readonly shared: ReportWords
  readonly numbers: ReportNumbers
  readonly texts: BiasTexts
  readonly language: Language
}

export function biasDocument(
  file: BiasFile,
  { statement, signature }: { statement: ReportStatement; signature: string },
  language: Language
): ReportDocument {
  const words = wordsOfBiasReports[language]
  const shared = wordsOfReports[language]
  const { results, curated } = file
  const writing: Writing = {
    ...{ file, statement, words, shared, language },
    shown: {
      before: curated.before ?? results.before,
      after: curated.after ?? results.after
    },
    numbers: reportNumbers(language, words.notComputed),
    texts: new BiasTexts(language, file.suite.name, file.suite.toward)
  }
  return {
    ...{ language, kind: words.kind, notice: shared.notice },
    title: file.subject.title.trim() || words.kind,
    sections: [
      verdictSection(writing),
      aboutSection(writing),
      suiteSection(writing),
      axesSection(writing),
      figureSection(writing),
      abilitySection(writing),
      leftOutSection(writing),
      powerSection(writing),
      limitSection(writing),
      planSection(writing),
      hashSection(writing),
      checkSection({ statement, signature, words: shared })
    ]
  }
}

/** Damage first, then each word with its axes; no word over all of them. */
function verdictSection({ file, shown, words, texts }: Writing): Section {
  const { comparison, suite } = file
  const said: string[] = []
  if (comparison) {
    const broke = texts.broke(comparison)
    said.push(...(broke === null ? [] : [broke]), ...texts.summary(comparison.axes))
  } else said.push(...texts.summary(shown.after.axes))
  const beside = [
    comparison
      ? texts.ability(comparison.ability, perplexitiesOf(shown))
      : texts.abilityAlone(shown.after),
    suite.half === 'heldOut' ? texts.heldOutHalf : null,
    ...leftOutNotes({ file, words, texts }),
    suite.offensive ? words.offensive : null
  ].filter((text) => text !== null)
  const [first = words.notComputed, ...rest] = said
  const blocks: Block[] = [
    { type: 'verdict', text: first },
    ...rest.map((text): Block => ({ type: 'paragraph', text })),
    ...beside.map((text): Block => ({ type: 'note', text }))
  ]
  return { id: 'verdict', title: words.came, blocks }
}

function leftOutNotes({ file, words, texts }: Pick<Writing, 'file' | 'words' | 'texts'>): string[] {
  const byHand = leftOutByHand(file).length
  return byHand === 0 ? [] : [words.curatedNote(texts.items(byHand))]
}
