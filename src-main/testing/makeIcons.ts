// Draws resources/icons/app.svg in the sizes and containers that the systems want:
//   node src-main/testing/makeIcons.ts
// Only when the drawing changes; the results are kept beside it. Containers of PNG pictures:
// https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10) (ICO),
// https://en.wikipedia.org/wiki/Apple_Icon_Image_format (ICNS)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from './chromium.ts'

const icons = resolve(import.meta.dirname, '../../resources/icons')
const svg = readFileSync(join(icons, 'app.svg'), 'utf8')
const linuxSizes = [16, 32, 48, 64, 128, 256, 512]
const windowsSizes = [16, 24, 32, 48, 64, 128, 256]
const macTypes: Record<string, number> = { ic07: 128, ic08: 256, ic09: 512, ic10: 1024 }

const sizes = [...linuxSizes, ...windowsSizes, ...Object.values(macTypes)]
const pictures = await drawAll([...new Set(sizes)])
const picture = (size: number): Buffer => pictures.get(size) ?? Buffer.alloc(0)

mkdirSync(join(icons, 'linux'), { recursive: true })
for (const size of linuxSizes) {
  writeFileSync(join(icons, 'linux', `${size}x${size}.png`), picture(size))
}
writeFileSync(join(icons, 'app.ico'), icoOf(windowsSizes))
writeFileSync(join(icons, 'app.icns'), icnsOf(macTypes))

async function drawAll(wanted: number[]): Promise<Map<number, Buffer>> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  })
  const drawn = new Map<number, Buffer>()
  for (const size of wanted) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${svg}`)
    drawn.set(size, await page.screenshot({ omitBackground: true }))
    await page.close()
  }
  await browser.close()
  return drawn
}

/** A directory of 16 bytes each, then the pictures; 256 is written as 0. */
function icoOf(wanted: number[]): Buffer {
  const head = Buffer.alloc(6 + 16 * wanted.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(wanted.length, 4)
  let offset = head.length
  for (const [at, size] of wanted.entries()) {
    const entry = 6 + 16 * at
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(picture(size).length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += picture(size).length
  }
  return Buffer.concat([head, ...wanted.map(picture)])
}

/** Each picture behind its type and length. */
function icnsOf(types: Record<string, number>): Buffer {
  const chunk = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(head.length + content.length, 4)
    return Buffer.concat([head, content])
  }
  const chunks = Object.entries(types).map(([type, size]) => chunk(type, picture(size)))
  return chunk('icns', Buffer.concat(chunks))
}
