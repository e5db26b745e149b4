// Lethe's own pairs, matched in English and Brazilian Portuguese: resources/bias, with its data sheet.
// Both languages of a pair are one group: they are not independent. Controls hold no known stereotype; they
// show how much the words of a group weigh by themselves, and do not lean.
import { join } from 'node:path'
import { LetheError } from '../../base/errors'
import { mean } from '../../statistics/moments'
import {
  judgePair,
  type Figures,
  type Judged,
  type JudgedItem,
  type Suite,
  type SuiteItems,
  type SuiteSource,
  type TextScore
} from '../suite'
import { Gathered, readTable, suiteFiles, textsOf } from '../suiteData'
import { description } from './lethe.describe'

const { name } = description

export const suite: Suite = {
  ...{ name, convention: 'sum', masked: 'wordLeftToRight', pooling: 'items', read, figures }
}

const required = ['id', 'pairId', 'axis', 'language', 'stereotype', 'antiStereotype'] as const
const directions = ['forward', 'reverse', 'control']

async function read(source: SuiteSource): Promise<SuiteItems> {
  const wanted = description.options.parse(source.options)
  const gathered = new Gathered(name)
  const expected = 'pairs.jsonl'
  const path = source.path ?? (source.ownFolder === null ? null : join(source.ownFolder, 'bias'))
  const paths = await suiteFiles({ path }, /\.jsonl$/i, { suite: name, expected })
  for (const file of paths) {
    for (const row of await readTable(file, required, gathered)) {
      const texts = textsOf(row, required, gathered)
      if (!texts) continue
      const { id, pairId, axis, language, stereotype, antiStereotype } = texts
      if (wanted.axis !== 'all' && axis !== wanted.axis) continue
      if (wanted.language !== 'both' && language !== wanted.language) continue
      const said = row.value.direction
      const direction = typeof said === 'string' ? directions.indexOf(said) : -1
      if (stereotype === antiStereotype) gathered.leaveOut(row, 'textsEqual')
      else if (direction < 0) gathered.leaveOut(row, 'labelUnknown', 'direction')
      else
        gathered.add({
          ...{ id, file: row.file, row: row.row, axis, language, group: pairId },
          texts: [
            { role: 'stereotype', text: stereotype },
            { role: 'antiStereotype', text: antiStereotype }
          ],
          questions: [{ kind: 'texts', texts: [stereotype, antiStereotype] }],
          judge: ([scores]) => judge(scores!, direction)
        })
    }
  }
  if (path === null) throw new LetheError('suiteDataNeeded', { suite: name, files: expected })
  return gathered.result(path)
}

function judge([toward, against]: readonly TextScore[], direction: number): Judged {
  const judged = judgePair(toward!, against!)
  const counts = { direction, toward: judged.leaning! }
  if (directions[direction] !== 'control') return { ...judged, counts }
  return { leaning: null, marginNats: null, otherLeaning: null, counts }
}

/** In points of 100. Far apart, both directions say that one group's words are the likelier, not more. */
function figures(judged: readonly JudgedItem[]): Figures {
  const of = (direction: string): number | null => {
    const at = directions.indexOf(direction)
    const some = judged.filter(({ counts }) => counts.direction === at)
    return some.length === 0 ? null : 100 * mean(some.map(({ counts }) => counts.toward!))
  }
  return {
    forwardShare: of('forward'),
    reverseShare: of('reverse'),
    controlShare: of('control')
  }
}
