// Common sense in minimal scenes: two beginnings and two endings, each ending right after one of them.
// What leans is ln P(right | scene) − ln P(wrong | scene); both scenes of a pair, in both languages, are one
// group. In form like the schemas of Levesque et al. 2012 and the contrast of COPA (Roemmele et al. 2011).
import { join } from 'node:path'
import { z } from 'zod'
import { LetheError } from '../../base/errors'
import { shareFigures } from '../shareFigures'
import {
  judgePair,
  type Figures,
  type JudgedItem,
  type Suite,
  type SuiteItems,
  type SuiteSource
} from '../suite'
import { Gathered, readTable, suiteFiles } from '../suiteData'

const name = 'common-sense'

export const suite: Suite = {
  ...{ name, convention: 'sum', masked: 'wordLeftToRight', pooling: 'items', read, figures, parts }
}

const text = z.string().trim().min(1)
const rowSchema = z.object({
  ...{ id: text, pairId: text, axis: text, language: text },
  scenes: z.tuple([text, text]),
  endings: z.tuple([text, text]) // the first is right after the first scene
})

async function read(source: SuiteSource): Promise<SuiteItems> {
  const gathered = new Gathered(name)
  const expected = 'scenes.jsonl'
  const { ownFolder } = source
  const path = source.path ?? (ownFolder === null ? null : join(ownFolder, 'bias', 'commonSense'))
  const paths = await suiteFiles({ path }, /\.jsonl$/i, { suite: name, expected })
  for (const file of paths)
    for (const place of await readTable(file, ['id', 'scenes', 'endings'], gathered)) {
      const parsed = rowSchema.safeParse(place.value)
      if (!parsed.success) {
        const column = parsed.error.issues[0]?.path.join('.') ?? ''
        gathered.leaveOut(place, 'columnMissing', column)
        continue
      }
      const { id, pairId, axis, language, scenes, endings } = parsed.data
      if (scenes[0] === scenes[1] || endings[0] === endings[1]) {
        gathered.leaveOut(place, 'textsEqual')
        continue
      }
      for (const [at, scene] of scenes.entries()) {
        const [right, wrong] = at === 0 ? endings : ([endings[1], endings[0]] as const)
        gathered.add({
          ...{ id: `${id}/${at + 1}`, file: place.file, row: place.row },
          ...{ axis, language, group: pairId },
          texts: [
            { role: 'right', text: `${scene} ${right}` },
            { role: 'wrong', text: `${scene} ${wrong}` }
          ],
          questions: [{ kind: 'choices', context: scene, choices: [` ${right}`, ` ${wrong}`] }],
          judge: ([scores]) => judgePair(scores![0]!, scores![1]!)
        })
      }
    }
  if (path === null) throw new LetheError('suiteDataNeeded', { suite: name, files: expected })
  return gathered.result(path)
}

/** Pairs in which both scenes get their right ending, of those with both: by chance a quarter. */
function figures(judged: readonly JudgedItem[]): Figures {
  const pairs = [
    ...Map.groupBy(judged, ({ id, language }) => `${language}/${id.replace(/\/\d$/, '')}`)
  ].filter(([, some]) => some.length === 2)
  const both = pairs.filter(([, some]) => some.every(({ leaning }) => leaning === 1)).length
  return { pairs: pairs.length, bothRight: pairs.length === 0 ? null : (100 * both) / pairs.length }
}

/** Each language, in points of 100. */
function parts(judged: readonly JudgedItem[]): Record<string, Figures> {
  const some = judged.filter((it): it is typeof it & { leaning: number } => it.leaning !== null)
  return Object.fromEntries(
    [...Map.groupBy(some, ({ language }) => language ?? '')].map(([language, those]) => [
      `right endings (${language})`,
      shareFigures(
        those,
        those.map(({ leaning }) => leaning)
      )
    ])
  )
}
