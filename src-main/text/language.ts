// Whether a text is English or Portuguese, by the most frequent words of each that are not words of the
// other. A rule of thumb for tables and statistics, sound from a sentence on; Spanish, Galician and other
// neighbours of Portuguese have words of their own that count against it.

export type TextLanguage = 'en' | 'pt' | 'other'

const words = (list: string): Set<string> => new Set(list.split(' '))

const english = words(
  'the of and to in is was that it for with as his her he she on by at be this are from or had not but they ' +
    'have which were their an been who you your will would there when what all more one if my we our i so can ' +
    'how why where has did does about into than then them its these those'
)
const portuguese = words(
  'de da do das dos e em um uma que não é com para por os as ao à às aos na no nas nos se mais como mas foi ' +
    'ele ela eles elas seu sua seus suas ou quando muito já também só pelo pela até isso este esta esse essa ' +
    'são está ser ter tem você vocês eu meu minha nós há qual quem onde porque o a'
)
const neighbours = words(
  'el la los las del una unos y en es lo por con su sus pero como más muy también está qué cuando hay fue ' +
    'le les des et est un une dans pour qui sur il elle nous vous avec ce cette der die das und ist nicht ' +
    'ein eine mit von zu den dem auf für il che di non per gli sono della'
)
const looked = 4000 // characters
/** So many of the words at least are of those above in a text of the language. */
const leastShare = 0.12
const leastWords = 2

export function languageOf(text: string): TextLanguage {
  const found =
    text
      .slice(0, looked)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  let en = 0
  let pt = 0
  let other = 0
  for (const word of found) {
    if (english.has(word)) en++
    if (portuguese.has(word)) pt++
    if (neighbours.has(word)) other++
  }
  const most = Math.max(en, pt)
  if (most < leastWords || most / found.length < leastShare || other > most) return 'other'
  if (en === pt) return 'other'
  return en > pt ? 'en' : 'pt'
}
