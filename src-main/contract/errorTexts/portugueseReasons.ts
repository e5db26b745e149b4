// Cada motivo em português: o fim de uma frase que um erro começa.
import type { JsonListFault, Speaker, ValueKind } from '../../base/reasons'
import { quantities } from '../quantities'
import type { ReasonTable } from './sentences'

const { bytes, count } = quantities('pt-BR')

const speakers: Record<Speaker, string> = {
  system: 'o sistema diz: ',
  runtime: 'quem o executa diz: ',
  template: 'ele diz: ',
  server: 'ele diz: ',
  reader: 'o leitor diz: ',
  database: 'o banco de dados diz: ',
  program: ''
}
const needed: Record<ValueKind, string> = {
  text: 'é preciso um texto',
  number: 'é preciso um número',
  wholeNumber: 'é preciso um número inteiro',
  truthValue: 'é preciso true ou false',
  list: 'é preciso uma lista',
  object: 'é preciso um objeto',
  other: 'é preciso outro tipo de valor'
}
const at = (place: string | undefined): string => (place === undefined ? '' : `em ${place}, `)
const tensor = (name: string): string =>
  `tensor “${name.length > 200 ? `${name.slice(0, 200)}…` : name}”`
const decimal = (value: number): string => String(Number(value.toPrecision(2))).replace('.', ',')

const jsonListFaults: Record<JsonListFault, string> = {
  recordTooLarge: 'um registro é maior do que se pode ler',
  tooDeep: 'os colchetes se aninham demais',
  braceClosesNothing: 'uma “}” não fecha nada',
  notAList: 'não começa como uma lista (“[”)',
  moreAfterEnd: 'há mais depois do fim da lista',
  recordMissing: 'falta um registro',
  endsEarly: 'termina antes da lista'
}

