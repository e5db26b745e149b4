// The character that stands for each byte in byte-level vocabularies: printable bytes stand for
// themselves, the others for U+0100 onwards, in order.
// Source: bytes_to_unicode of openai/gpt-2's encoder.py

const isPrintable = (byte: number): boolean =>
  (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xff && byte !== 0xad)

export const byteOfCharacter: ReadonlyMap<string, number> = /* @__PURE__ */ makeTable()

function makeTable(): Map<string, number> {
  const table = new Map<string, number>()
  let next = 0x100
  for (let byte = 0; byte < 256; byte++)
    table.set(String.fromCodePoint(isPrintable(byte) ? byte : next++), byte)
  return table
}
