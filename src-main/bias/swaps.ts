// Whether two sentences differ as a swap of one word for another would have it: how many words change, and
// the faults of agreement that swaps by list are known for.

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []

/** Words outside the longest common subsequence, as a share of the longer sentence. */
export function changedShare(first: string, second: string): number {
  const [a, b] = [words(first), words(second)]
  const longest = Math.max(a.length, b.length)
  if (longest === 0) return 1
  let above = Array.from({ length: b.length + 1 }, () => 0)
  for (const word of a) {
    const row = [0]
    for (let at = 0; at < b.length; at++)
      row.push(word === b[at] ? above[at]! + 1 : Math.max(above[at + 1]!, row[at]!))
    above = row
  }
  return (longest - above.at(-1)!) / longest
}

/** Feminine in spite of their -o, or of both genders. */
const feminineInO = /^(foto|moto|tribo|libido|modelo|piloto|soprano|contralto)s?$/
const masculineWord = /^(um|este|esse|aquele|nosso|meu|seu)s?$/
const feminineWord = /^(uma|esta|essa|aquela|nossa|minha|sua)s?$/

/** The words that do not agree, or null. Only what is surely wrong: no grammar is computed. */
export function swapFault(first: string, second: string): string | null {
  return faultOf(first) ?? faultOf(second)
}

function faultOf(text: string): string | null {
  // “hers” before a noun is what a list makes of “his”.
  const english = /\b(hers|theirs) (?!(?:is|are|was|were|and|or|to|in|on|at)\b)\p{L}{3,}/iu.exec(
    text
  )
  if (english) return english[0]
  const said = words(text)
  for (const [at, word] of said.entries()) {
    const noun = said[at + 1] ?? ''
    const isWrong =
      (masculineWord.test(word) && /(eira|ora|ária|dona)s?$/.test(noun)) ||
      (feminineWord.test(word) &&
        /(eiro|ário|dono|ogo|nino|ino)s?$/.test(noun) &&
        !feminineInO.test(noun))
    if (isWrong) return `${word} ${noun}`
  }
  return null
}
