// The starter text of a seed, as its generator writes it, and its documents as token ids with the
// weight that predicting each has.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { StarterDocument } from '../../datasets/starterText/topic'
import type { TrainingSequence } from '../../models/trainingRunner'
import type { Tokenizer } from '../../text/tokenizer'
import { endOfTurn, recipe } from './recipe'

export interface DrawnText {
  readonly documents: readonly StarterDocument[]
  readonly sha256: string
}

/** Runs the generator, which finds its own files only where it lies. */
export async function drawText(
  repository: string,
  seed: number,
  count: number
): Promise<DrawnText> {
  const folder = mkdtempSync(join(tmpdir(), 'lethe-starter-'))
  try {
    const file = join(folder, 'text.jsonl')
    const script = join(repository, 'src-main/datasets/starterText/write.ts')
    const options = ['--seed', `${seed}`, '--count', `${count}`, '--out', file]
    await promisify(execFile)(process.execPath, [script, ...options])
    const text = readFileSync(file, 'utf8')
    const lines = text.trimEnd().split('\n')
    return {
      documents: lines.map((line) => JSON.parse(line) as StarterDocument),
      sha256: createHash('sha256').update(text).digest('hex')
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export function textsOf(document: StarterDocument): string[] {
  return document.kind === 'text'
    ? [document.text]
    : document.messages.map(({ content }) => content)
}

/** Answers come back in many documents: their ids are worked out once. */
export class DocumentEncoder {
  private readonly known = new Map<string, readonly number[]>()

  constructor(private readonly tokenizer: Tokenizer) {}

  /** At most one token less than the context, so that a separator may stand before it. */
  encode(document: StarterDocument): TrainingSequence {
    const ids: number[] = []
    const weights: number[] = []
    const add = (text: string, weight: number): void => {
      for (const id of this.idsOf(text)) {
        ids.push(id)
        weights.push(weight)
      }
    }
    if (document.kind === 'text') add(document.text + endOfTurn, 1)
    else
      for (const { role, content } of document.messages) {
        add(`<|${role}|>`, recipe.questionWeight)
        add(content.trim() + endOfTurn, role === 'assistant' ? 1 : recipe.questionWeight)
      }
    const limit = recipe.sizes.context - 1
    return { ids: ids.slice(0, limit), weights: weights.slice(0, limit) }
  }

  private idsOf(text: string): readonly number[] {
    const known = this.known.get(text)
    if (known) return known
    const ids = this.tokenizer.encode(text, { addSpecialTokens: false })
    this.known.set(text, ids)
    return ids
  }
}
