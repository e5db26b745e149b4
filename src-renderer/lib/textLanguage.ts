// Tells English from Portuguese by their commonest words, for the lang attribute of a message.
// null when there is too little to go by; a wrong voice is worse than the window's own.

const english = new Set(
  'the and is of to in that it you was for on are with as his they be at this have from what who how why where not can do does my your a an i'.split(
    ' '
  )
)
const portuguese = new Set(
  'de que o e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos você quem qual onde meu minha'.split(
    ' '
  )
)

export function textLanguage(text: string): 'en' | 'pt-BR' | null {
  const words =
    text
      .slice(0, 2_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  let en = 0
  let pt = 0
  for (const word of words) {
    if (english.has(word)) en++
    if (portuguese.has(word)) pt++
    if (/[ãõçêâ]/.test(word)) pt++
  }
  if (Math.max(en, pt) < 2 || Math.max(en, pt) < 2 * Math.min(en, pt)) return null
  return en > pt ? 'en' : 'pt-BR'
}
