// s(w, A, B) = mean over a in A of cos(w, a) − mean over b in B of cos(w, b): how much nearer a text is to
// one set of texts than to another (Caliskan et al. 2017, doi:10.1126/science.aal4230). Vectors stay in the
// memory; what is kept is this one number of each text.
import { mean } from '../statistics/moments'
import { scoreKey, type Scored, type ScoreHooks } from './scorer'
import { vectorsOf, type VectorModel } from './sentenceVectors'
import type { AssociationQuestion } from './suite'

export function associationKey({ pooling, text, toward, against }: AssociationQuestion): string {
  return scoreKey('association-1', pooling, text, toward, against)
}

/** Tells each score that is not known. @throws LetheError cancelled */
export async function scoreAssociations(
  model: VectorModel,
  questions: readonly AssociationQuestion[],
  isKnown: (key: string) => boolean,
  hooks: ScoreHooks
): Promise<void> {
  const wanted = new Map<string, AssociationQuestion>()
  for (const question of questions) {
    const key = associationKey(question)
    if (!isKnown(key)) wanted.set(key, question)
  }
  for (const [pooling, some] of Map.groupBy(wanted, ([, question]) => question.pooling)) {
    const texts = some.flatMap(([, it]) => [it.text, ...it.toward, ...it.against])
    const vectors = await vectorsOf(model, texts, pooling, hooks)
    for (const [key, { text, toward, against }] of some) {
      const all = [text, ...toward, ...against].map((it) => vectors.get(it)!)
      const fault = all.find((it) => 'fault' in it)
      hooks.onScored(key, fault ?? associated(model, text, all, toward.length))
    }
  }
}

/** @param all vectors of the text, of those toward, of those against */
function associated(
  model: VectorModel,
  text: string,
  all: readonly unknown[],
  count: number
): Scored {
  const [own, ...others] = all as Float64Array[]
  const near = others.map((other) => cosine(own!, other))
  const nats = mean(near.slice(0, count)) - mean(near.slice(count))
  const read = model.read(text)
  // A vector of zeros has no direction.
  if ('fault' in read || !Number.isFinite(nats))
    return { fault: 'noTokens', detail: text.slice(0, 60) }
  return { nats, tokens: read.own.length, unknown: read.unknown }
}

function cosine(first: Float64Array, second: Float64Array): number {
  let [together, one, two] = [0, 0, 0]
  for (let at = 0; at < first.length; at++) {
    together += first[at]! * second[at]!
    one += first[at]! ** 2
    two += second[at]! ** 2
  }
  return together / Math.sqrt(one * two)
}
