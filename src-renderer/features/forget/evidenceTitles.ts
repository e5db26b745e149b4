// What tests and attacks are called, as the report calls them.
import { EvidenceTexts } from '../../../src-main/contract/evidenceTexts/evidenceText'
import type { EvidenceFile } from '../../../src-main/contract/evidenceFile'
import { usualEvidenceSettings, type AttackName } from '../../../src-main/contract/evidenceRequest'
import { language } from '../../messages/current.svelte'

/** The sentences of this evidence in the window's language. */
export const textsOf = ({ settings }: Pick<EvidenceFile, 'settings'>): EvidenceTexts =>
  new EvidenceTexts(language.code, settings.worstOf)

export function attackTitle(name: AttackName): string {
  const { title } = textsOf({ settings: usualEvidenceSettings }).attack(name, null)
  return title.charAt(0).toLocaleUpperCase(language.code) + title.slice(1)
}
