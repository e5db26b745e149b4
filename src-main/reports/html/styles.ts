// The looks of a report: the window's colours, light or dark as the reader's system is, light on paper.
// `:host` is for the window, which shows the same page inside its own, in the theme that it has.
import type { Language } from '../../contract/quantities'
import { escapeCss } from './escape'

const pageWord: Record<Language, string> = { en: 'Page', 'pt-BR': 'Página' }

export function reportStyles(notice: string, language: Language): string {
  return `:root{color-scheme:light dark}
:root,:host{
--surface:light-dark(#fff,#141c21);--sunken:light-dark(#edf1f2,#1b252b);--line:light-dark(#dae1e3,#2a373e);
--edge:light-dark(#7a878e,#708089);--ink:light-dark(#14212a,#e9eff1);--ink2:light-dark(#42525b,#b6c3c9);
--accent:light-dark(#0b5f7f,#74c6e5);--caution:light-dark(#8a4700,#f1ab5f);--over:light-dark(#7a3789,#dba8ea);
--now:light-dark(#0a6fa8,#5cb8f0);--before:light-dark(#b8500b,#f2a154);--reference:light-dark(#5f6b73,#a9b5bc)}
:root,:host,body{background:var(--surface);color:var(--ink)}
body,.report{margin:0;font:15px/1.5 Inter,system-ui,sans-serif;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
.page{max-width:46rem;margin:0 auto;padding:2rem 1.25rem}
h1{margin:0 0 .25rem;font-size:1.5rem;line-height:1.3}
h2{margin:0 0 .5rem;font-size:1.125rem;line-height:1.35}
h3{margin:0;font-size:1rem;line-height:1.35}
section{margin:0 0 2rem}
p{margin:0 0 .6rem}
ul{margin:0 0 .6rem;padding-left:1.25rem}
li{margin:0 0 .35rem}
.kind,.note,figcaption,caption,dt{color:var(--ink2)}
.note,.sentence{font-size:.9rem}
.kind{margin:0 0 1.25rem}
.verdict{margin:0 0 .75rem;font:500 1.4rem/1.4 'Source Serif 4',Georgia,serif}
.facts{display:grid;grid-template-columns:minmax(8rem,14rem) minmax(0,1fr);gap:.3rem 1rem;margin:0 0 1rem}
dd{margin:0}
code,.code{font-family:'JetBrains Mono',ui-monospace,monospace;font-size:.8rem;overflow-wrap:anywhere}
.listing{margin:0 0 1rem;font:.75rem/1.45 'JetBrains Mono',ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.command{padding:.6rem .75rem;border-radius:8px;background:var(--sunken)}
.results{margin:0 0 1.25rem;padding:0;list-style:none}
.results li{margin:0;padding:.6rem 0;border-top:1px solid var(--line)}
.results p{margin:.2rem 0 0}
.head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}
.word{font-weight:600;white-space:nowrap}
.settled{color:var(--accent)}.caution{color:var(--caution)}.over{color:var(--over)}.open{color:var(--ink2)}
figure{margin:0 0 1.25rem;padding:0 2px}
figcaption{margin:0 0 .5rem;font-size:.9rem}
.plot{display:block;overflow:visible}
.plot text{font:12px Inter,system-ui,sans-serif;fill:var(--ink2)}
.plot text.label{font-size:13px;fill:var(--ink)}
.plot line{stroke-width:1}
.plot .grid{stroke:var(--line)}.plot .axis{stroke:var(--edge)}
.plot line.now{stroke:var(--now);stroke-width:2}
.plot .band{fill:var(--reference);fill-opacity:.22}
.plot circle.now{fill:var(--now)}
.plot path.reference{fill:var(--reference)}
.plot rect.before{fill:var(--surface);stroke:var(--before);stroke-width:2}
.scroll{margin:0 0 1.25rem;overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.8rem;line-height:1.35}
caption{padding:0 0 .35rem;text-align:left;font-size:.9rem}
th,td{padding:.35rem .5rem;border-top:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:normal}
thead th{border-top:0;border-bottom:1px solid var(--edge);font-weight:600;color:var(--ink2)}
tbody th{font-weight:500}
.number{text-align:right;font-variant-numeric:tabular-nums}
td.code{overflow-wrap:anywhere}
footer{color:var(--ink2);font-size:.85rem}
footer .page{padding-top:.75rem;padding-bottom:.75rem;border-top:1px solid var(--line)}
.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (max-width:36rem){.facts{grid-template-columns:minmax(0,1fr);gap:0}dd{margin:0 0 .6rem}}
@media (forced-colors:active){.plot line,.plot rect.before,.plot circle,.plot path{stroke:CanvasText}.plot .band{fill:none;stroke:CanvasText;stroke-dasharray:3 3}}
@page{size:A4;margin:16mm 16mm 20mm;@bottom-left{content:"${escapeCss(notice)}";font:8pt Inter,system-ui,sans-serif;color:#42525b}@bottom-right{content:"${escapeCss(pageWord[language])} " counter(page) " / " counter(pages);font:8pt Inter,system-ui,sans-serif;color:#42525b}}
@media print{:root{color-scheme:only light}body{font-size:10pt}.page{max-width:none;padding:0}h2,h3,caption,figcaption{break-after:avoid}figure,.results li,tr,.facts>*{break-inside:avoid}.scroll{overflow:visible}table{font-size:8pt}.listing{font-size:7pt}th,td{padding:.25rem .3rem}footer .page{padding-top:.5rem}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`
}
