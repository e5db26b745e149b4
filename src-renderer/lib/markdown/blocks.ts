// Markdown to blocks: code blocks as data, everything else as HTML that still has to be sanitised.
// What a model writes is text: its links are shown and never opened, its images are never loaded, and
// HTML in it is shown as it was written.
import { Marked, type Token, type Tokens } from 'marked'

export type Block =
  | { type: 'html'; key: string; html: string }
  | { type: 'code'; key: string; language: string; code: string }

const mostHeadingLevel = 6
const headingShift = 2 // the page has its h1, the view its h2
// Nesting deeper than this is nobody's prose, and costs time that grows with its square.
const deepNesting = /^(?:\s{0,3}(?:>|[-*+]|\d{1,9}[.)])[ \t]?){40,}/m
const mostCharacters = 400_000

const marked = new Marked({
  gfm: true,
  breaks: true,
  async: false,
  renderer: {
    html: ({ text, block }: Tokens.HTML | Tokens.Tag) =>
      block ? `<p>${escapeHtml(text)}</p>` : escapeHtml(text),
    link({ href, text, tokens }: Tokens.Link) {
      const words = this.parser.parseInline(tokens)
      const sameAsWords = text === href || `mailto:${text}` === href || `http://${text}` === href
      return sameAsWords ? words : `${words} ${address(href)}`
    },
    image: ({ href, text }: Tokens.Image) => `${escapeHtml(text)} ${address(href)}`.trim(),
    heading({ depth, tokens }: Tokens.Heading) {
      const level = Math.min(mostHeadingLevel, depth + headingShift)
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`
    },
    code: ({ text }: Tokens.Code) => `<pre><code>${escapeHtml(text)}</code></pre>`,
    codespan: ({ text }: Tokens.Codespan) => `<code>${escapeHtml(text)}</code>`,
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '☑ ' : '☐ '),
    tablecell({ header, align, tokens }: Tokens.TableCell) {
      const tag = header ? 'th' : 'td'
      const style = align ? ` class="cell-${align}"` : ''
      return `<${tag}${style}>${this.parser.parseInline(tokens)}</${tag}>`
    }
  }
})

const address = (href: string): string => `<span class="address">(${escapeHtml(href)})</span>`

/** Never throws: text that cannot be parsed is shown as it is. */
export function markdownBlocks(text: string): Block[] {
  if (text.length > mostCharacters || deepNesting.test(text)) return [plainBlock(text)]
  try {
    const blocks: Block[] = []
    for (const token of marked.lexer(text)) {
      if (token.type === 'space' || token.type === 'def') continue
      blocks.push(blockOf(token, blocks.length))
    }
    return blocks
  } catch {
    return [plainBlock(text)]
  }
}

export interface SourceBlock {
  start: number
  end: number
}

/** Where each block of `markdownBlocks(text)` stands in `text`. */
export function sourceBlocks(text: string): SourceBlock[] {
  const whole = [{ start: 0, end: text.length }]
  if (text.length > mostCharacters || deepNesting.test(text)) return whole
  try {
    const blocks: SourceBlock[] = []
    let at = 0
    for (const { type, raw } of marked.lexer(text)) {
      const end = endOf(text, at, raw)
      if (type !== 'space' && type !== 'def') blocks.push({ start: at, end })
      at = end
    }
    return blocks
  } catch {
    return whole
  }
}

/** The end of `raw` in `text`; the lexer writes every line break as one sign. */
function endOf(text: string, start: number, raw: string): number {
  let at = start
  for (let i = 0; i < raw.length && at < text.length; i++) {
    at += raw[i] === '\n' && text.startsWith('\r\n', at) ? 2 : 1
  }
  return at
}

function blockOf(token: Token, index: number): Block {
  if (token.type === 'code') {
    const { lang, text } = token as Tokens.Code
    const language = /^[\w#+.-]+/.exec(lang ?? '')?.[0].toLowerCase() ?? ''
    return { type: 'code', key: `${index} code`, language, code: text }
  }
  return { type: 'html', key: `${index} ${token.type}`, html: marked.parser([token]) }
}

function plainBlock(text: string): Block {
  const html = `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`
  return { type: 'html', key: 'plain', html }
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
