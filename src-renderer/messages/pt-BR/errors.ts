// Cada erro em palavras: o que houve, o que fazer, o que está a salvo.
import { formatters } from '../format'
import type { ErrorTexts } from '../dictionary'

const { bytes, count } = formatters('pt-BR')
const text = (value: string | number | undefined): string => String(value ?? '?')
const size = (value: string | number | undefined): string => bytes(Number(value ?? 0))
const number = (value: string | number | undefined): string => count(Number(value ?? 0))
const nearest = (value: string | number | undefined): string =>
  value === undefined ? '' : ` Você quis dizer “${value}”?`

const othersFine = 'Não foi adicionado; seus outros modelos estão bem.'
const nothingChanged = 'Nada foi alterado.'
const textKept = 'Sua conversa e o que você digitou estão salvos.'
const inWords =
  (words: Record<string, string>) =>
  (problem: string | number | undefined): string =>
    words[String(problem)] ?? text(problem)
const addressProblem = inWords({
  malformed: 'isto não é um endereço',
  scheme: 'só http e https são possíveis',
  credentials: 'nome e senha não podem estar nele',
  query: 'nada pode vir depois de “?” ou “#”'
})
const reachProblem = inWords({
  refused: 'ninguém atende ali',
  closed: 'a conexão foi fechada logo em seguida',
  unknownName: 'o nome não é conhecido',
  noWay: 'não há caminho até lá a partir desta máquina',
  certificate: 'o certificado não vale para esse nome',
  elsewhere: 'este sistema leva localhost a outra máquina'
})
const formProblem = inWords({
  notHttp: 'não fala HTTP',
  notAList: 'nenhuma lista de modelos',
  contentType: 'nenhum fluxo de eventos',
  notAnAnswer: 'nenhuma parte de uma resposta',
  tooLong: 'mais do que uma resposta pode ter'
})
const rowProblem = inWords({
  lineTooLong: 'é longa demais',
  notUtf8: 'não é texto UTF-8 válido',
  notJson: 'não é JSON',
  notAnObject: 'não é um registro',
  tooDeep: 'os colchetes se aninham demais',
  quoteNotClosed: 'há aspas não fechadas',
  quoteMisplaced: 'há algo depois de aspas que se fecham',
  columnCount: 'o número de colunas não é o do cabeçalho',
  columnMissing: 'falta uma coluna ou ela está vazia',
  notText: 'uma coluna não é texto',
  turnUnreadable: 'uma fala não pode ser lida',
  roleUnknown: 'um papel não é conhecido',
  noAnswer: 'nenhuma fala é uma resposta',
  empty: 'está vazia'
})
const saying = (reason: string | number | undefined): string =>
  reason === undefined || reason === '' ? '' : `: ${reason}`