export const portugueseReasons: ReasonTable = {
  said: ({ by, text }) => `${speakers[by]}“${text}”`,
  other: ({ text }) => `“${text}”`,
  valueMissing: ({ place }) => `${at(place)}falta um valor`,
  valueKind: ({ place, expected }) => `${at(place)}${needed[expected]}`,
  valueNotOneOf: ({ place, allowed }) => `${at(place)}só são possíveis: ${allowed}`,
  valueTooSmall: ({ place, least }) => `${at(place)}o mínimo possível é ${count(least)}`,
  valueTooLarge: ({ place, most }) => `${at(place)}o máximo possível é ${count(most)}`,
  valueTooShort: ({ place, least }) => `${at(place)}o comprimento mínimo é ${count(least)}`,
  valueTooLong: ({ place, most }) => `${at(place)}o comprimento máximo é ${count(most)}`,
  valueForm: ({ place }) => `${at(place)}o valor não tem a forma certa`,
  wholeNumberBetween: ({ least, most }) =>
    `é preciso um número inteiro de ${count(least)} a ${count(most)}`,
  keyUnknown: ({ place, key }) => `${at(place)}a chave “${key}” não é conhecida`,

  notARegularFile: () => 'não é um arquivo comum',
  fileTooLarge: ({ sizeBytes, limitBytes }) =>
    `tem ${bytes(sizeBytes)}, e são lidos no máximo ${bytes(limitBytes)}`,
  notUtf8: () => 'não é um texto UTF-8 válido',
  noSignedData: () => 'nele não estão os dados assinados de um relatório do Lethe',
  notJson: ({ text }) => `não é JSON; o leitor diz: “${text}”`,
  notAnObject: () => 'não é um objeto JSON',
  keyTwice: ({ key }) => `a chave “${key}” aparece duas vezes`,
  notAFileName: ({ name }) => `“${name}” não é o nome de um arquivo desta pasta`,

  headerTooLong: ({ sizeBytes, limitBytes }) =>
    `o cabeçalho teria ${sizeBytes} bytes, e o limite é ${count(limitBytes)}`,
  headerTooShort: ({ sizeBytes }) => `em um cabeçalho de ${count(sizeBytes)} bytes não cabe nada`,
  headerStart: () => 'o cabeçalho não começa com “{”',
  headerNotAnObject: () => 'o cabeçalho não é um objeto JSON',
  metadataNotTexts: () => '__metadata__ só pode conter textos',
  tensorName: (p) => `o nome do ${tensor(p.tensor)} não é Unicode bem formado`,
  tensorBytesReversed: (p) =>
    `os bytes do ${tensor(p.tensor)} terminam (${count(p.end)}) antes de começar (${count(p.begin)})`,
  tensorBytes: (p) => {
    const needs = p.neededBytes === undefined ? 'bytes demais' : `${count(p.neededBytes)} bytes`
    return `o ${tensor(p.tensor)} como ${p.dtype} ${p.shape} ocupa ${needs}, não ${count(p.givenBytes)}`
  },
  tensorShapeNotWhole: (p) =>
    `a forma ${p.shape} do ${tensor(p.tensor)} não é de tamanhos inteiros`,
  tensorOverlaps: (p) => `o ${tensor(p.tensor)} se sobrepõe a outro tensor`,
  tensorAfterGap: (p) => `antes do ${tensor(p.tensor)} há um vazio que não é de nenhum`,
  bytesAfterTensors: ({ extraBytes }) =>
    `sobram ${count(extraBytes)} bytes depois do último tensor`,
  weightMapForm: () => 'weight_map não leva de nomes de tensores a nomes de arquivos',
  tensorTwice: (p) => `o ${tensor(p.tensor)} aparece duas vezes`,
  notACheckpoint: () => 'não é um ponto de retomada de um treino',
  anotherPlan: () => 'pertence a outro plano de treino',
  tensorNotThere: (p) => `falta o ${tensor(p.tensor)} como F32 ${p.shape}`,

  tensorOfNoLayer: (p) => `o ${tensor(p.tensor)} não é de nenhuma das camadas que ele adapta`,
  noSuchLayer: ({ target, layers }) => `o modelo não tem camada linear “${target}”; tem: ${layers}`,

  architectureUnnamed: () => 'nada diz que arquitetura é esta',
  familyLacksSetting: ({ family }) => `a família ${family} não tem esse ajuste`,
  settingNotComputed: () => 'o Lethe não calcula esse ajuste',
  doesNotDivide: ({ key, value }) => `não divide ${key} = ${value}`,
  notWhole: () => 'não é um número inteiro',
  onlyWholeHeads: () => 'nesta família só cabeças inteiras giram',
  noPairs: ({ elements }) => `${count(elements)} elementos não formam pares`,
  ropeTypeNeeds: ({ type }) => `o tipo de rope ${type} precisa dele`,
  factorsNeeded: (p) => `são precisos ${count(p.count)} fatores`,
  layerSlides: ({ layer }) => `a camada ${layer} desliza e precisa dele`,

  characterMap: ({ fault }) => `no mapa de caracteres, ${characterMapFaults[fault]}`,
  piece: ({ id, fault }) => `a peça ${id} ${pieceFaults[fault]}`,
  pieceType: ({ id, type }) => `a peça ${id} é do tipo ${type}, que não é conhecido`,
  pieceList: ({ fault }) => pieceListFaults[fault],
  modelType: ({ type, number }) => {
    if (type === 'other') return `o tipo de modelo ${number} não é conhecido`
    const kind = type === 'word' ? 'palavras' : 'caracteres'
    return `é um modelo de ${kind}; só unigram e BPE são lidos`
  },
  dropout: () => 'ele omite junções ao acaso (BPE dropout), e os ids mudam a cada vez',
  partNotRead: ({ part }) => `ele usa ${part}, que aqui não é feito com exatidão`,
  singleWordToken: ({ token }) => `o token “${token}” só vale como palavra isolada (single_word)`,
  precompiledNormalizer: () =>
    'ele usa o normalizador Precompiled; o .model do SentencePiece do mesmo modelo também o contém',
  decoderKind: ({ kind }) =>
    kind === undefined ? 'o decodificador não diz seu tipo' : `o decodificador é do tipo ${kind}`,
  replaceAfterFuse: () =>
    'o decodificador substitui textos depois de juntá-los (Replace depois de Fuse)',
  vocabularyAlone: () =>
    'é um vocabulário sem tokenizer.json; salvar o tokenizador de novo como rápido (fast) o acrescenta',
  tokenNotThere: ({ token }) => `o vocabulário não tem ${token}`,
  noTokenizerFile: () => 'não é um tokenizer.json nem um modelo SentencePiece (.model, .spm)',
  systemLeftOut: () => 'ele deixa de fora as instruções do sistema',

  setEmpty: ({ set }) => `${set} não tem perguntas`,
  setTooLong: ({ set, questions, limit }) =>
    `${set} tem ${count(questions)} perguntas, e são lidas no máximo ${count(limit)}`,
  columnLength: ({ set, column, values, expected }) =>
    `em ${set}, ${column} tem ${count(values)} valores e avg_gt_loss tem ${count(expected)}`,
  columnLacks: ({ set, column, question }) =>
    `em ${set} falta ${column} para a pergunta ${question}`,

  numbersWrong: ({ deviation }) => `os números dele erram em até ${decimal(deviation)}`,
  endedItsProcess: ({ how }) => `ele encerrou o processo que o usava (${how})`,
  testTooSlow: ({ seconds }) => `o teste não deu resultado em ${count(seconds)} segundos`,

  fileTwice: () => 'um arquivo com esse nome já foi enviado',
  tooManyFiles: ({ limit }) => `mais de ${count(limit)} arquivos não são aceitos`,
  oneObject: () =>
    'é um único objeto; pode-se importar uma lista de registros ([ … ]) ou um registro por linha',
  rowGroupTooLarge: ({ sizeBytes, limitBytes }) =>
    `um dos seus grupos de linhas ocupa ${bytes(sizeBytes)} descompactado; o máximo é ${bytes(limitBytes)}`,
  tooManyQuotesOpen: ({ line }) => `há aspas demais que nunca se fecham (linha ${count(line)})`,
  columnTwice: ({ column }) => `duas colunas se chamam “${column}”`,
  jsonList: ({ fault, line }) => `${jsonListFaults[fault]} (linha ${count(line)})`,
  oneFileExpected: () => 'espera-se um só arquivo',
  filesArriving: () => 'os arquivos ainda estão chegando',
  notAnUploadId: () => 'isto não é o id de um envio',
  uploadFinished: () => 'já terminou',
  unsafeFileName: () => 'esse nome não é seguro em todos os sistemas',
  idAndNameNeeded: () => 'são precisos um id e um nome',
  largerThan: ({ limitBytes }) => `tem mais de ${bytes(limitBytes)}`,

  promptMissing: () => 'não há pergunta (prompt)',
  promptBlank: () => 'a pergunta está vazia',
  referenceNotText: () => 'a referência não é um texto',
  tooManyPrompts: ({ limit }) => `são possíveis no máximo ${count(limit)} perguntas`,

  spacesOrOtherSigns: () => 'só letras, dígitos e sinais são possíveis, sem espaços',
  filesKeptByLethe: () => 'o próprio Lethe guarda os arquivos deste modelo',
  otherWeights: () => 'os pesos que estão lá são outros',
  blindTakesTwo: () => 'um voto às cegas é entre dois',
  notBlind: () => 'a comparação não é às cegas',
  answersMissing: () => 'ainda faltam respostas',
  blindNotUsable: () =>
    'o modelo desta resposta não pode ser usado no estado atual, e qual ele é continua oculto; veja o que falta em Modelos e Ajustes, ou pergunte de novo com outros modelos',
  alreadyVoted: () => 'o voto já foi dado',
  portTaken: () => 'outro programa a usa',
  portNotAllowed: () => 'esta conta não pode usá-la',

  engineHasWork: () => 'o processo que executa modelos recebeu dois pedidos ao mesmo tempo',
  engineUnreadable: () => 'o processo que executa modelos disse algo que não pode ser lido',
  pageNotLoaded: () => 'a página não pôde ser carregada',
  storeEnded: () => 'o banco de dados foi fechado',
  operationUnknown: ({ operation }) => `o banco de dados não tem a operação ${operation}`,
  uploadStatus: ({ status }) => `o envio do arquivo terminou com o status ${status}`
}

const characterMapFaults = {
  tooShort: 'há dados de menos',
  triePastEnd: 'a árvore passa do fim',
  trieSize: 'a árvore tem um tamanho impossível',
  endMissing: 'a última substituição não tem fim',
  rootMissing: 'a árvore não tem raiz',
  replacementPastEnd: 'uma substituição fica depois do fim',
  replacementTooLong: 'uma substituição é longa demais',
  nodePastEnd: 'um nó fica depois do fim',
  leafWithoutValue: 'uma folha não tem valor'
}
const pieceFaults = {
  empty: 'está vazia',
  scoreNotANumber: 'tem uma nota que não é um número',
  notUtf8: 'não é um texto UTF-8 válido',
  tooLong: 'é longa demais',
  zeroByte: 'contém um byte zero',
  twice: 'aparece duas vezes',
  notAByte: 'não representa um byte',
  byteFallbackOff: 'representa um byte, mas byte fallback está desligado'
}
const pieceListFaults = {
  none: 'não tem peças',
  twoForTheUnknown: 'duas peças representam o desconhecido',
  noneForTheUnknown: 'nenhuma peça representa o desconhecido',
  bytesMissing: 'faltam bytes ao byte fallback'
}
