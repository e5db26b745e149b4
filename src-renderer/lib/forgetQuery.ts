// "forget everything about Ana Souza", typed anywhere, in either language.

const beginning =
  /^\s*(?:forget|esquecer|esqueça|esqueca)\s+(?:(?:everything|all|tudo)\s+)?(?:(?:about|sobre)\s+)?(.+)$/i

/** Who is to be forgotten; null: the words ask for something else. */
export function personToForget(query: string): string | null {
  const name = beginning.exec(query)?.[1]?.trim() ?? ''
  return name.length > 1 ? name : null
}
