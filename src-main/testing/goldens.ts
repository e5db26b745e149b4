// Reading the reference values that makeGoldens.py wrote.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'

export const goldensFolder = fileURLToPath(new URL('./goldens', import.meta.url))

/** Parses goldens/`name`, checked against `schema` so that a stale golden fails by name. */
export function readGolden<T>(name: string, schema: z.ZodType<T>): T {
  const text = readFileSync(join(goldensFolder, name), 'utf8')
  const parsed = schema.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Error(`goldens/${name}: ${parsed.error.message}`)
  return parsed.data
}
