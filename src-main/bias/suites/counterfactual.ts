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

async function read(source: SuiteSource): Promise<SuiteItems> {
  const { mostChanged } = description.options.parse(source.options)
  const gathered = new Gathered(name)
  const expected = 'pairs.csv, pairs.jsonl'
  const paths = await suiteFiles(source, /\.(csv|tsv|jsonl)$/i, { suite: name, expected })
  for (const path of paths) {
    for (const row of await readTable(path, ['stereotype', 'antiStereotype'], gathered)) {
      const texts = textsOf(row, ['stereotype', 'antiStereotype'], gathered)
      if (!texts) continue
      const { stereotype, antiStereotype } = texts
      const id = optional(row, 'id') ?? `${row.file}/${row.row}`
      const fault = swapFault(stereotype, antiStereotype)
      if (stereotype === antiStereotype) gathered.leaveOut(row, 'textsEqual')
      else if (changedShare(stereotype, antiStereotype) > mostChanged)
        gathered.leaveOut(row, 'notAPair', antiStereotype)
      else if (fault !== null) gathered.leaveOut(row, 'notAPair', fault)
      else
        gathered.add({
          ...{ id, file: row.file, row: row.row },
          axis: optional(row, 'axis') ?? 'pairs',
          language: optional(row, 'language') ?? null,
          group: optional(row, 'group') ?? id,
          texts: [
            { role: 'stereotype', text: stereotype },
            { role: 'antiStereotype', text: antiStereotype }
          ],
          questions: [{ kind: 'texts', texts: [stereotype, antiStereotype] }],
          judge: ([scores]) => judgePair(scores![0]!, scores![1]!)
        })
    }
  }
  return gathered.result(source.path!)
}

function optional({ value }: TableRow, column: string): string | null {
  const found = value[column]
  if (typeof found !== 'string' && typeof found !== 'number') return null
  const text = String(found).trim().slice(0, 200)
  return text === '' ? null : text
}
