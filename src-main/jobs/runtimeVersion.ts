// onnxruntime-node's version, read from its package: the library itself is loaded by engines only.
import { createRequire } from 'node:module'
import { z } from 'zod'

export function runtimeVersion(): string {
  const found: unknown = createRequire(import.meta.url)('onnxruntime-node/package.json')
  return z.object({ version: z.string() }).parse(found).version
}
