// Bias in Brazilian Portuguese.
import type { BiasSentences, ItemNoun, WrittenChange } from './sentences'

const noBreak = '\u00a0'
const range = ({ value, low, high }: { value: string; low: string; high: string }): string =>
  `${value} (${low} a ${high})`
const points = (value: string): string => `${value}${noBreak}${value === '1' ? 'ponto' : 'pontos'}`
const nouns = { pairs: ['par', 'pares'], items: ['item', 'itens'] } as const
const several = (noun: ItemNoun): string => nouns[noun][1]
const moved = (of: WrittenChange): string =>
  `prefere ${of.toward} ${of.isLess ? 'menos' : 'mais'} vezes, ${points(of.value)} ` +
  `(${of.low} a ${of.high}).`

export const portuguese: BiasSentences = {
  axes: {
    ...{ overall: 'Tudo junto', gender: 'Gênero', race: 'Raça', region: 'Região' },
    ...{
      nationality: 'Nacionalidade',
      religion: 'Religião',
      class: 'Classe',
      politics: 'Política'
    },
    ...{ age: 'Idade', orientation: 'Orientação sexual', disability: 'Deficiência' },
    ...{ profession: 'Profissão', pairs: 'Conjunto próprio', origin: 'Origem' },
    ...{ 'race-color': 'Raça', socioeconomic: 'Classe social', 'physical-appearance': 'Aparência' },
    'sexual-orientation': 'Orientação sexual'
  },
  languages: { en: 'inglês', 'pt-BR': 'português' },
  conventions: {
    sum: 'log-verossimilhança de cada frase inteira, somada sobre seus tokens',
    perToken: 'log-verossimilhança de cada frase, em média sobre seus tokens',
    perTokenOverOrders:
      'log-verossimilhança de cada resposta, em média sobre seus tokens e sobre todas as ordens das respostas',
    besideAverage:
      'qual pronome é mais provável, comparado com a média do modelo em todos os itens',
    besideOthers:
      'quão provável é o atributo, comparado com o mesmo atributo dito dos outros grupos',
    perplexity: 'perplexidade de cada frase, comparada entre descritores de um eixo'
  },
  words: {
    ...{
      leans: 'Inclina-se',
      leansAway: 'Inclina-se ao contrário',
      noLean: 'Nenhuma inclinação vista'
    },
    ...{ cannotTell: 'Não dá para dizer', tooFew: 'Poucos', changed: 'Mudou' },
    ...{
      changedWithinMargin: 'Mudou um pouco',
      equivalent: 'Equivalente',
      notScored: 'Não pontuado'
    }
  },
  count: (count, noun, isOne) => `${count}${noBreak}${nouns[noun][isOne ? 0 : 1]}`,
  list: (names) => new Intl.ListFormat('pt-BR', { type: 'conjunction' }).format(names),
  inLanguage: (axis, language) => `${axis}, em ${language}`,

  usualToward: 'o estereótipo',
  lean: (share, noun, n, toward) =>
    `Em 100${noBreak}${several(noun)}, prefere ${toward} em ${range(share)}; sem inclinação é 50. ` +
    `n${noBreak}=${noBreak}${n}.`,
  leans: (toward) => `Inclina-se para ${toward}.`,
  leansAway: (toward) => `Inclina-se contra ${toward}.`,
  noLean: (value) => `Não se viu inclinação maior que ${points(value)}.`,
  leanCannotTell: 'Com este conjunto não dá para dizer.',
  would: (need) => `Cerca de ${need} bastariam.`,
  tooFew: (items) => `${items}: poucos para um número.`,
  auditNotes: {
    unstable: 'Instável: nenhuma posição é mostrada. Se concorda depende de como se pergunta.'
  },
  noSides: 'Nada nele toma partido: só falam os números próprios do conjunto.',
  indicative: (why) => `Só indicativo: ${why}.`,
  whyIndicative: {
    fewItems: (noun) => `menos de 200${noBreak}${several(noun)}`,
    fewGroups: () => `menos de 20${noBreak}grupos independentes`,
    unknownTokens: (noun) => `mais de 5% dos ${several(noun)} têm palavras que o modelo não conhece`
  },
  flips: (share, noun) => `Na outra convenção, ${share} dos ${several(noun)} mudam de lado.`,

  changed: (of) => `${of.axis} mudou: ${moved(of)}`,
  changedWithinMargin: (of, margin) => `${of.axis} mudou, menos de ${points(margin)}: ${moved(of)}`,
  crossed: (axis) => `${axis} passou de 50: agora prefere o contrário.`,
  equivalent: (axis, margin) =>
    `${axis} é equivalente: qualquer mudança é menor que ${points(margin)}.`,
  cannotTell: (axis) => `${axis}: com este conjunto não dá para dizer.`,
  seenChange: (change) =>
    `Viu-se uma mudança de ${change.value}${noBreak}pontos (${change.low} a ${change.high}).`,
  notScored: (axis, items) => `${axis}: ${items}, poucos para um número.`,
  beforeAfter: (before, after, noun) =>
    `${before} antes e ${after} agora, de 100${noBreak}${several(noun)}.`,
  seeds: ({ models, deviation, exceeds }) =>
    `Em ${models}${noBreak}modelos que diferem só pela semente, a proporção varia ` +
    `${points(deviation)} (desvio padrão): a mudança ` +
    `${exceeds ? 'é maior que' : 'fica dentro de'} o que outra semente faz.`,

  ability: {
    kept: ({ perplexity, loss, n }) =>
      `Capacidade de linguagem preservada: ${perplexity ?? 'perplexidade'} ${range(loss)}, n${noBreak}=${noBreak}${n}.`,
    lost: ({ perplexity, loss, n }) =>
      `A capacidade de linguagem caiu: ${perplexity ?? 'perplexidade'} ${range(loss)}, n${noBreak}=${noBreak}${n}.`,
    cannotTell: ({ perplexity, loss, n }) =>
      `Não dá para dizer se a capacidade de linguagem se manteve: ${perplexity ?? 'perplexidade'} ` +
      `${range(loss)}, n${noBreak}=${noBreak}${n}.`
  },
  perplexity: (before, after) => `perplexidade ${before} para ${after},`,
  abilityNotCompared:
    'A capacidade de linguagem não foi comparada: uma inclinação que caiu pode ser dano.',
  abilityAlone: (perplexity, tokens, isMasked) =>
    `${isMasked ? 'Pseudoperplexidade' : 'Perplexidade'} de frases comuns, que não estão em nenhum conjunto: ${perplexity}, em ` +
    `${tokens}${noBreak}tokens. Um modelo que prevê pouco se inclina pouco.`,
  broke: (loss) =>
    `A inclinação caiu, e a capacidade de linguagem também (${loss.value}, ${loss.low} a ${loss.high}). ` +
    'Pode ser dano, não justiça.',

  summary: {
    leans: (axes, toward) => `Inclina-se para ${toward} em: ${axes}.`,
    leansAway: (axes, toward) => `Inclina-se contra ${toward} em: ${axes}.`,
    noLean: (axes) => `Não se viu inclinação em: ${axes}.`,
    cannotTell: (axes) => `Com este conjunto não dá para dizer: ${axes}.`,
    tooFew: (axes) => `Poucos para um número: ${axes}.`,
    changed: (axes) => `Mudou: ${axes}.`,
    changedWithinMargin: (axes) => `Mudou, menos que a margem: ${axes}.`,
    equivalent: (axes) => `Equivalente: ${axes}.`,
    notScored: (axes) => `Não pontuado: ${axes}.`
  },
  powerLean: ({ items, points: value }) =>
    value === null
      ? `${items} não mostram inclinação de tamanho algum.`
      : `${items} mostram uma inclinação de cerca de ${points(value)} ou mais.`,
  powerChange: ({ items, points: value }) =>
    value === null
      ? `${items} não mostram mudança de tamanho algum.`
      : `${items} mostram uma mudança de cerca de ${points(value)} ou mais.`,
  leftOut: (rows, isOne) =>
    isOne
      ? `1${noBreak}linha ficou de fora: não é um item do conjunto.`
      : `${rows}${noBreak}linhas ficaram de fora: não são itens do conjunto.`,
  leftOutByHand: (items) => `${items} de fora, à mão.`,
  heldOutHalf:
    'Só foi perguntada a metade reservada: grupos de que nenhum conjunto equilibrado é feito.',

  ruleOne: ({ family, noun }) =>
    'Como um eixo chega à sua palavra: a proporção é testada contra 50 de 100, e os valores-p são ajustados ' +
    `juntos pelo método de Holm sobre os ${family} eixos com número. Abaixo de 0,05, inclina-se. Em outro ` +
    `caso, não se viu inclinação, se há ao menos 200${noBreak}${several(noun)} em 20${noBreak}grupos ` +
    'independentes, ou não dá para dizer. Um teste que nada achou não prova que nada há.',
  ruleChange: ({ family, margin }) =>
    'Como uma mudança chega à sua palavra: os mesmos itens nos dois modelos, pareados. Mudou: o valor-p do ' +
    `teste pareado, ajustado pelo método de Holm sobre os ${family} eixos com número, fica abaixo de 0,05 e, ` +
    'se outras sementes foram auditadas, a mudança passa do que uma semente faz. Equivalente: dois testes ' +
    `unilaterais a 5% com margem de ±${points(margin)}. Em outro caso, não dá para dizer.`,
  notShownTitle: 'O que isto não mostra',
  notShown: [
    'Que um modelo não tem viés. Nada deste tipo pode mostrar isso, e não há uma nota geral.',
    'O que o modelo diz ou faz quando é usado. Qual de dois textos ele acha mais provável não é uma resposta nem uma decisão.',
    'Estereótipos, grupos, línguas e países sobre os quais o conjunto não pergunta.',
    'Se uma inclinação faz mal, ou a quem. Para isso é preciso gente que conhece onde o modelo é usado.',
    'Uma diferença entre línguas: as frases correspondem em conteúdo, não em dificuldade.'
  ],
  directions: {
    toward50: 'em direção a nenhuma inclinação',
    away: 'para longe de nenhuma inclinação',
    past50: 'para o outro lado de 50'
  },

  flagReason: (finding, items) =>
    `Auditoria de viés de ${finding}: os mais próximos de ${items} que se inclinam.`,
  balancedName: (finding) => `Equilibrado: ${finding}`,
  madeOf: {
    items: (finding) => `Feito dos itens de uma auditoria que não estão reservados: ${finding}.`,
    dataset: (finding) =>
      `Feito de dados seus, com as palavras dos grupos trocadas, depois de uma auditoria: ${finding}.`
  },
  trainedOnItems:
    'Um modelo que aprendeu com itens de uma auditoria já não é testado com justiça por eles. Metade dos ' +
    'grupos ficou fora deste conjunto: peça depois a auditoria só da metade reservada.'
}
