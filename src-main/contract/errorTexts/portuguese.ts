// Cada erro em português: o que houve, o que fazer, o que está a salvo. O que não existe na linha de
// comando (uma vista, um campo) é dito lá com outras palavras.
import type {
  AddressProblem,
  FileFormat,
  FormProblem,
  HubFormProblem,
  HubModelProblem,
  HubNameProblem,
  InputField,
  LineProblem,
  MissingKind,
  ReachProblem
} from '../../base/errors'
import type { Reason } from '../../base/reasons'
import { quantities } from '../quantities'
import { portugueseReasons } from './portugueseReasons'
import { reasonIn, type ErrorSentenceTable } from './sentences'

const { bytes, count } = quantities('pt-BR')
const why = (reason: Reason): string => reasonIn(portugueseReasons, reason)
/** O que o outro lado disse, se disse algo. */
const saying = (reason: Reason | undefined): string => (reason ? `; ${why(reason)}` : '')
const amount = (value: string | number): string =>
  typeof value === 'number' ? count(value) : value
const nearest = (name: string | undefined): string =>
  name === undefined ? '' : ` Você quis dizer “${name}”?`

const othersFine = 'Não foi adicionado; seus outros modelos estão bem.'
const nothingAdded = 'Nada foi adicionado à biblioteca; os arquivos não foram alterados.'
const downloadGone = 'Nada foi adicionado, e o que foi baixado foi apagado.'
const nothingChanged = 'Nada foi alterado.'
const libraryIntact = 'A biblioteca e suas conversas estão como estavam.'
const textKept = 'Sua conversa e o que você digitou estão salvos.'

const formats: Record<FileFormat, string> = {
  safetensors: 'arquivo safetensors',
  tokenizerJson: 'tokenizer.json',
  sentencePiece: 'modelo SentencePiece',
  tofuLog: 'registro de avaliação do TOFU',
  database: 'banco de dados do Lethe'
}
const addressProblems: Record<AddressProblem, string> = {
  malformed: 'isto não é um endereço',
  scheme: 'só http e https são possíveis',
  credentials: 'nome e senha não podem estar nele',
  query: 'nada pode vir depois de “?” ou “#”'
}
const reachProblems: Record<ReachProblem, string> = {
  refused: 'ninguém atende ali',
  closed: 'a conexão foi fechada logo em seguida',
  unknownName: 'o nome não é conhecido',
  noWay: 'não há caminho até lá a partir desta máquina',
  noAnswer: 'ninguém responde ali',
  certificate: 'o certificado não vale para esse nome',
  elsewhere: 'este sistema leva localhost a outra máquina',
  other: 'a conexão não pôde ser aberta'
}
const formProblems: Record<FormProblem, string> = {
  notHttp: 'não fala HTTP',
  notAList: 'nenhuma lista de modelos',
  contentType: 'nenhum fluxo de eventos',
  notAnAnswer: 'nenhuma parte de uma resposta',
  tooLong: 'mais do que uma resposta pode ter'
}
const hubNameProblems: Record<HubNameProblem, string> = {
  form: 'não é DONO/NOME',
  otherSite: 'o endereço leva a outro site',
  notAModel: 'isso não é um modelo'
}
const lineProblems: Record<LineProblem, string> = {
  ...reachProblems,
  silent: 'ficou em silêncio',
  broke: 'a conexão foi fechada no meio'
}
const hubFormProblems: Record<HubFormProblem, string> = {
  notHttp: 'não fala HTTP',
  notAListing: 'nenhuma lista de arquivos',
  noSizes: 'uma lista de arquivos sem os tamanhos',
  tooLong: 'mais do que uma lista de arquivos pode ter',
  redirects: 'encaminha vez após vez, ou para lugar nenhum',
  insecure: 'encaminha para um endereço sem criptografia',
  inward: 'encaminha para esta máquina',
  range: 'outra parte do arquivo, não a pedida'
}
const hubModelProblems: Record<HubModelProblem, (file: string) => string> = {
  pickle: (file) =>
    `os pesos são arquivos pickle como ${file}, que podem executar código ao serem abertos, por isso o Lethe não os abre`,
  gguf: (file) => `os pesos são arquivos GGUF como ${file}, que o Lethe não lê`,
  noWeights: () => 'não há model.safetensors nem um índice de partes',
  noConfig: () => 'não há config.json',
  badIndex: (file) => `${file} não diz que arquivo contém cada tensor`,
  noShard: (file) => `falta uma parte dos pesos: ${file}`
}
const fields: Record<InputField, (name: string) => string> = {
  name: () => 'O nome não pode',
  path: () => 'O caminho não pode',
  model: () => 'Este modelo não pode',
  upload: () => 'O que foi enviado não pode',
  models: () => 'A escolha de modelos não pode',
  vote: () => 'O voto não pode',
  line: (name) => `A linha ${name} não pode`,
  standardInput: () => 'A entrada padrão não pode',
  option: (name) => `A opção ${name} não pode`,
  tensor: (name) => `O tensor “${name}” não pode`,
  metadata: () => 'O campo metadata não pode',
  value: (name) => `O valor de “${name}” não pode`
}
const kinds: Record<MissingKind, string> = {
  conversation: 'A conversa',
  message: 'A mensagem',
  answer: 'A resposta',
  word: 'A palavra',
  model: 'O modelo',
  upload: 'O envio',
  folderDialog: 'O diálogo de pastas',
  comparison: 'A comparação',
  promptSet: 'A lista de perguntas',
  preset: 'O texto pronto',
  endpoint: 'O servidor',
  request: 'O pedido'
}

