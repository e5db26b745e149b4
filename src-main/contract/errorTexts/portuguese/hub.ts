// Erros do hub em português.
import type {
  HubFormProblem,
  HubModelProblem,
  HubNameProblem,
  LineProblem
} from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import {
  addressProblems,
  bytes,
  count,
  downloadGone,
  nothingChanged,
  othersFine,
  reachProblems,
  saying
} from './words'

const amount = (value: string | number): string =>
  typeof value === 'number' ? count(value) : value
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

export const hub = {
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
  })
} satisfies Partial<ErrorSentenceTable>
