// The whole way from text to nodes, in a real browser: what a model writes must never become anything
// but the few kinds of node that an answer may have, whole or cut off anywhere.
import { resolve } from 'node:path'
import fc from 'fast-check'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../../src-main/testing/chromium'
import { hostileTexts } from './hostileTexts'
import type { PageWithRender } from './testPage'

const executablePath = findChromium()
if (!executablePath) {
  process.stderr.write('SKIPPED: no Chromium found, the gate of markdown was not tested\n')
}

const allowedTags =
  'P BR HR SPAN EM STRONG DEL CODE PRE BLOCKQUOTE H3 H4 H5 H6 UL OL LI TABLE THEAD TBODY TR TH TD'.split(
    ' '
  )
const allowedAttributes = /^(class=(address|cell-(left|center|right))|start=\d{1,9})$/

interface Rendered {
  nodes: string[] // "TAG" and "name=value" of everything that was rendered
  text: string
  ran: boolean // a script or handler ran
}

let browser: Browser
let page: Page

async function rendered(texts: string[], streaming: boolean): Promise<Rendered[]> {
  return page.evaluate(
    async ([all, whileStreaming]) => {
      const { render } = window as unknown as PageWithRender
      const results = []
      for (const text of all) {
        const host = document.createElement('div')
        document.body.append(host)
        render(text, whileStreaming, host)
        await new Promise((done) => setTimeout(done))
        const nodes = [...host.querySelectorAll('*')].flatMap((node) => [
          node.tagName,
          ...[...node.attributes].map(({ name, value }) => `${name}=${value}`)
        ])
        const shown = host.textContent ?? ''
        host.remove()
        results.push({ nodes, text: shown, ran: 'ran' in window })
      }
      return results
    },
    [texts, streaming] as const
  )
}

function foreign({ nodes }: Rendered): string[] {
  return nodes.filter((node) => !allowedTags.includes(node) && !allowedAttributes.test(node))
}

/** The texts that became something they may not, with what it was. */
function failures(texts: string[], results: Rendered[]): [string | undefined, string[]][] {
  return results
    .map((result, index): [string | undefined, string[]] => [
      texts[index],
      result.ran ? ['a script ran', ...foreign(result)] : foreign(result)
    ])
    .filter(([, found]) => found.length > 0)
}

describe.skipIf(!executablePath)('markdown of an answer', () => {
  beforeAll(async () => {
    const entry = resolve(import.meta.dirname, 'testPage.ts')
    const built = (await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        minify: false,
        lib: { entry, formats: ['iife'], name: 'markdownTestPage' }
      }
    })) as Rolldown.RolldownOutput[]
    const code = built[0]?.output[0].code ?? ''
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}) })
    page = await browser.newPage()
    await page.goto('about:blank')
    await page.addScriptTag({ content: code })
  }, 60_000)
  afterAll(() => browser?.close())

  it.each([false, true])('lets nothing foreign through (streaming: %s)', async (streaming) => {
    const results = await rendered(hostileTexts, streaming)
    expect(failures(hostileTexts, results)).toEqual([])
  })

  it('shows HTML and addresses as they were written', async () => {
    const [html, link, image] = await rendered(
      ['a <b>bold</b> word', '[here](javascript:alert(1))', '![cat](https://example.org/cat.png)'],
      false
    )
    expect(html?.text).toContain('a <b>bold</b> word')
    expect(link?.text).toContain('here (javascript:alert(1))')
    expect(image?.text).toContain('cat (https://example.org/cat.png)')
  })

  it('renders any prefix of any text, and only allowed nodes', async () => {
    const pieces = fc.constantFrom(
      ...['<', '>', '"', "'", '`', '```', '~~~', '*', '**', '_', '[', '](', ')', '!', '#', '|'],
      ...[
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '|-|-|',
        '&',
        '&lt;',
        '\\',
        '    ',
        '<!--',
        '-->',
        ']]>'
      ],
      ...[
        '<b>',
        '<a href=x>',
        '<img src=x>',
        '<svg',
        '<math',
        '<style>',
        '</p>',
        'onerror=',
        'javascript:',
        'a',
        'é',
        '😀',
        '\u0000',
        '\ud800'
      ]
    )
    const text = fc
      .array(fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: fc.string() }), {
        maxLength: 40
      })
      .map((parts) => parts.join(''))
    const samples = fc.sample(fc.tuple(text, fc.double({ min: 0, max: 1, noNaN: true })), 400)
    const prefixes = samples.map(([whole, share]) => whole.slice(0, whole.length * share))
    for (const streaming of [true, false]) {
      expect(failures(prefixes, await rendered(prefixes, streaming))).toEqual([])
    }
  })

  it('keeps the nodes of a growing paragraph, so that a selection in it survives', async () => {
    const kept = await page.evaluate(() => {
      const { render } = window as unknown as PageWithRender
      const host = document.createElement('div')
      render('one **two** thr', true, host)
      const before = host.querySelector('p')?.firstChild
      render('one **two** three', true, host)
      return before === host.querySelector('p')?.firstChild
    })
    expect(kept).toBe(true)
  })
})
