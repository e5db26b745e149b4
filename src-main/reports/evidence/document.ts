// The evidence report: what the signed evidence says, in one language.
import { EvidenceTexts } from '../../contract/evidenceTexts/evidenceText'
import type { EvidenceFile } from '../../contract/evidenceFile'
import type { Language } from '../../contract/quantities'
import type { ReportStatement } from '../../contract/signedReport'
import type { Block, ReportDocument, Section } from '../document'
import { reportNumbers, type ReportNumbers } from '../numbers'
import { wordsOfReports, type ReportWords } from '../words/words'
import { aboutSection } from './about'
import { checkSection, hashSection, limitSection, planSection } from './provenance'
import { shownSection } from './shown'
import { abilitySection, attackSection, testSection } from './tests'

/** What every section is written with. */
export interface Writing {
  readonly evidence: EvidenceFile
  readonly statement: ReportStatement
  readonly signature: string
  readonly words: ReportWords
  readonly numbers: ReportNumbers
  readonly texts: EvidenceTexts
}

export function evidenceDocument(
  evidence: EvidenceFile,
  { statement, signature }: { statement: ReportStatement; signature: string },
  language: Language
): ReportDocument {
  const words = wordsOfReports[language]
  const writing: Writing = {
    ...{ evidence, statement, signature, words },
    numbers: reportNumbers(language, words.notComputed),
    texts: new EvidenceTexts(language, evidence.settings.worstOf)
  }
  return {
    ...{ language, kind: words.kind, notice: words.notice },
    title: evidence.subject.title.trim() || words.kind,
    sections: [
      verdictSection(writing),
      aboutSection(writing),
      testSection(writing),
      attackSection(writing),
      abilitySection(writing),
      shownSection(writing),
      limitSection(writing),
      planSection(writing),
      hashSection(writing),
      checkSection(writing)
    ]
  }
}

function verdictSection({ evidence, words, texts }: Writing): Section {
  const { verdict, open, settles } = texts.verdict(evidence.measured)
  const beside = [
    ...open,
    ...(settles === null ? [] : [settles]),
    words.proof[evidence.replay.proof]
  ]
  const blocks: Block[] = [
    { type: 'verdict', text: verdict },
    ...beside.map((text): Block => ({ type: 'paragraph', text }))
  ]
  return { id: 'verdict', title: words.came, blocks }
}
