// The texts that a PDF of ours draws: glyphs go back to letters by the fonts' ToUnicode tables. Reads what
// reports/pdf writes, uncompressed, and nothing else.

/** Texts as they were drawn, one for each run of glyphs, page by page. */
export function pdfTexts(bytes: Buffer): string[][] {
  const objects = objectsOf(bytes.toString('latin1'))
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  const pages: string[][] = []
  for (const object of objects.values()) {
    const fontNames = /\/Font <<([^>]*)>>/s.exec(object)?.[1] ?? ''
    for (const [, name, id] of fontNames.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? '')?.[1]
      if (table) fonts.set(name!, lettersOf(objects.get(table)!))
    }
  }
  for (const object of objects.values()) {
    if (!/\/Type \/Page\b(?!s)/.test(object)) continue
    const id = /\/Contents (\d+) 0 R/.exec(object)![1]!
    pages.push(drawnIn(objects.get(id)!, fonts))
  }
  return pages
}

function objectsOf(text: string): Map<string, string> {
  const found = text.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj$/gms)
  return new Map([...found].map(([, id, body]) => [id!, body!]))
}

function lettersOf(table: string): Map<string, string> {
  const letters = new Map<string, string>()
  for (const [, first, list] of table.matchAll(/^<(\w+)> <\w+> \[(.*?)\]$/gm))
    [...list!.matchAll(/<([^>]*)>/g)].forEach(([, units], index) => {
      const code = (Number.parseInt(first!, 16) + index).toString(16).padStart(4, '0')
      const numbers = units!.split(' ').map((unit) => Number.parseInt(unit, 16))
      letters.set(code, String.fromCharCode(...numbers))
    })
  return letters
}

function drawnIn(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>
): string[] {
  let font: ReadonlyMap<string, string> | undefined
  const texts: string[] = []
  for (const [, name, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(<.*?)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name)
    else {
      const codes = [...glyphs!.matchAll(/<(\w+)>/g)].flatMap(
        ([, hex]) => hex!.match(/.{4}/g) ?? []
      )
      texts.push(codes.map((code) => font?.get(code) ?? '\ufffd').join(''))
    }
  }
  return texts
}
