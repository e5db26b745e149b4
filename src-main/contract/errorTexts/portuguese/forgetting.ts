// Errors of forgetting in Portuguese.
import type { RunStatus } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import { count, day, nothingChanged } from './words'

const stands: Record<RunStatus, string> = {
  waiting: 'espera a sua vez',
  running: 'está sendo feita',
  paused: 'está em pausa',
  finished: 'já terminou',
  stopped: 'foi abandonada',
  failed: 'falhou',
  diverged: 'falhou'
}
const untouched = 'Nada foi iniciado; o modelo está como estava.'

export const forgetting = {
  nothingFlagged: () => ({
    what: 'Nenhum registro corresponde: nada foi marcado.',
    todo: 'Procure outras palavras ou outra pessoa.',
    safe: nothingChanged
  }),
  noTrainingLog: (p) => ({
    what: `Não se sabe com o que “${p.model}” foi treinado: não foi treinado aqui, por isso o seu treino não pode ser refeito.`,
    todo: 'Escolha um modelo treinado aqui.',
    safe: untouched
  }),
  neverSaw: (p) => ({
    what: `Nada em “${p.model}” vem dos registros de “${p.flagSet}”: nenhum treino daqui que levou a ele depende deles.`,
    todo: 'Não há nada a esquecer nele. Veja o que os registros alcançaram.',
    safe: untouched,
    commandLine: {
      todo: 'Não há nada a esquecer nele. `lethe dataset flag NAME` diz o que os registros alcançaram.'
    }
  }),
  notAReplay: (p) => ({
    what: `“${p.run}” não esquece nada ao refazer: não há o que comparar.`,
    todo: 'Escolha um treino que foi refeito sem registros.',
    safe: nothingChanged
  }),
  notRepeatable: (p) => ({
    what: `“${p.run}” foi treinado em ${p.device}, onde o mesmo treino dá outros números a cada vez: não há como repeti-lo com exatidão.`,
    todo: 'Treine no processador; o que é treinado nele pode ser esquecido com exatidão.',
    safe: untouched
  }),
  tokenizerLearned: (p) => ({
    what: `“${p.run}” partiu do zero: o tokenizador foi aprendido com os mesmos registros. Sem alguns deles seria outro tokenizador, e cada passo leria outros tokens; por isso não há como refazê-lo com lugares vazios.`,
    todo: 'Treine um modelo novo do zero sem esses registros e remova este.',
    safe: untouched
  }),
  notRepeated: (p) => ({
    what: `“${p.run}” refaz um treino sem alguns registros; não se reinicia como os outros.`,
    todo: 'Comece o esquecimento de novo a partir da sua marcação.',
    safe: nothingChanged,
    commandLine: { todo: 'Comece de novo com `lethe unlearn`.' }
  }),
  parentNotMade: (p) => ({
    what: `“${p.run}” começa com o que “${p.parent}” faz, e este não fez um modelo.`,
    todo: 'Comece o esquecimento de novo a partir da sua marcação.',
    safe: 'Os modelos originais estão como estavam.'
  }),
  noReference: (p) => ({
    what: `Não há referência para “${p.model}”: sem um modelo que nunca viu os registros de “${p.flagSet}” ninguém pode dizer “esquecido”.`,
    todo: 'Crie a referência treinando de novo sem eles.',
    safe: untouched,
    commandLine: { todo: 'Crie a referência com `lethe verify RUN`, sem --no-retrain.' }
  }),
  referenceSaw: (p) => ({
    what: `“${p.model}” não é referência: depende de registros de “${p.flagSet}”.`,
    todo: 'Escolha um modelo que nunca os viu.',
    safe: nothingChanged
  }),
  evidenceNotForMasked: (p) => ({
    what: `“${p.model}” preenche lacunas: extração, memorização, pertinência e os ataques pedem que um modelo continue a escrever.`,
    todo: 'Compare-o, byte a byte, com um treino que nunca viu os registros: isso ele permite.',
    safe: nothingChanged
  }),
  flaggedGone: (p) => ({
    what: `Os registros de “${p.flagSet}” não estão mais aqui como foram aprendidos: não há o que perguntar sobre eles.`,
    todo: 'Veja as evidências coletadas antes que saíssem.',
    safe: nothingChanged
  }),
  noEvidence: (p) => ({
    what: `Ainda não há evidências de “${p.run}”.`,
    todo: 'Colete as evidências primeiro.',
    safe: nothingChanged,
    commandLine: { todo: 'Colete as evidências com `lethe verify RUN`.' }
  }),
  evidenceStatusRefused: (p) => ({
    what: `A coleta de evidências sobre “${p.flagSet}” ${stands[p.status]}: isto não é possível agora.`,
    todo: 'Espere que avance ou faça outra coleta.',
    safe: nothingChanged
  }),
  recordForgotten: (p) => ({
    what: `Este texto, ou um quase igual, foi esquecido em ${day(p.forgottenAt)}.`,
    todo: 'Escreva outra coisa, ou salve mesmo assim se é para ele voltar.',
    safe: nothingChanged
  }),
  onlyForgotten: (p) => ({
    what: `Tudo o que há em ${p.path} foi esquecido; registros deixados de fora: ${count(p.records)}.`,
    todo: 'Escolha outro arquivo ou importe assim mesmo.',
    safe: 'Nada foi importado; o arquivo não foi alterado.',
    commandLine: { todo: 'Escolha outro arquivo ou acrescente --allow-forgotten.' }
  }),
  holdsForgotten: (p) => ({
    what: `Parte de “${p.dataset}” foi esquecida e entrou assim mesmo; registros assim: ${count(p.records)}.`,
    todo: 'Treine com outros registros, ou treine assim mesmo se é para o modelo os aprender de novo.',
    safe: 'Nada foi iniciado.',
    commandLine: { todo: 'Treine com outros registros ou acrescente --allow-forgotten.' }
  }),
  nothingToErase: () => ({
    what: 'Nenhum destes registros está mais aqui.',
    todo: 'Não há nada a apagar.',
    safe: nothingChanged
  }),
  eraseCountWrong: (p) => ({
    what: `Não é o número de registros que seriam apagados: ele é ${count(p.records)}.`,
    todo: 'Olhe a lista de novo e digite esse número.',
    safe: 'Nada foi apagado.'
  }),
  eraseBlocked: (p) => ({
    what:
      p.run === undefined
        ? 'Registros estão sendo importados.'
        : `“${p.run}” não terminou e tem estes registros, ou vem deles.`,
    todo:
      p.run === undefined
        ? 'Espere a importação ou cancele-a.'
        : 'Deixe terminar ou pare a execução.',
    safe: 'Nada foi apagado.'
  }),
  eraseUnderWay: () => ({
    what: 'Registros estão sendo apagados.',
    todo: 'Espere terminar e faça isto de novo.',
    safe: nothingChanged
  }),
  learnFromErased: () => ({
    what: 'Com quais registros aprende estava dito em palavras que saíram com registros apagados.',
    todo: 'Crie uma nova execução e escolha de novo os registros.',
    safe: 'Nada foi iniciado.'
  }),
  tombstoneCountWrong: (p) => ({
    what: `Não é o número de impressões guardadas: ele é ${count(p.count)}.`,
    todo: 'Digite esse número.',
    safe: nothingChanged
  })
} satisfies Partial<ErrorSentenceTable>
