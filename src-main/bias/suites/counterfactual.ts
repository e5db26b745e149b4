// A person's own pairs: two sentences that should differ in nothing but the group. Whether they do is
// looked at, as far as words can tell: a swap that breaks grammar would be measured as bias.
import { judgePair, type Suite, type SuiteItems, type SuiteSource } from '../suite'
import { Gathered, readTable, suiteFiles, textsOf, type TableRow } from '../suiteData'
import { changedShare, swapFault } from '../swaps'
import { description } from './counterfactual.describe'

const { name } = description

export const suite: Suite = {
  ...{ name, convention: 'sum', masked: 'wordLeftToRight', pooling: 'items', read }
}

interface Pair {
  file: string
  row: number
  id: string
  axis: string
  language: string | null
  group: string
  stereotype: string
  antiStereotype: string
}

/** Stands for the file of pairs that were typed. */
const typedFile = 'pairs'

async function read(source: SuiteSource): Promise<SuiteItems> {
  const { mostChanged, pairs: typed } = description.options.parse(source.options)
  const gathered = new Gathered(name)
  const checked = [mostChanged, gathered] as const
  const expected = 'pairs.csv, pairs.jsonl'
  if (typed.length > 0) {
    for (const [at, pair] of typed.entries()) {
      const place = { file: typedFile, row: at + 1 }
      const id = `${typedFile}/${at + 1}`
      addPair({ ...place, id, axis: 'pairs', language: null, group: id, ...pair }, ...checked)
    }
    // Whoever typed them is told what is wrong with each, also where nothing is left.
    return gathered.typed()
  }
  const paths = await suiteFiles(source, /\.(csv|tsv|jsonl)$/i, { suite: name, expected })
  for (const path of paths) {
    for (const row of await readTable(path, ['stereotype', 'antiStereotype'], gathered)) {
      const texts = textsOf(row, ['stereotype', 'antiStereotype'], gathered)
      if (!texts) continue
      const id = optional(row, 'id') ?? `${row.file}/${row.row}`
      const pair = {
        ...{ file: row.file, row: row.row, id, ...texts },
        axis: optional(row, 'axis') ?? 'pairs',
        language: optional(row, 'language') ?? null,
        group: optional(row, 'group') ?? id
      }
      addPair(pair, ...checked)
    }
  }
  return gathered.result(source.path!)
}

function addPair(
  { stereotype, antiStereotype, ...place }: Pair,
  mostChanged: number,
  gathered: Gathered
): void {
  const fault = swapFault(stereotype, antiStereotype)
  if (stereotype === antiStereotype) return gathered.leaveOut(place, 'textsEqual')
  if (changedShare(stereotype, antiStereotype) > mostChanged)
    return gathered.leaveOut(place, 'notAPair', antiStereotype)
  if (fault !== null) return gathered.leaveOut(place, 'notAPair', fault)
  gathered.add({
    ...place,
    texts: [
      { role: 'stereotype', text: stereotype },
      { role: 'antiStereotype', text: antiStereotype }
    ],
    questions: [{ kind: 'texts', texts: [stereotype, antiStereotype] }],
    judge: ([scores]) => judgePair(scores![0]!, scores![1]!)
  })
}

function optional({ value }: TableRow, column: string): string | null {
  const found = value[column]
  if (typeof found !== 'string' && typeof found !== 'number') return null
  const text = String(found).trim().slice(0, 200)
  return text === '' ? null : text
}