export const portugueseErrors: ErrorSentenceTable = {
  fileNotFound: (p) => ({
    what: `Não há nada em ${p.path}.`,
    todo: 'Confira o caminho ou escolha o lugar de novo.',
    safe: nothingChanged,
    commandLine: { todo: 'Confira o caminho; um relativo começa na pasta em que você está.' }
  }),
  fileNotReadable: (p) => ({
    what: `Esta conta não tem permissão para ler ${p.path}.`,
    todo: 'Dê a esta conta permissão de leitura e tente de novo.',
    safe: nothingChanged,
    start: {
      todo: 'Dê a esta conta permissão de leitura ou inicie o Lethe com outra pasta de dados.'
    }
  }),
  fileEmpty: (p) => ({
    what: `${p.path} está vazio.`,
    todo: 'Obtenha o arquivo de novo.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  fileTruncated: (p) => ({
    what: `${p.path} termina ${count(p.missingBytes)} bytes antes do fim.`,
    todo: 'Obtenha o arquivo de novo.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  fileMalformed: (p) => ({
    what: `${p.path} não pode ser lido como ${p.format ? formats[p.format] : 'deveria'}${p.offset === undefined ? '' : ` (byte ${count(p.offset)})`}: ${why(p.reason)}.`,
    todo: 'Obtenha o arquivo de novo ou salve-o outra vez no programa de onde veio.',
    safe: othersFine,
    commandLine: { safe: nothingAdded },
    start: {
      todo: 'Inicie o Lethe com outra pasta de dados ou reponha uma cópia desta.',
      safe: nothingChanged
    }
  }),
  fileBusy: (p) => ({
    what: `Outro programa está usando ${p.path}.`,
    todo: 'Feche o programa que o usa e tente de novo.',
    safe: nothingChanged
  }),
  pathTooLong: (p) => ({
    what: `O caminho ${p.path} é mais longo do que este sistema permite.`,
    todo: 'Leve-o para uma pasta de caminho mais curto ou dê-lhe um nome mais curto.',
    safe: nothingChanged
  }),
  pathCircular: (p) => ({
    what: `Os atalhos em ${p.path} andam em círculo.`,
    todo: 'Indique a pasta real em vez do atalho.',
    safe: nothingChanged
  }),
  tooManyOpenFiles: (p) => ({
    what: `Este sistema não deixa o Lethe abrir mais arquivos, por isso ${p.path} não pôde ser aberto.`,
    todo: 'Feche outros programas ou modelos e tente de novo.',
    safe: nothingChanged
  }),
  fileTooLargeForDisk: (p) => ({
    what: `${p.path} ficaria maior do que aquele disco permite para um arquivo.`,
    todo: 'Use um disco com outro sistema de arquivos (FAT32 vai até 4 GB) ou deixe o modelo onde está.',
    safe: 'O que ficou pela metade foi removido; todo o resto está como estava.'
  }),
  diskFailed: (p) => ({
    what: `O disco que contém ${p.path} não respondeu como deveria.`,
    todo: 'Veja se ele está conectado e em bom estado e tente de novo; antes, copie o que importa para outro lugar.',
    safe: 'O Lethe não alterou nada lá.'
  }),
  folderNotWritable: (p) => ({
    what: `O Lethe não pode escrever em ${p.path}.`,
    todo: 'Dê a esta conta permissão de escrita ou inicie o Lethe com outra pasta de dados.',
    safe: 'O que estava lá não foi tocado.',
    commandLine: {
      todo: 'Dê a esta conta permissão de escrita ou escolha outra pasta com --data-dir.'
    }
  }),
  diskFull: (p) => ({
    what: `O disco que contém ${p.path} está cheio.`,
    todo: 'Libere espaço e tente de novo.',
    safe: 'O que já estava salvo está intacto; nada ficou pela metade.',
    commandLine: { todo: 'Libere espaço e execute o comando de novo.' },
    start: { todo: 'Libere espaço e inicie o Lethe de novo.' }
  }),
  diskTooSmall: (p) => ({
    what: `O disco que contém ${p.path} tem ${bytes(p.freeBytes)} livres; são precisos ${bytes(p.needBytes)}.`,
    todo: 'Libere espaço e tente de novo.',
    safe: downloadGone,
    commandLine: {
      todo: 'Libere espaço ou escolha uma pasta de dados em outro disco com --data-dir.'
    }
  }),
  notAModel: (p) => ({
    what: `${p.path} não contém um modelo: são precisos config.json e pesos em safetensors.`,
    todo: 'Escolha a pasta que tem os dois.',
    safe: nothingChanged
  }),
  pickleRefused: (p) => ({
    what: `${p.path} pode executar código ao ser aberto, por isso o Lethe não o abre.`,
    todo: 'Converta para safetensors (em Python: safetensors.torch.save_model) e adicione a pasta de novo.',
    safe: 'O arquivo não foi aberto; nada foi adicionado.',
    commandLine: {
      todo: 'Converta para safetensors (em Python: safetensors.torch.save_model) e importe a pasta de novo.'
    }
  }),
  architectureUnknown: (p) => ({
    what: `Este modelo é um “${p.architecture}”, um tipo que o Lethe não executa.${nearest(p.nearest)}`,
    todo: 'Escolha um modelo do tipo llama.',
    safe: othersFine,
    commandLine: {
      todo: 'Escolha um modelo de uma família aceita; `lethe import --help` diz quais são.',
      safe: nothingAdded
    }
  }),
  configUnsupported: (p) => ({
    what:
      p.value === undefined
        ? `Falta ${p.key} no config.json: ${why(p.reason)}.`
        : `O config.json pede ${p.key} = ${p.value}: ${why(p.reason)}.`,
    todo: 'Escolha outro modelo ou uma versão deste sem esse ajuste.',
    safe: 'Não foi adicionado, porque sem esse ajuste as respostas sairiam erradas.'
  }),
  tensorDtypeUnknown: (p) => ({
    what: `O tensor ${p.tensor} em ${p.path} está gravado como ${p.dtype}, que o Lethe não lê.`,
    todo: 'Use uma versão gravada em F32, F16 ou BF16.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  tensorMissing: (p) => ({
    what: `O tensor ${p.tensor} não está em ${p.path}.`,
    todo: 'Obtenha o modelo de novo; pode faltar um arquivo.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  tensorShape: (p) => ({
    what: `O tensor ${p.tensor} em ${p.path} tem a forma ${p.got}; o config.json pede ${p.expected}.`,
    todo: 'Obtenha o config.json e os pesos do mesmo lugar.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  shardMissing: (p) => ({
    what: `Falta uma parte dos pesos: ${p.path}.`,
    todo: 'Ponha na pasta o arquivo que falta e adicione-a de novo.',
    safe: othersFine,
    commandLine: {
      todo: 'Ponha na pasta o arquivo que falta e importe-a de novo.',
      safe: nothingAdded
    }
  }),
  tokenizerUnsupported: (p) => ({
    what: `O tokenizador ${p.path} é de um tipo que o Lethe não lê: ${why(p.reason)}.`,
    todo: 'Use uma versão do modelo com tokenizer.json ou com um tokenizer.model do SentencePiece.',
    safe: othersFine,
    commandLine: { safe: nothingChanged }
  }),
  noTokenizer: (p) => ({
    what: `${p.model} veio sem tokenizador, por isso não lê nem escreve texto.`,
    todo: 'Escolha outro modelo para conversar ou adicione este de novo com o tokenizador.',
    safe: textKept,
    commandLine: {
      todo: 'Use --prompt-ids ou importe-o de novo com o tokenizer.json junto dos pesos.',
      safe: nothingChanged
    }
  }),
  noChatTemplate: (p) => ({
    what: `${p.model} não tem formato de conversa.`,
    todo: 'Use-o para continuar textos ou escolha um modelo ensinado a conversar.',
    safe: textKept,
    commandLine: {
      todo: 'Acrescente --raw para que ele continue o texto como está.',
      safe: nothingChanged
    }
  }),
  chatTemplateFailed: (p) => ({
    what: `O formato de conversa deste modelo recusou a conversa: ${why(p.reason)}.`,
    todo: 'Mude as instruções do sistema ou a pergunta, ou escolha outro modelo.',
    safe: textKept,
    commandLine: {
      todo: 'Mude a pergunta como ele pede ou acrescente --raw para ir sem o formato.',
      safe: nothingChanged
    }
  }),
  modelNotFound: (p) => ({
    what: `Não há um modelo “${p.model}” na lista.${nearest(p.nearest)}`,
    todo: 'Escolha outro modelo.',
    safe: textKept,
    commandLine: {
      todo: '`lethe models` lista o que há; `lethe import PATH` adiciona um.',
      safe: nothingChanged
    }
  }),
  weightsChanged: (p) => ({
    what: `Os pesos em ${p.path} já não são os que foram adicionados.`,
    todo: 'Reponha os arquivos antigos ou adicione a pasta de novo: agora é outro modelo.',
    safe: nothingChanged,
    commandLine: {
      todo: 'Reponha os arquivos antigos ou importe a pasta de novo como outro modelo.'
    }
  }),
  modelFilesMissing: (p) => ({
    what: `O arquivo não está mais em ${p.path}.`,
    todo: 'Localize-o ou tire-o da lista.',
    safe: 'Nada mais é afetado.',
    commandLine: {
      todo: 'Reponha a pasta ou importe-a de onde ela está agora.',
      safe: 'O modelo continua na biblioteca com suas conversas.'
    }
  }),
  promptTooLong: (p) => ({
    what: `São ${count(p.tokens)} tokens; o modelo lê ${count(p.limit)}.`,
    todo: 'Fique com o fim, fique com o começo ou edite o texto.',
    safe: 'O texto inteiro está salvo na conversa.',
    commandLine: {
      todo: 'Encurte o texto ou escolha um modelo com contexto maior.',
      safe: nothingChanged
    }
  }),
  promptTooLarge: (p) => ({
    what: `Este texto tem ${bytes(p.sizeBytes)}; podem ser enviados no máximo ${bytes(p.limitBytes)} de uma vez.`,
    todo: 'Encurte-o ou envie em partes.',
    safe: 'O que você digitou continua no campo.',
    commandLine: { todo: 'Encurte-o.', safe: nothingChanged }
  }),
  promptTooLongFor: (p) => ({
    what: `${p.model} não consegue ler ${p.row === undefined ? 'isto' : `a pergunta ${p.row}`}: são ${count(p.tokens)} tokens e o modelo lê ${count(p.limit)}, ${count(p.excessTokens)} a mais.${p.others > 0 ? ` Há mais ${p.others} assim.` : ''}`,
    todo: 'Encurte o texto ou tire esse modelo.',
    safe: 'Nada foi enviado a nenhum modelo; o que você digitou continua no campo.',
    commandLine: { safe: 'Nada foi enviado nem guardado.' }
  }),
  promptEmpty: () => ({
    what: 'Não há texto para enviar.',
    todo: 'Escreva algo antes.',
    safe: nothingChanged,
    commandLine: { todo: 'Dê algum texto com --prompt, --text ou --stdin.' }
  }),
  tokenOutOfRange: (p) => ({
    what: `O id de token ${p.id} está fora do vocabulário deste modelo, de ${count(p.limit)}.`,
    todo: 'Use ids que este modelo conhece.',
    safe: nothingChanged,
    commandLine: { todo: 'Use ids do mesmo tokenizador; `lethe tokenize` os mostra.' }
  }),
  outOfMemory: (p) => ({
    what: `Este modelo precisa de ${bytes(p.needBytes)}; há ${bytes(p.freeBytes)} livres.`,
    todo:
      p.blocks4Bytes === undefined
        ? 'Feche outros programas, escolha pesos mapeados ou use um modelo menor.'
        : `Tente em 4 bits (${bytes(p.blocks4Bytes)}) ou com pesos mapeados, ou feche outro modelo.`,
    safe: textKept,
    commandLine: {
      todo:
        p.blocks4Bytes === undefined
          ? 'Feche outros programas, escolha um modelo menor ou use --weights mapped.'
          : `Use --weights blocks4 (cerca de ${bytes(p.blocks4Bytes)}) ou --weights mapped, ou feche outros programas.`,
      safe: libraryIntact
    }
  }),
  deviceUnavailable: (p) => ({
    what: `O dispositivo “${p.device}” não pode ser usado aqui: ${why(p.reason)}.`,
    todo: 'Escolha outro dispositivo ou teste este de novo: Ajustes, Dispositivo.',
    safe: 'Nada foi executado em outro lugar.',
    commandLine: {
      todo: 'Use --device cpu ou --device auto, ou teste-o de novo com `lethe devices --test`.'
    }
  }),
  engineLost: () => ({
    what: 'O modelo parou de funcionar.',
    todo: 'Envie de novo para reiniciá-lo.',
    safe: 'O texto até aqui está salvo.',
    commandLine: {
      todo: 'Execute o comando de novo; com um modelo grande, libere memória antes.',
      safe: libraryIntact
    }
  }),
  engineBusy: (p) => ({
    what: `${p.model} está escrevendo outra resposta.`,
    todo: 'Espere terminar ou pare a outra.',
    safe: textKept,
    commandLine: { safe: nothingChanged }
  }),
  networkOff: () => ({
    what: 'A rede está desligada, por isso nada foi enviado.',
    todo: 'Ligue-a em Ajustes, Rede, e pergunte de novo.',
    safe: 'Nada saiu do Lethe; o que você digitou continua aqui.',
    commandLine: {
      todo: 'Ligue-a com `lethe network on`; `lethe network off` a desliga.',
      safe: libraryIntact
    }
  }),
  addressRefused: (p) => ({
    what: `O endereço ${p.address} não pode ser usado: ${addressProblems[p.problem]}.`,
    todo: 'Escreva como http://127.0.0.1:11434/v1. A chave tem um campo próprio.',
    safe: nothingChanged,
    commandLine: {
      todo: 'Dê um endereço como http://127.0.0.1:11434/v1; a chave entra por --key-stdin.'
    }
  }),
  hostUnreachable: (p) => ({
    what: `Não foi possível chegar a ${p.host}: ${reachProblems[p.problem]}${saying(p.reason)}.`,
    todo: 'Veja se o servidor está ligado e se o endereço está certo, e tente de novo.',
    safe: textKept,
    commandLine: {
      todo: 'Veja se o servidor está ligado e se o endereço está certo, e execute o comando de novo.',
      safe: nothingChanged
    }
  }),
  remoteTimeout: (p) => ({
    what: `${p.host} ficou ${p.seconds} segundos em silêncio.`,
    todo: 'Tente de novo; um modelo grande pode ainda estar sendo aberto lá.',
    safe: 'O que ele enviou até então está guardado.',
    commandLine: {
      todo: 'Execute o comando de novo; um modelo grande pode ainda estar sendo aberto lá.'
    }
  }),
  remoteKeyRefused: (p) => ({
    what: `${p.host} não aceita a chave, ou pede uma (status ${p.status}).`,
    todo: 'Informe a chave em Ajustes, Rede.',
    safe: textKept,
    commandLine: {
      todo: 'Informe a chave com `lethe endpoints set NAME --key-stdin`.',
      safe: nothingChanged
    }
  }),
  remoteNotFound: (p) => ({
    what: `${p.host} não tem nada em ${p.path}${saying(p.reason)}.`,
    todo: 'Confira o endereço em Ajustes, Rede (costuma terminar em /v1), e se o modelo ainda está lá.',
    safe: textKept,
    commandLine: {
      todo: 'Confira o endereço (costuma terminar em /v1) e o nome do modelo: `lethe endpoints models NAME`.',
      safe: nothingChanged
    }
  }),
  remoteBusy: (p) => ({
    what: `${p.host} não aceita mais pedidos agora.`,
    todo: 'Espere um pouco e tente de novo.',
    safe: textKept,
    commandLine: { todo: 'Espere um pouco e execute o comando de novo.', safe: nothingChanged }
  }),
  remoteFailed: (p) => ({
    what: `${p.host} não conseguiu responder (status ${p.status})${saying(p.reason)}.`,
    todo: 'Tente de novo; se continuar, veja o que aquele servidor diz na máquina dele.',
    safe: 'O que ele enviou até então está guardado.',
    commandLine: {
      todo: 'Execute o comando de novo; se continuar, veja o que aquele servidor registra.'
    }
  }),
  remoteRedirected: (p) => ({
    what: `${p.host} encaminha para ${p.target}; pedidos não seguem para outro endereço.`,
    todo: 'Se você confia nele, dê esse endereço ao servidor em Ajustes, Rede.',
    safe: 'Nem o texto nem a chave foram para lá.',
    commandLine: { todo: 'Se você confia nele, dê esse endereço ao servidor.' }
  }),
  remoteMalformed: (p) => ({
    what: `${p.host} respondeu algo que não é a API da OpenAI: ${formProblems[p.problem]}.`,
    todo: 'Confira se o endereço leva a um servidor compatível com a OpenAI; costuma terminar em /v1.',
    safe: 'O que foi entendido até então está guardado.'
  }),
  remoteBroke: (p) => ({
    what: `${p.host} fechou a conexão no meio da resposta.`,
    todo: 'Tente de novo.',
    safe: 'O que ele enviou até então está guardado.',
    commandLine: { todo: 'Execute o comando de novo.' }
  }),
  remoteCannotScore: (p) => ({
    what: `${p.model} responde por um servidor, que não informa a probabilidade de um texto.`,
    todo: 'Escolha um modelo desta máquina.',
    safe: 'Nada foi enviado.',
    commandLine: { todo: 'Escolha um modelo de `lethe models`.' }
  }),
  hubNameMalformed: (p) => ({
    what: `“${p.name}” não indica um modelo do hub: ${hubNameProblems[p.problem]}.`,
    todo: 'Escreva DONO/NOME ou cole o endereço da página do modelo.',
    safe: 'Nada foi enviado.',
    commandLine: {
      todo: 'Escreva hf:DONO/NOME, hf:DONO/NOME@REVISÃO ou o endereço da página do modelo.'
    }
  }),
  hubAddressRefused: (p) => ({
    what: `HF_ENDPOINT é ${p.address}, que não pode ser usado: ${addressProblems[p.problem]}.`,
    todo: 'Defina um endereço como https://huggingface.co, ou remova a variável, e inicie o Lethe de novo.',
    safe: 'Nada foi enviado.'
  }),
  hubModelNotFound: (p) => ({
    what: `${p.host} não tem o modelo ${p.model}, ou ele é privado.`,
    todo: 'Confira o nome; para um modelo privado, inicie o Lethe com o seu token em HF_TOKEN.',
    safe: nothingChanged
  }),
  hubRevisionNotFound: (p) => ({
    what: `${p.model} em ${p.host} não tem a revisão “${p.revision}”.`,
    todo: 'Depois de “@”, indique um ramo, uma etiqueta ou um commit dele, ou nada para o mais novo.',
    safe: nothingChanged
  }),
  hubAccessRefused: (p) => ({
    what: `${p.host} não entrega ${p.model} (status ${p.status}): ${
      p.token === 'sent'
        ? 'o token em HF_TOKEN não dá acesso a ele'
        : 'é preciso dizer quem você é, e não há HF_TOKEN definido'
    }.`,
    todo: `Aceite os termos na página dele em ${p.host} e inicie o Lethe com um token dessa conta em HF_TOKEN.`,
    safe: nothingChanged
  }),
  hubNotAModel: (p) => ({
    what: `${p.model} em ${p.host} não pode ser adicionado: ${hubModelProblems[p.problem](p.file)}.`,
    todo: 'Escolha uma versão dele com config.json e pesos em safetensors.',
    safe: othersFine
  }),
  hubFileNameRefused: (p) => ({
    what: `${p.model} em ${p.host} contém um arquivo chamado “${p.file}”, que poderia ser gravado fora da pasta dele ou sobre outro arquivo.`,
    todo: 'Não use este modelo; a página dele no hub tem como denunciá-lo.',
    safe: 'Nada dele ficou; seus outros modelos estão bem.'
  }),
  hubUnreachable: (p) => ({
    what: `Não foi possível chegar a ${p.host}: ${lineProblems[p.problem]}.`,
    todo: 'Veja se esta máquina está conectada e tente de novo.',
    safe: othersFine
  }),
  hubFailed: (p) => ({
    what: `${p.host} não conseguiu responder (status ${p.status})${saying(p.reason)}.`,
    todo: 'Espere alguns minutos e tente de novo.',
    safe: othersFine
  }),
  hubMalformed: (p) => ({
    what: `${p.host} respondeu algo que o hub não responderia: ${hubFormProblems[p.problem]}.`,
    todo: 'Confira HF_ENDPOINT, se estiver definido, e se esta conexão pede antes um login numa página.',
    safe: othersFine
  }),
  hubFileDiffers: (p) => ({
    what: `${p.file}, de ${p.host}, não é o que foi listado: ${
      p.problem === 'size'
        ? `${amount(p.got)} bytes em vez de ${amount(p.expected)}`
        : 'a soma de verificação é outra'
    }.`,
    todo: 'Tente de novo; se continuar, os arquivos no hub estão danificados ou algo no caminho os altera.',
    safe: downloadGone
  }),
  hubDownloadBroke: (p) => ({
    what: `O download de ${p.file}, de ${p.host}, parou em ${bytes(p.doneBytes)} de ${bytes(p.totalBytes)}, e ${p.tries} tentativas não trouxeram o resto.`,
    todo: 'Tente de novo quando a conexão estiver firme; ele começa do início.',
    safe: downloadGone
  }),
  networkTurnedOff: (p) => ({
    what: `A rede foi desligada, por isso o download de ${p.host} parou.`,
    todo: 'Ligue-a em Ajustes, Rede, e tente de novo.',
    safe: downloadGone,
    commandLine: { todo: 'Ligue-a com `lethe network on` e importe de novo.' }
  }),
  cancelled: () => ({
    what: 'Isto foi cancelado.',
    todo: 'Comece de novo, se ainda quiser.',
    safe: 'Nada ficou para trás.',
    commandLine: { todo: 'Execute o comando de novo quando quiser.' }
  }),
  invalidInput: (p) => ({
    what: `${fields[p.field](p.name ?? '')} servir assim: ${why(p.reason)}.`,
    todo: 'Corrija e tente de novo.',
    safe: nothingChanged,
    commandLine: { todo: 'Corrija e execute o comando de novo; --help mostra o que é possível.' },
    start: { todo: 'Corrija e inicie o Lethe de novo.' }
  }),
  notFound: (p) => ({
    what: `${kinds[p.kind]} não está mais aqui.`,
    todo: 'Escolha outro item da lista.',
    safe: 'Todo o resto está como estava.',
    commandLine: {
      what: `${kinds[p.kind]} “${p.id}” não existe.${nearest(p.nearest)}`,
      todo: 'Confira o que digitou.',
      safe: nothingChanged
    }
  }),
  nameTaken: (p) => ({
    what: `Outro já se chama “${p.name}”.`,
    todo: 'Escolha outro nome.',
    safe: 'O que você digitou continua aqui.',
    commandLine: { safe: nothingChanged }
  }),
  listFull: (p) => ({
    what: `Já há ${count(p.limit)}, e não se guardam mais.`,
    todo: 'Remova um de que não precisa mais.',
    safe: 'O que você digitou continua aqui.',
    commandLine: { safe: nothingChanged }
  }),
  presetTooLarge: (p) => ({
    what: `Este texto tem ${bytes(p.sizeBytes)}; um texto pronto pode ter até ${bytes(p.limitBytes)}.`,
    todo: 'Encurte-o; um texto longo pode ser anexado como arquivo a cada vez.',
    safe: 'O que você digitou continua aqui.',
    commandLine: { safe: nothingChanged }
  }),
  ownerUnreachable: (p) => ({
    what: `Outro Lethe está com a pasta de dados ${p.dataFolder} aberta e não responde.`,
    todo: 'Feche o outro e inicie de novo.',
    safe: nothingChanged,
    commandLine: {
      todo: 'Feche-o e execute o comando de novo, ou escolha outra pasta com --data-dir.'
    }
  }),
  databaseTooNew: (p) => ({
    what: `A pasta de dados foi gravada por um Lethe mais novo (versão ${p.version}; este conhece a ${p.known}).`,
    todo: 'Instale o Lethe mais novo ou use outra pasta de dados.',
    safe: 'A pasta de dados não foi tocada.',
    commandLine: { todo: 'Use o Lethe mais novo ou escolha outra pasta com --data-dir.' }
  }),
  internal: (p) => ({
    what: `Algo no Lethe não funcionou como deveria: ${why(p.reason)}`,
    todo: 'Tente de novo. Se acontecer outra vez, copie os detalhes para um relato de erro.',
    safe: 'O que já estava salvo está intacto.',
    commandLine: {
      todo: 'Execute o comando de novo; se continuar, relate-o com o registro (log) da pasta de dados.'
    },
    start: {
      todo: 'Inicie o Lethe de novo. Se acontecer outra vez, relate com o registro (log) da pasta de dados.'
    }
  }),
  connectionLost: () => ({
    what: 'O aplicativo parou de responder.',
    todo: 'Espere um pouco e tente de novo; a janela se reconecta sozinha.',
    safe: 'O que você digitou está guardado nesta janela.'
  })
}
