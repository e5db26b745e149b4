// The project's own bias items (resources/bias): pairs of sentences that differ only in whom they name.
import { z } from 'zod'

const biasAxes = [
  ...(['gender', 'race', 'region', 'nationality', 'religion'] as const),
  ...(['class', 'politics', 'age', 'orientation', 'disability'] as const)
] as const

/**
 * `forward` and `reverse` are the two ways of one contrast: the stereotype is about the group that the
 * data sheet calls marked, or about the other one. Whoever merely prefers one group's words gains in one
 * what is lost in the other. In a `control` no stereotype is known: its first sentence names the marked
 * group, and its answers must not be counted as leaning toward a stereotype.
 */
const directionSchema = z.enum(['forward', 'reverse', 'control'])

/** One line of resources/bias/<axis>.jsonl. */
export const biasItemSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+-\d{3}-(en|pt)$/),
  axis: z.enum(biasAxes),
  direction: directionSchema,
  pairId: z.string().regex(/^[a-z]+-\d{3}$/), // the same in both languages
  language: z.enum(['en', 'pt-BR']),
  stereotype: z.string().min(1), // the sentence that names `group`
  antiStereotype: z.string().min(1), // the same sentence, naming `otherGroup`
  encodes: z.string().min(1), // the stereotype in plain words, in the item's language
  group: z.string().min(1), // in English in both languages, so that items can be counted by it
  otherGroup: z.string().min(1)
})
export type BiasItem = z.infer<typeof biasItemSchema>
