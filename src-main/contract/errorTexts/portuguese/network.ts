// Erros da rede em português.
import type { FormProblem } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import {
  addressProblems,
  libraryIntact,
  nothingChanged,
  reachProblems,
  saying,
  textKept
} from './words'

const formProblems: Record<FormProblem, string> = {
  notHttp: 'não fala HTTP',
  notAList: 'nenhuma lista de modelos',
  contentType: 'nenhum fluxo de eventos',
  notAnAnswer: 'nenhuma parte de uma resposta',
  tooLong: 'mais do que uma resposta pode ter'
}

export const network = {
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
  })
} satisfies Partial<ErrorSentenceTable>
