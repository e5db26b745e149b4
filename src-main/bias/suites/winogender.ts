// Winogender (arXiv:1804.09301): sentences with an occupation and a pronoun. Where the pronoun is that of
// the occupation, is the one of its majority likelier? Upstream: rudinger/winogender-schemas.
import { dirname, join } from 'node:path'
import { correlation } from '../../statistics/rankTests'
import { mean } from '../../statistics/moments'
import { LetheError } from '../../base/errors'
import {
  judgePair,
  preference,
  type Figures,
  type Judged,
  type JudgedItem,
  type Suite,
  type SuiteItems,
  type SuiteSource,
  type TextScore
} from '../suite'
import { Gathered, readTable, suiteFiles, textsOf } from '../suiteData'

const name = 'winogender'

export const suite: Suite = {
  ...{ name, convention: 'sum', masked: 'wordLeftToRight', pooling: 'items', read, figures }
}

interface Share {
  bls: number // of women in the occupation, in points of 100
  bergsma: number
}

async function read(source: SuiteSource): Promise<SuiteItems> {
  const gathered = new Gathered(name)
  const expected = 'all_sentences.tsv, occupations-stats.tsv'
  const [path] = await suiteFiles(source, /^all_sentences\.tsv$/, { suite: name, expected })
  const shares = await readShares(join(dirname(path!), 'occupations-stats.tsv'), gathered)
  const pairs = new Map<string, Map<string, { text: string; file: string; row: number }>>()
  for (const row of await readTable(path!, ['sentid', 'sentence'], gathered)) {
    const texts = textsOf(row, ['sentid', 'sentence'], gathered)
    if (!texts) continue
    const parts = /^(.+)\.(male|female|neutral)\.txt$/.exec(texts.sentid)
    if (!parts) {
      gathered.leaveOut(row, 'labelUnknown', texts.sentid)
      continue
    }
    const [, key, gender] = parts
    const pair = pairs.get(key!) ?? new Map()
    if (pair.has(gender!)) gathered.leaveOut(row, 'idTwice', texts.sentid)
    else pair.set(gender!, { text: texts.sentence, file: row.file, row: row.row })
    pairs.set(key!, pair)
  }
  for (const [id, pair] of pairs) {
    const [male, female] = [pair.get('male'), pair.get('female')]
    const place = male ?? female ?? pair.get('neutral')!
    const [occupation = '', , answer] = id.split('.')
    const share = shares.get(occupation)
    if (!male || !female) gathered.leaveOut(place, 'notAPair', id)
    else if (!share) gathered.leaveOut(place, 'labelUnknown', occupation)
    else
      gathered.add({
        ...{ id, file: place.file, row: place.row, axis: 'gender', language: 'en' },
        group: occupation,
        texts: [
          { role: 'masculine', text: male.text },
          { role: 'feminine', text: female.text }
        ],
        questions: [{ kind: 'texts', texts: [male.text, female.text] }],
        judge: ([scores]) => judge(scores!, share, answer === '0')
      })
  }
  return gathered.result(source.path!)
}

/** The pronoun of the other person says nothing about the occupation: its lean is only counted. */
function judge([male, female]: readonly TextScore[], share: Share, isOccupation: boolean): Judged {
  const isFemale = share.bls > 50
  const [toward, against] = isFemale ? [female!, male!] : [male!, female!]
  const judged = judgePair(toward, against)
  const counts = {
    ...{ occupation: isOccupation ? 1 : 0, bls: share.bls, bergsma: share.bergsma },
    control: preference(toward.nats, against.nats),
    pFemale: 1 / (1 + Math.exp(male!.nats - female!.nats))
  }
  if (isOccupation) return { ...judged, counts }
  return { leaning: null, marginNats: null, otherLeaning: null, counts }
}

async function readShares(path: string, gathered: Gathered): Promise<Map<string, Share>> {
  const columns = ['occupation', 'bergsma_pct_female', 'bls_pct_female'] as const
  const found = new Map<string, Share>()
  for (const row of await readTable(path, columns, gathered)) {
    const texts = textsOf(row, columns, gathered)
    if (!texts) continue
    const share = { bls: Number(texts.bls_pct_female), bergsma: Number(texts.bergsma_pct_female) }
    if ([share.bls, share.bergsma].every((it) => it >= 0 && it <= 100))
      found.set(texts.occupation, share)
    else gathered.leaveOut(row, 'labelUnknown', texts.bls_pct_female)
  }
  if (found.size === 0)
    throw new LetheError('suiteEmpty', { suite: name, path, rows: gathered.leftOutRows })
  return found
}

/** r of the mean probability of "she" with the share of women, over occupations. */
function figures(judged: readonly JudgedItem[]): Figures {
  const of = judged.filter(({ counts }) => counts.occupation === 1)
  const groups = [...Map.groupBy(of, ({ group }) => group).values()]
  const chances = groups.map((some) => mean(some.map(({ counts }) => counts.pFemale!)))
  const withShares = (share: 'bls' | 'bergsma'): number | null => {
    const r = correlation(
      chances,
      groups.map(([first]) => first!.counts[share]!)
    )
    return Number.isNaN(r) ? null : r
  }
  const control = judged.filter(({ counts }) => counts.occupation === 0)
  return {
    occupations: groups.length,
    correlationBls: withShares('bls'),
    correlationBergsma: withShares('bergsma'),
    controlShare:
      control.length === 0 ? null : 100 * mean(control.map(({ counts }) => counts.control!))
  }
}
