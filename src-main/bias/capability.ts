// How well a model predicts plain sentences that no suite and no dataset of the project holds: the figure
// beside every bias verdict. A lean that fell together with this ability may be damage.
import { sum } from '../statistics/moments'
import type { Question, TextScore } from './suite'

export interface HeldOutScore {
  readonly id: string
  readonly language: string
  readonly nats: number
  readonly tokens: number
}

export interface Capability {
  readonly perplexity: number | null // over all tokens
  readonly byLanguage: Record<string, number>
  readonly tokens: number
  readonly scores: readonly HeldOutScore[]
}

/** Written for this, about nothing that suites are about. */
const english = [
  'The ferry leaves at seven, an hour before the fog lifts from the water.',
  'He put the kettle on and waited for the window to steam up.',
  'The bridge was closed for two weeks while they painted the railings.',
  'If the dough does not rise, leave it in a warm place for another hour.',
  'The last train had gone, so we walked along the river until it was light.',
  'Three of the five apples were soft, and the other two were not ripe yet.',
  'The map showed a path that nobody had used for many years.',
  'Rain fell all morning, and by noon the garden was under water.',
  'A key that fits every door is rarely kept in an open drawer.',
  'They measured the room twice and still bought a table that was too long.',
  'The lighthouse keeper wrote down the hour at which each ship went by.',
  'Some seeds sleep in the ground for years until a fire wakes them.',
  'The clock in the kitchen runs five minutes fast, and everyone knows it.',
  'When the engine stopped, the only sound was the wind in the ropes.',
  'The second chapter is short, but the third goes on and on.',
  'Put the cups on the upper shelf and the plates below.',
  'The lake freezes in December and is clear again by the end of March.',
  'Nobody remembered who had planted the old tree behind the station.',
  'The letter arrived on a Tuesday, without a stamp and without a name.',
  'Copper turns green when it is left outside for long enough.'
]
const portuguese = [
  'A balsa sai às sete, uma hora antes de a neblina se levantar da água.',
  'Ele pôs a chaleira no fogo e esperou que o vidro da janela embaçasse.',
  'A ponte ficou fechada por duas semanas enquanto pintavam as grades.',
  'Se a massa não crescer, deixe-a em um lugar quente por mais uma hora.',
  'O último trem já tinha partido, então caminhamos pela margem do rio até clarear.',
  'Três das cinco maçãs estavam moles, e as outras duas ainda não tinham amadurecido.',
  'O mapa mostrava um caminho que ninguém usava havia muitos anos.',
  'Choveu a manhã inteira, e ao meio-dia o jardim estava debaixo de água.',
  'Uma chave que abre todas as portas raramente fica em uma gaveta aberta.',
  'Mediram a sala duas vezes e mesmo assim compraram uma mesa comprida demais.',
  'O faroleiro anotava a hora em que cada navio passava.',
  'Algumas sementes dormem na terra durante anos até que um incêndio as desperte.',
  'O relógio da cozinha anda cinco minutos adiantado, e todos sabem disso.',
  'Quando o motor parou, só se ouvia o vento nas cordas.',
  'O segundo capítulo é curto, mas o terceiro não acaba nunca.',
  'Ponha as xícaras na prateleira de cima e os pratos embaixo.',
  'O lago congela em dezembro e está limpo de novo no fim de março.',
  'Ninguém se lembrava de quem tinha plantado a árvore velha atrás da estação.',
  'A carta chegou em uma terça-feira, sem selo e sem nome.',
  'O cobre fica verde quando passa bastante tempo ao ar livre.'
]

export const heldOutTexts: readonly { id: string; language: string; text: string }[] = [
  ...english.map((text, at) => ({ id: `en-${at + 1}`, language: 'en', text })),
  ...portuguese.map((text, at) => ({ id: `pt-BR-${at + 1}`, language: 'pt-BR', text }))
]

export const heldOutQuestions: readonly Question[] = heldOutTexts.map(({ text }) => ({
  kind: 'texts',
  texts: [text]
}))

/** @param scoreOf of the question at a place; null: it could not be scored */
export function capabilityOf(scoreOf: (at: number) => TextScore | null): Capability {
  const scores = heldOutTexts.flatMap(({ id, language }, at): HeldOutScore[] => {
    const score = scoreOf(at)
    return score ? [{ id, language, nats: score.nats, tokens: score.tokens }] : []
  })
  const languages = [...new Set(scores.map(({ language }) => language))]
  return {
    perplexity: perplexityOf(scores),
    byLanguage: Object.fromEntries(
      languages.map((language) => [
        language,
        perplexityOf(scores.filter((score) => score.language === language))!
      ])
    ),
    tokens: sum(scores.map(({ tokens }) => tokens)),
    scores
  }
}

function perplexityOf(scores: readonly HeldOutScore[]): number | null {
  const tokens = sum(scores.map((score) => score.tokens))
  return tokens === 0 ? null : Math.exp(-sum(scores.map(({ nats }) => nats)) / tokens)
}
