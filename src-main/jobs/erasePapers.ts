// Evidence and reports, which are kept as files: which of them name records that are to go, and where.
import { createReadStream } from 'node:fs'
import { join, sep } from 'node:path'
import { fileError } from '../base/errors'
import { ifThere } from '../base/ifThere'
import { TraceReader } from '../base/traceReader'
import { Traces } from '../base/traces'
import type { FoundQuote, QuotePlace } from '../contract/erasing'
import { evidenceResultFile } from './evidence'
import { reportFile } from './keptReports'

/** `named`: the list itself calls it by words of the records. */
export type Paper = FoundQuote & { named: boolean }

/** A folder for evidence, a file for a report. */
export function placeOfPaper(dataFolder: string, { kind, id }: QuotePlace): string {
  return kind === 'report'
    ? join(dataFolder, 'reports', reportFile(id))
    : join(dataFolder, 'evidence', id)
}

/** Whose file it is; null: another one. `path`: in the data folder. */
export function paperAt(path: string): QuotePlace | null {
  const [top, name = ''] = path.split(sep)
  if (top === 'evidence') return { kind: 'evidence', id: name }
  if (top === 'reports') return { kind: 'report', id: name.replace(/\.json$/, '') }
  return null
}

/**
 * Those that repeat eight words of the records in a row, or hold a word that only they hold.
 * @param traces of the records, in base64
 * @throws LetheError fileNotReadable
 */
export async function papersHolding(
  dataFolder: string,
  papers: readonly Paper[],
  traces: string
): Promise<FoundQuote[]> {
  const wanted = Traces.read(Buffer.from(traces, 'base64'))
  const found: FoundQuote[] = []
  for (const { named, ...paper } of papers)
    if (named || (await isHeldIn(fileOf(dataFolder, paper), wanted))) found.push(paper)
  return found
}

function fileOf(dataFolder: string, paper: QuotePlace): string {
  const place = placeOfPaper(dataFolder, paper)
  return paper.kind === 'report' ? place : join(place, evidenceResultFile)
}

async function isHeldIn(path: string, traces: Traces): Promise<boolean> {
  const reader = new TraceReader(traces, { hasTerms: true, hasEscapes: true })
  const read = async (): Promise<true> => {
    try {
      for await (const bytes of createReadStream(path)) reader.push(bytes as Buffer)
      return true
    } catch (error) {
      throw fileError(error, path)
    }
  }
  return (await ifThere(read, path)) !== null && reader.end().length > 0
}
