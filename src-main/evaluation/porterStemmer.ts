// The Porter stemmer (1980, doi:10.1108/eb046814) with the changes that NLTK makes, for the digits of
// ROUGE as the rouge-score package counts it. For lower-case ASCII words; English only.

const irregular: Readonly<Record<string, string>> = {
  sky: 'sky',
  skies: 'sky',
  dying: 'die',
  lying: 'lie',
  tying: 'tie',
  news: 'news',
  innings: 'inning',
  inning: 'inning',
  outings: 'outing',
  outing: 'outing',
  cannings: 'canning',
  canning: 'canning',
  howe: 'howe',
  proceed: 'proceed',
  exceed: 'exceed',
  succeed: 'succeed'
}

export function porterStem(word: string): string {
  if (Object.hasOwn(irregular, word)) return irregular[word]!
  if (word.length <= 2) return word
  const steps = [plurals, participles, endingY, doubleSuffixes, longSuffixes, lastSuffixes, finalE]
  return steps.reduce((stem, step) => step(stem), word)
}

/** For each letter, whether it is a consonant; y is one unless a consonant comes before it. */
function consonants(word: string): boolean[] {
  const flags: boolean[] = []
  for (const letter of word) {
    const isVowel = 'aeiou'.includes(letter)
    flags.push(letter === 'y' ? !(flags.at(-1) ?? false) : !isVowel)
  }
  return flags
}

/** Porter's m: how often a vowel is followed by a consonant. */
function measure(stem: string): number {
  const flags = consonants(stem)
  return flags.filter((isConsonant, i) => isConsonant && i > 0 && !flags[i - 1]).length
}

const hasVowel = (stem: string): boolean => consonants(stem).includes(false)

function endsInDoubleConsonant(word: string): boolean {
  return word.length >= 2 && word.at(-1) === word.at(-2) && consonants(word).at(-1) === true
}

/** Consonant, vowel, consonant other than w, x, y; NLTK also takes a word of vowel and consonant. */
function endsShort(word: string): boolean {
  const flags = consonants(word)
  if (word.length === 2) return !flags[0] && flags[1] === true
  const [first, second, third] = flags.slice(-3)
  return word.length > 2 && first === true && !second && third === true && !/[wxy]$/.test(word)
}

type Rule = [suffix: string, replacement: string, when?: (stem: string) => boolean]

/** The first rule whose suffix is there decides, whether its condition holds or not. */
function replaceSuffix(word: string, rules: readonly Rule[]): string {
  for (const [suffix, replacement, when] of rules) {
    if (!word.endsWith(suffix)) continue
    const stem = word.slice(0, word.length - suffix.length)
    return when === undefined || when(stem) ? stem + replacement : word
  }
  return word
}

function plurals(word: string): string {
  if (word.length === 4 && word.endsWith('ies')) return word.slice(0, -1)
  return replaceSuffix(word, [
    ['sses', 'ss'],
    ['ies', 'i'],
    ['ss', 'ss'],
    ['s', '']
  ])
}

function participles(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2)
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const suffix = ['ed', 'ing'].find(
    (it) => word.endsWith(it) && hasVowel(word.slice(0, -it.length))
  )
  if (suffix === undefined) return word
  const stem = word.slice(0, -suffix.length)
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`
  if (endsInDoubleConsonant(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1)
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem
}

function endingY(word: string): string {
  const when = (stem: string): boolean => stem.length > 1 && consonants(stem).at(-1) === true
  return replaceSuffix(word, [['y', 'i', when]])
}

const isMeasured = (stem: string): boolean => measure(stem) > 0
const isLong = (stem: string): boolean => measure(stem) > 1

const pairs = (text: string, when: (stem: string) => boolean): Rule[] =>
  text.split(' ').map((pair): Rule => {
    const [suffix = '', replacement = ''] = pair.split('>')
    return [suffix, replacement, when]
  })

const doubleRules: Rule[] = [
  ...pairs('ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al', isMeasured),
  ...pairs('entli>ent eli>e ousli>ous ization>ize ation>ate ator>ate alism>al', isMeasured),
  ...pairs('iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble', isMeasured),
  ...pairs('fulli>ful', isMeasured),
  ['logi', 'log', (stem) => isMeasured(`${stem}l`)]
]

function doubleSuffixes(word: string): string {
  if (word.endsWith('alli') && isMeasured(word.slice(0, -4)))
    return doubleSuffixes(word.slice(0, -2))
  return replaceSuffix(word, doubleRules)
}

const longRules = pairs('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>', isMeasured)

function longSuffixes(word: string): string {
  return replaceSuffix(word, longRules)
}

const lastRules: Rule[] = [
  ...pairs('al> ance> ence> er> ic> able> ible> ant> ement> ment> ent>', isLong),
  ['ion', '', (stem) => isLong(stem) && /[st]$/.test(stem)],
  ...pairs('ou> ism> ate> iti> ous> ive> ize>', isLong)
]

function lastSuffixes(word: string): string {
  return replaceSuffix(word, lastRules)
}

function finalE(word: string): string {
  const stem = word.endsWith('e') ? word.slice(0, -1) : null
  const drops = stem !== null && (isLong(stem) || (measure(stem) === 1 && !endsShort(stem)))
  const shorter = drops ? stem : word
  return shorter.endsWith('ll') && isLong(shorter.slice(0, -1)) ? shorter.slice(0, -1) : shorter
}
