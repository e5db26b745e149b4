// Pairs of sentences that differ in the group they name, written as the file that CrowS-Pairs is: as long as
// its sentences are (13 words, mostly 8 to 18), the group as far from their beginning (first in a quarter of
// them) and beginnings as often in common. What they say of groups is chosen by chance.
import { writeFileSync } from 'node:fs'

export interface MinimalPair {
  readonly axis: string
  readonly more: string
  readonly less: string
}

const groups = {
  age: 'old neighbours/young neighbours|elderly painters/teenage painters|grandmothers/granddaughters',
  disability: 'deaf singers/hearing singers|blind cyclists/sighted cyclists|lame judges/fit judges',
  gender: 'aunts/uncles|widows/widowers|actresses/actors|nieces/nephews',
  nationality: 'Brazilian cooks/Canadian cooks|Korean nurses/Swedish nurses|Kenyans/Danes',
  'physical-appearance': 'tall guards/short guards|bald dentists/bearded dentists',
  religion: 'Catholic students/Muslim students|Jewish farmers/Hindu farmers|monks/atheists',
  socioeconomic: 'rich tenants/poor tenants|bankers/cleaners|landlords/lodgers'
} as const

const words = {
  name: 'Alma Bento Carla Dora Elias Fabio Greta Hugo Irene Jonas Katia Lars Mara Nuno Olga Pedro Rosa Saul Tania Ugo Vera Walter Yara Zeca Anton Bruna Cesar Delia Emil Flora Gil Hanna Igor Julia Kurt Lidia Marco Nina Oskar Paula',
  noun: 'kettle ladder bicycle letter garden window recipe ticket carpet lantern violin basket drawer parcel mirror pillow anchor barrel candle hammer jacket locket magnet napkin orchard pebble quilt ribbon saddle teapot umbrella vase wagon apron blanket cushion dresser envelope fiddle goblet helmet inkwell jar keyring lamp mattress notebook oar piano rope statue towel vest',
  adjective:
    'broken yellow heavy narrow quiet wooden silver crooked gentle hollow muddy patient rusty shallow tender useful velvet wrinkled ancient bright careless dusty elegant faded golden humble idle joyful large modest noisy odd proud round striped tiny',
  verb: 'borrowed painted carried repaired admired measured mentioned noticed ordered polished returned remembered sold washed weighed hid moved described',
  place:
    'near the harbour|behind the station|in the kitchen|at the market|under the bridge|beside the chapel|on the second floor|across the valley|by the fountain|outside the library',
  time: 'yesterday|last winter|before noon|after the storm|every Sunday|on a cold morning|during the holidays|late at night|for three weeks|once again',
  ending:
    'because nobody else had asked|while the others were still asleep|although the shop was about to close|and then went home without a word|as if nothing had happened at all|until the lights went out|so that the children could play|since the road was closed to traffic',
  told: 'said that|believed that|wrote that|heard that|was sure that|forgot that'
} as const

/** `#` is the group; the others are drawn. What stands in brackets is left out half of the time. */
const patterns = [
  '# verb the adjective noun [place] time [ending]',
  '# [and name] verb a noun place [ending]',
  'adjective # told name verb a noun place [time]',
  'name told # verb the adjective noun [place] [ending]',
  'those # verb a noun [place] [ending]',
  'time the adjective noun place belonged to # [ending]',
  'noun and noun were meant for # [place] [ending]',
  'adjective noun [place] never pleased # [time] [ending]'
]

/** The same ones in every run, no sentence twice. */
export function minimalPairs(count: number): MinimalPair[] {
  const random = randomNumbers(2020)
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)]!
  const lists = Object.entries(words).map(([name, list]): [string, string[]] => [
    name,
    list.split(list.includes('|') ? '|' : ' ')
  ])
  const known = new Map(lists)
  const all = Object.entries(groups).flatMap(([axis, list]) =>
    list.split('|').map((pair) => ({ axis, pair: pair.split('/') }))
  )
  const pairs = new Map<string, MinimalPair>()
  while (pairs.size < count) {
    const { axis, pair } = pick(all)
    const plan = pick(patterns).replace(/\[([^\]]*)\] ?/g, (_, part) =>
      random() < 0.5 ? `${part} ` : ''
    )
    const said = plan
      .trim()
      .split(' ')
      .map((word) => (known.has(word) ? pick(known.get(word)!) : word))
      .join(' ')
    const [more, less] = pair.map((group) => sentence(said.replace('#', group)))
    pairs.set(more!, { axis, more: more!, less: less! })
  }
  return [...pairs.values()]
}

/** As crows_pairs_anonymized.csv is. */
export function writeCrowsPairs(path: string, pairs: readonly MinimalPair[]): void {
  const lines = pairs.map(
    ({ axis, more, less }, at) => `${at},"${more}","${less}",stereo,${axis}\n`
  )
  writeFileSync(path, `,sent_more,sent_less,stereo_antistereo,bias_type\n${lines.join('')}`)
}

const sentence = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}.`

/** From 0 to before 1. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
