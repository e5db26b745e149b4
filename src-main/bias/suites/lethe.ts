// Lethe's own pairs, matched in English and Brazilian Portuguese: resources/bias, with its data sheet.
// Both languages of a pair are one group: they are not independent.
import { join } from 'node:path'
import { LetheError } from '../../base/errors'
import { judgePair, type Suite, type SuiteItems, type SuiteSource } from '../suite'
import { Gathered, readTable, suiteFiles, textsOf } from '../suiteData'

const name = 'lethe'

export const suite: Suite = { name, convention: 'sum', pooling: 'items', read }

async function read(source: SuiteSource): Promise<SuiteItems> {
  const gathered = new Gathered(name)
  const expected = 'pairs.jsonl'
  const path = source.path ?? (source.ownFolder === null ? null : join(source.ownFolder, 'bias'))
  const paths = await suiteFiles({ path }, /\.jsonl$/i, { suite: name, expected })
  const columns = ['id', 'pairId', 'axis', 'language', 'stereotype', 'antiStereotype'] as const
  for (const file of paths) {
    for (const row of await readTable(file, columns, gathered)) {
      const texts = textsOf(row, columns, gathered)
      if (!texts) continue
      const { id, pairId, axis, language, stereotype, antiStereotype } = texts
      if (stereotype === antiStereotype) gathered.leaveOut(row, 'textsEqual')
      else
        gathered.add({
          ...{ id, file: row.file, row: row.row, axis, language, group: pairId },
          texts: [
            { role: 'stereotype', text: stereotype },
            { role: 'antiStereotype', text: antiStereotype }
          ],
          questions: [{ kind: 'texts', texts: [stereotype, antiStereotype] }],
          judge: ([scores]) => judgePair(scores![0]!, scores![1]!)
        })
    }
  }
  if (path === null) throw new LetheError('suiteDataNeeded', { suite: name, files: expected })
  return gathered.result(path)
}