export const errors: ErrorTexts = {
  fileNotFound: (p) => ({
    what: `Não há nada em ${text(p.path)}.`,
    todo: 'Confira o caminho ou escolha o lugar de novo.',
    safe: nothingChanged
  }),
  fileNotReadable: (p) => ({
    what: `Esta conta não tem permissão para ler ${text(p.path)}.`,
    todo: 'Dê a esta conta permissão de leitura e tente de novo.',
    safe: nothingChanged
  }),
  fileEmpty: (p) => ({
    what: `${text(p.path)} está vazio.`,
    todo: 'Obtenha o arquivo de novo.',
    safe: othersFine
  }),
  fileTruncated: (p) => ({
    what: `${text(p.path)} termina ${number(p.missingBytes)} bytes antes do fim.`,
    todo: 'Obtenha o arquivo de novo.',
    safe: othersFine
  }),
  fileMalformed: (p) => ({
    what: `${text(p.path)} não pode ser lido como deveria: ${text(p.reason)}.`,
    todo: 'Obtenha o arquivo de novo ou salve-o outra vez no programa de onde veio.',
    safe: othersFine
  }),
  folderNotWritable: (p) => ({
    what: `O Lethe não pode escrever em ${text(p.path)}.`,
    todo: 'Dê a esta conta permissão de escrita ou inicie o Lethe com outra pasta de dados.',
    safe: 'O que estava lá não foi tocado.'
  }),
  diskFull: (p) => ({
    what: `O disco que contém ${text(p.path)} está cheio.`,
    todo: 'Libere espaço e tente de novo.',
    safe: 'O que já estava salvo está intacto; nada ficou pela metade.'
  }),
  notAModel: (p) => ({
    what: `${text(p.path)} não contém um modelo: são precisos config.json e pesos em safetensors.`,
    todo: 'Escolha a pasta que tem os dois.',
    safe: nothingChanged
  }),
  pickleRefused: (p) => ({
    what: `${text(p.path)} pode executar código ao ser aberto, por isso o Lethe não o abre.`,
    todo: 'Converta para safetensors (em Python: safetensors.torch.save_model) e adicione a pasta de novo.',
    safe: 'O arquivo não foi aberto; nada foi adicionado.'
  }),
  architectureUnknown: (p) => ({
    what: `Este modelo é um “${text(p.architecture)}”, um tipo que o Lethe não executa.${nearest(p.nearest)}`,
    todo: 'Escolha um modelo do tipo llama.',
    safe: othersFine
  }),
  configUnsupported: (p) => ({
    what: `O config.json pede ${text(p.key)} = ${text(p.value)}: ${text(p.reason)}.`,
    todo: 'Escolha outro modelo ou uma versão deste sem esse ajuste.',
    safe: 'Não foi adicionado, porque sem esse ajuste as respostas sairiam erradas.'
  }),
  tensorDtypeUnknown: (p) => ({
    what: `O tensor ${text(p.tensor)} em ${text(p.path)} está gravado como ${text(p.dtype)}, que o Lethe não lê.`,
    todo: 'Use uma versão gravada em F32, F16 ou BF16.',
    safe: othersFine
  }),
  tensorMissing: (p) => ({
    what: `O tensor ${text(p.tensor)} não está em ${text(p.path)}.`,
    todo: 'Obtenha o modelo de novo; pode faltar um arquivo.',
    safe: othersFine
  }),
  tensorShape: (p) => ({
    what: `O tensor ${text(p.tensor)} em ${text(p.path)} tem a forma ${text(p.got)}; o config.json pede ${text(p.expected)}.`,
    todo: 'Obtenha o config.json e os pesos do mesmo lugar.',
    safe: othersFine
  }),
  shardMissing: (p) => ({
    what: `Falta uma parte dos pesos: ${text(p.path)}.`,
    todo: 'Ponha na pasta o arquivo que falta e adicione-a de novo.',
    safe: othersFine
  }),
  tokenizerUnsupported: (p) => ({
    what: `O tokenizador ${text(p.path)} é de um tipo que o Lethe não lê: ${text(p.reason)}.`,
    todo: 'Use uma versão do modelo com tokenizer.json ou com um tokenizer.model do SentencePiece.',
    safe: othersFine
  }),
  noTokenizer: (p) => ({
    what: `${text(p.model)} veio sem tokenizador, por isso não lê nem escreve texto.`,
    todo: 'Escolha outro modelo para conversar ou adicione este de novo com o tokenizador.',
    safe: textKept
  }),
  noChatTemplate: (p) => ({
    what: `${text(p.model)} não tem formato de conversa.`,
    todo: 'Use-o para continuar textos ou escolha um modelo ensinado a conversar.',
    safe: textKept
  }),
  chatTemplateFailed: (p) => ({
    what: `O formato de conversa deste modelo recusou a conversa: ${text(p.reason)}.`,
    todo: 'Mude as instruções do sistema ou a pergunta, ou escolha outro modelo.',
    safe: textKept
  }),
  modelNotFound: (p) => ({
    what: `Não há um modelo “${text(p.model)}” na lista.${nearest(p.nearest)}`,
    todo: 'Escolha outro modelo.',
    safe: textKept
  }),
  datasetNotFound: (p) => ({
    what: `Não há um conjunto de dados “${text(p.dataset)}”.${nearest(p.nearest)}`,
    todo: 'Escolha outro conjunto de dados.',
    safe: nothingChanged
  }),
  shapeUnknown: (p) => ({
    what: `As colunas de ${text(p.path)} não correspondem a nenhuma forma de registro conhecida: ${text(p.columns)}.`,
    todo: 'Diga o que cada coluna contém.',
    safe: 'Nada foi importado.'
  }),
  rowRefused: (p) => ({
    what: `A linha ${text(p.line)} de ${text(p.path)} não pode ser lida: ${rowProblem(p.problem)}${p.detail === '' ? '' : ` (${text(p.detail)})`}.`,
    todo: 'Corrija a linha ou importe sem as linhas que não podem ser lidas.',
    safe: 'Nada foi importado; o arquivo não foi alterado.'
  }),
  noRecords: (p) => ({
    what: `${text(p.path)} não tem registro que possa ser lido; linhas recusadas: ${text(p.rejected)}.`,
    todo: 'Escolha outra forma ou diga o que cada coluna contém.',
    safe: 'Nada foi importado; o arquivo não foi alterado.'
  }),
  weightsChanged: (p) => ({
    what: `Os pesos em ${text(p.path)} já não são os que foram adicionados.`,
    todo: 'Reponha os arquivos antigos ou adicione a pasta de novo: agora é outro modelo.',
    safe: nothingChanged
  }),
  modelFilesMissing: (p) => ({
    what: `O arquivo não está mais em ${text(p.path)}.`,
    todo: 'Localize-o ou tire-o da lista.',
    safe: 'Nada mais é afetado.'
  }),
  promptTooLong: (p) => ({
    what: `São ${number(p.tokens)} tokens; o modelo lê ${number(p.limit)}.`,
    todo: 'Fique com o fim, fique com o começo ou edite o texto.',
    safe: 'O texto inteiro está salvo na conversa.'
  }),
  promptTooLarge: (p) => ({
    what: `Este texto tem ${size(p.sizeBytes)}; podem ser enviados no máximo ${size(p.limitBytes)} de uma vez.`,
    todo: 'Encurte-o ou envie em partes.',
    safe: 'O que você digitou continua no campo.'
  }),
  promptEmpty: () => ({
    what: 'Não há texto para enviar.',
    todo: 'Escreva algo antes.',
    safe: nothingChanged
  }),
  tokenOutOfRange: (p) => ({
    what: `O id de token ${text(p.id)} está fora do vocabulário deste modelo, de ${number(p.limit)}.`,
    todo: 'Use ids que este modelo conhece.',
    safe: nothingChanged
  }),
  outOfMemory: (p) => ({
    what: `Este modelo precisa de ${size(p.needBytes)}; há ${size(p.freeBytes)} livres.`,
    todo:
      p.blocks4Bytes === undefined
        ? 'Feche outros programas, escolha pesos mapeados ou use um modelo menor.'
        : `Tente em 4 bits (${size(p.blocks4Bytes)}) ou com pesos mapeados, ou feche outro modelo.`,
    safe: textKept
  }),
  deviceUnavailable: (p) => ({
    what: `O dispositivo “${text(p.device)}” não pode ser usado aqui: ${text(p.reason)}.`,
    todo: 'Escolha outro dispositivo ou teste este de novo: Ajustes, Dispositivo.',
    safe: 'Nada foi executado em outro lugar.'
  }),
  engineLost: () => ({
    what: 'O modelo parou de funcionar.',
    todo: 'Envie de novo para reiniciá-lo.',
    safe: 'O texto até aqui está salvo.'
  }),
  engineBusy: (p) => ({
    what: `${text(p.model)} está escrevendo outra resposta.`,
    todo: 'Espere terminar ou pare a outra.',
    safe: textKept
  }),
  networkOff: () => ({
    what: 'A rede está desligada, por isso nada foi enviado.',
    todo: 'Ligue-a em Ajustes, Rede, e pergunte de novo.',
    safe: 'Nada saiu do Lethe; o que você digitou continua aqui.'
  }),
  addressRefused: (p) => ({
    what: `O endereço ${text(p.address)} não pode ser usado: ${addressProblem(p.problem)}.`,
    todo: 'Escreva como http://127.0.0.1:11434/v1. A chave tem um campo próprio.',
    safe: nothingChanged
  }),
  hostUnreachable: (p) => ({
    what: `Não foi possível chegar a ${text(p.host)}: ${reachProblem(p.problem)}.`,
    todo: 'Veja se o servidor está ligado e se o endereço está certo, e tente de novo.',
    safe: textKept
  }),
  remoteTimeout: (p) => ({
    what: `${text(p.host)} ficou ${text(p.seconds)} segundos em silêncio.`,
    todo: 'Tente de novo; um modelo grande pode ainda estar sendo aberto lá.',
    safe: 'O que ele enviou até então está guardado.'
  }),
  remoteKeyRefused: (p) => ({
    what: `${text(p.host)} não aceita a chave, ou pede uma (status ${text(p.status)}).`,
    todo: 'Informe a chave em Ajustes, Rede.',
    safe: textKept
  }),
  remoteNotFound: (p) => ({
    what: `${text(p.host)} não tem nada em ${text(p.path)}${saying(p.reason)}.`,
    todo: 'Confira o endereço em Ajustes, Rede (costuma terminar em /v1), e se o modelo ainda está lá.',
    safe: textKept
  }),
  remoteBusy: (p) => ({
    what: `${text(p.host)} não aceita mais pedidos agora.`,
    todo: 'Espere um pouco e tente de novo.',
    safe: textKept
  }),
  remoteFailed: (p) => ({
    what: `${text(p.host)} não conseguiu responder (status ${text(p.status)})${saying(p.reason)}.`,
    todo: 'Tente de novo; se continuar, veja o que aquele servidor diz na máquina dele.',
    safe: 'O que ele enviou até então está guardado.'
  }),
  remoteRedirected: (p) => ({
    what: `${text(p.host)} encaminha para ${text(p.target)}; pedidos não seguem para outro endereço.`,
    todo: 'Se você confia nele, dê esse endereço ao servidor em Ajustes, Rede.',
    safe: 'Nem o texto nem a chave foram para lá.'
  }),
  remoteMalformed: (p) => ({
    what: `${text(p.host)} respondeu algo que não é a API da OpenAI: ${formProblem(p.problem)}.`,
    todo: 'Confira se o endereço leva a um servidor compatível com a OpenAI; costuma terminar em /v1.',
    safe: 'O que foi entendido até então está guardado.'
  }),
  remoteBroke: (p) => ({
    what: `${text(p.host)} fechou a conexão no meio da resposta.`,
    todo: 'Tente de novo.',
    safe: 'O que ele enviou até então está guardado.'
  }),
  remoteCannotScore: (p) => ({
    what: `${text(p.model)} responde por um servidor, que não informa a probabilidade de um texto.`,
    todo: 'Escolha um modelo desta máquina.',
    safe: 'Nada foi enviado.'
  }),
  cancelled: () => ({
    what: 'Isto foi cancelado.',
    todo: 'Comece de novo, se ainda quiser.',
    safe: 'Nada ficou para trás.'
  }),
  invalidInput: (p) => ({
    what: `“${text(p.field)}” não pode ser usado assim: ${text(p.reason)}.`,
    todo: 'Corrija e tente de novo.',
    safe: nothingChanged
  }),
  notFound: (p) => ({
    what: `${kindInPortuguese(p.kind)} não está mais aqui.`,
    todo: 'Escolha outro item da lista.',
    safe: 'Todo o resto está como estava.'
  }),
  ownerUnreachable: (p) => ({
    what: `Outro Lethe está com a pasta de dados ${text(p.dataFolder)} aberta e não responde.`,
    todo: 'Feche o outro e inicie de novo.',
    safe: nothingChanged
  }),
  databaseTooNew: (p) => ({
    what: `A pasta de dados foi gravada por um Lethe mais novo (versão ${text(p.version)}; este conhece a ${text(p.known)}).`,
    todo: 'Instale o Lethe mais novo ou use outra pasta de dados.',
    safe: 'A pasta de dados não foi tocada.'
  }),
  internal: (p) => ({
    what: `Algo no Lethe não funcionou como deveria: ${text(p.reason)}`,
    todo: 'Tente de novo. Se acontecer outra vez, copie os detalhes para um relato de erro.',
    safe: 'O que já estava salvo está intacto.'
  }),
  connectionLost: () => ({
    what: 'O aplicativo parou de responder.',
    todo: 'Espere um pouco e tente de novo; a janela se reconecta sozinha.',
    safe: 'O que você digitou está guardado nesta janela.'
  })
}

function kindInPortuguese(kind: string | number | undefined): string {
  if (kind === 'conversation') return 'A conversa'
  if (kind === 'message' || kind === 'answer') return 'A mensagem'
  if (kind === 'model') return 'O modelo'
  if (kind === 'upload') return 'O envio'
  return 'O item'
}
