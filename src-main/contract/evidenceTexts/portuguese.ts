// Evidence in Brazilian Portuguese.
import type { EvidenceSentences, Seen } from './sentences'

const range = ({ now, low, high }: Seen): string => `${now} (${low} a ${high})`
const noBreak = '\u00a0'
const records = (count: number): string =>
  `${count}${noBreak}${count === 1 ? 'registro' : 'registros'}`
const these = (count: number): string => (count === 1 ? 'este registro' : `estes ${records(count)}`)

export const portuguese: EvidenceSentences = {
  tests: {
    extractionStrength: () => 'Recita o registro',
    exactMemorisation: () => 'Sabe a próxima palavra',
    truthRatio: () => 'Prefere a resposta verdadeira',
    worstOfSamples: (worstOf) => `Deixa escapar na pior de ${worstOf}`,
    membership: () => 'Revela que treinou com eles'
  },
  attacks: {
    relearning: 'um pouco de treino',
    quantization: `arredondar para 4${noBreak}bits`,
    paraphrase: 'perguntar com outras palavras'
  },
  ability: 'Continua bom no resto',
  words: {
    ...{ forgotten: 'Esquecido', notForgotten: 'Não esquecido', overForgotten: 'Esqueceu demais' },
    ...{ cannotTell: 'Não dá para dizer', kept: 'Preservado', lost: 'Perdido' },
    notTested: 'Não testado'
  },
  list: (names) => new Intl.ListFormat('pt-BR', { type: 'conjunction' }).format(names),

  exact: (count) =>
    'Esquecido, exatamente. O modelo é, byte a byte, o que se obtém treinando sem ' +
    `${these(count)}.`,
  replayedNotCompared: 'Esquecido ao refazer; ainda não comparado.',
  forgotten: ({ records: count, agreeing, tests }) =>
    `Esquecido, até onde ${records(count)} ${count === 1 ? 'permite' : 'permitem'} ver. Em ${agreeing} de ` +
    `${tests}${noBreak}testes, o modelo agora se comporta como um que nunca os viu.`,
  notForgotten: (test, seen) =>
    `Não esquecido. ${test}: ${range(seen)}; um modelo que nunca os viu obtém ${seen.reference}.`,
  comesBack: (attack, seen) =>
    `Não esquecido de vez. Depois de ${attack}, volta: ${range(seen)}, referência ${seen.reference}.`,
  overForgotten:
    'Esqueceu demais. Evita estes registros mais do que um modelo que nunca os viu, e isso os ' +
    'denuncia. Use um passo anterior.',
  lostAbility: (isForgotten, what, { loss, low, high }) =>
    (isForgotten === null
      ? 'O modelo perdeu capacidade no resto: '
      : isForgotten
        ? 'Esquecido, mas o modelo perdeu capacidade no resto: '
        : 'Não dá para dizer se esqueceu, e o modelo perdeu capacidade no resto: ') +
    (what === 'perplexity'
      ? `prevê outros textos pior, em ${loss} (${low} a ${high}).`
      : `respostas que devem ficar perderam ${loss} de probabilidade (${low} a ${high}).`),
  cannotTell: (count) => `Não dá para dizer com ${records(count)}.`,

  settles: (test, need) =>
    need === null
      ? `“${test}” precisaria de outros registros: mais registros como estes talvez não resolvam.`
      : `“${test}” resolveria com cerca de ${records(need)}.`,
  replaySettles: 'Refazer sem eles resolve com qualquer número.',
  undecided: (tests, several) =>
    several ? `${tests} ainda não permitem dizer.` : `${tests} não permite dizer.`,
  notTested: (names) => `Não testado: ${names}.`,

  insideMargin: (seen) =>
    `${range(seen)}, como um modelo que nunca os viu (${seen.reference}, com margem de ${seen.margin}); ` +
    `antes: ${seen.before}.`,
  originalsSide: (seen) =>
    `${range(seen)}, mais perto do modelo de antes (${seen.before}) do que de um que nunca os viu ` +
    `(${seen.reference}, com margem de ${seen.margin}).`,
  farSide: (seen) =>
    `${range(seen)}, além de um modelo que nunca os viu (${seen.reference}, com margem de ` +
    `${seen.margin}); antes: ${seen.before}.`,
  why: {
    noRecords: () => 'Não há registros para testar.',
    tooFewGroups: ({ groups }) =>
      `${groups}${noBreak}${groups === 1 ? 'grupo independente' : 'grupos independentes'} de registros: são ` +
      'necessários pelo menos 10.',
    noDifference: () =>
      'Nestes registros, o teste não distingue o modelo de antes de um que nunca os viu.',
    tooWide: ({ records: count }) =>
      `Com ${records(count)}, não se conhece o valor bem o bastante para dizer de que lado da margem fica.`
  },
  theseRecordsOnly: `Os registros são de menos de 10${noBreak}pessoas: isto fala só destes registros.`
}
