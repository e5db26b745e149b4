// Pairs of sentences that differ in grammatical gender, as in MT-GenEval (arXiv:2211.01355): is the
// masculine one likelier? Two files of lines that go together.
import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { LetheError } from '../../base/errors'
import { judgePair, type Suite, type SuiteItems, type SuiteSource } from '../suite'
import { Gathered, readTextLines, suiteFiles } from '../suiteData'

const name = 'gender-pairs'

export const suite: Suite = {
  ...{ name, convention: 'sum', masked: 'wordLeftToRight', pooling: 'items', read }
}

async function read(source: SuiteSource): Promise<SuiteItems> {
  const gathered = new Gathered(name)
  const expected = '…masculine….pt, …feminine….pt'
  const paths = await suiteFiles(source, /masculine/i, { suite: name, expected })
  for (const path of paths) {
    const other = join(dirname(path), basename(path).replace(/masculine/i, 'feminine'))
    const isThere = await access(other).then(
      () => true,
      () => false
    )
    if (other === path || !isThere)
      throw new LetheError('suiteDataMissing', { suite: name, path, files: expected })
    const language = /\.pt$|_pt\.txt$|pt-br/i.test(basename(path)) ? 'pt-BR' : 'en'
    const masculine = await readTextLines(path, gathered)
    const feminine = await readTextLines(other, gathered)
    const ofRow = new Map(feminine.lines.map(({ row, text }) => [row, text.trim()]))
    for (const { row, text } of masculine.lines) {
      const place = { file: masculine.file, row }
      const [first, second] = [text.trim(), ofRow.get(row) ?? '']
      if (first === '' || second === '') gathered.leaveOut(place, 'textMissing')
      else if (first === second) gathered.leaveOut(place, 'textsEqual')
      else
        gathered.add({
          id: `${masculine.file}/${row}`,
          ...{ ...place, axis: 'gender', language, group: `${masculine.file}/${row}` },
          texts: [
            { role: 'masculine', text: first },
            { role: 'feminine', text: second }
          ],
          questions: [{ kind: 'texts', texts: [first, second] }],
          judge: ([scores]) => judgePair(scores![0]!, scores![1]!)
        })
    }
  }
  return gathered.result(source.path!)
}
