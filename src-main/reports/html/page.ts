// A report as one HTML file: no script, nothing loaded from anywhere, the signed data inside it.
import type { Block, Fact, ReportDocument, Result, Section, Table } from '../document'
import { escapeJson, escapeText } from './escape'
import { plotSvg } from './plotSvg'
import { reportStyles } from './styles'

/** The data stands between these; `escapeJson` keeps both out of it. */
export const dataOpening = '<script type="application/json" id="lethe-report">'
export const dataClosing = '</script>'

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** @param data JSON: the signed report, and what this page was drawn with */
export function htmlPage(document: ReportDocument, data: string): string {
  const { language, title, kind, notice } = document
  const [name, sort, said] = [title, kind, notice].map(escapeText)
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>${name} · ${sort}</title>
<style>
${reportStyles(notice, language)}
</style>
</head>
<body>
<main class="page">
<h1>${name}</h1>
<p class="kind">${sort}</p>
${document.sections.map(sectionHtml).join('\n')}
</main>
<footer>
<p class="page">${said}</p>
</footer>
${dataOpening}${escapeJson(data)}${dataClosing}
</body>
</html>
`
}

function sectionHtml({ id, title, blocks }: Section): string {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${escapeText(title)}</h2>
${blocks.map(blockHtml).join('\n')}
</section>`
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'verdict':
    case 'note':
      return `<p class="${block.type}">${escapeText(block.text)}</p>`
    case 'paragraph':
      return `<p>${escapeText(block.text)}</p>`
    case 'command':
      return `<p class="command"><code>${escapeText(block.text)}</code></p>`
    case 'list':
      return `<ul>
${block.items.map((item) => `<li>${escapeText(item)}</li>`).join('\n')}
</ul>`
    case 'listing':
      return `<pre class="listing">${block.lines
        .map(({ depth, text }) => `${'  '.repeat(depth)}${escapeText(text)}`)
        .join('\n')}</pre>`
    case 'facts':
      return `<dl class="facts">
${block.rows.map(factHtml).join('\n')}
</dl>`
    case 'results':
      return `<ul class="results">
${block.rows.map(resultHtml).join('\n')}
</ul>`
    case 'plot':
      return `<figure>
<figcaption>${escapeText(block.plot.title)}</figcaption>
${plotSvg(block.plot)}
</figure>`
    case 'table':
      return tableHtml(block.table)
  }
}

function factHtml({ term, value, isCode }: Fact): string {
  const shown = isCode ? `<code>${escapeText(value)}</code>` : escapeText(value)
  return `<dt>${escapeText(term)}</dt><dd>${shown}</dd>`
}

function resultHtml({ title, word, tone, sentences }: Result): string {
  const head = `<h3>${escapeText(title)}</h3><span class="word ${tone}">${escapeText(word)}</span>`
  const said = sentences.map((it) => `<p class="sentence">${escapeText(it)}</p>`)
  return `<li><div class="head">${head}</div>${said.join('')}</li>`
}

function tableHtml({ caption, columns, rows, isNumeric, codeColumn }: Table): string {
  const number = (index: number): string => (isNumeric[index] ? ' class="number"' : '')
  const head = columns.map((it, at) => `<th scope="col"${number(at)}>${escapeText(it)}</th>`)
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => {
      if (at === 0) return `<th scope="row">${escapeText(cell)}</th>`
      const look = at === codeColumn ? ' class="code"' : number(at)
      return `<td${look}>${escapeText(cell)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  // A table may be wider than a phone: then it scrolls by itself, by key too.
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeText(caption)}">
<table>
<caption>${escapeText(caption)}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`
}
