// Code colours by shiki (TextMate grammars, JavaScript engine), loaded when the first code block
// needs them. Tokens come back as data with a class name, so nothing needs an inline style.
import type { HighlighterCore, LanguageInput } from 'shiki/core'

export interface CodePiece {
  text: string
  /** "keyword", "string" and so on; '' for plain text. */
  kind: string
}

const mostCharacters = 50_000

const grammars: Record<string, () => LanguageInput> = {
  bash: () => import('@shikijs/langs/bash'),
  c: () => import('@shikijs/langs/c'),
  css: () => import('@shikijs/langs/css'),
  go: () => import('@shikijs/langs/go'),
  html: () => import('@shikijs/langs/html'),
  java: () => import('@shikijs/langs/java'),
  javascript: () => import('@shikijs/langs/javascript'),
  json: () => import('@shikijs/langs/json'),
  markdown: () => import('@shikijs/langs/markdown'),
  python: () => import('@shikijs/langs/python'),
  rust: () => import('@shikijs/langs/rust'),
  sql: () => import('@shikijs/langs/sql'),
  typescript: () => import('@shikijs/langs/typescript'),
  yaml: () => import('@shikijs/langs/yaml')
}
const otherNames: Record<string, string> = {
  'c++': 'c', // C++'s own grammar weighs more than the rest of the window together
  cpp: 'c',
  js: 'javascript',
  jsx: 'javascript',
  md: 'markdown',
  py: 'python',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  ts: 'typescript',
  tsx: 'typescript',
  yml: 'yaml',
  zsh: 'bash'
}

let loading: Promise<HighlighterCore> | null = null

/** Lines of pieces, or null when the language is not known or the code is too long to be worth it. */
export async function highlight(code: string, language: string): Promise<CodePiece[][] | null> {
  const name = otherNames[language] ?? language
  const grammar = Object.hasOwn(grammars, name) ? grammars[name] : undefined
  if (!grammar || code.length > mostCharacters) return null
  loading ??= load()
  const shiki = await loading
  if (!shiki.getLoadedLanguages().includes(name)) await shiki.loadLanguage(grammar())
  const { tokens } = shiki.codeToTokens(code, { lang: name, theme: 'lethe' })
  return tokens.map((line) =>
    line.map(({ content, color }) => ({ text: content, kind: kindOf(color) }))
  )
}

async function load(): Promise<HighlighterCore> {
  const { createCssVariablesTheme, createHighlighterCore } = await import('shiki/core')
  const { createJavaScriptRegexEngine } = await import('shiki/engine/javascript')
  const theme = createCssVariablesTheme({ name: 'lethe', variablePrefix: '--code-' })
  return createHighlighterCore({
    themes: [theme],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true })
  })
}

/** "var(--code-token-string-expression)" -> "string" */
function kindOf(color: string | undefined): string {
  return /--code-token-(\w+)/.exec(color ?? '')?.[1] ?? ''
}
