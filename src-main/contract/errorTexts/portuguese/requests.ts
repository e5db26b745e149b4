// Erros de pedidos e do próprio Lethe em português.
import type { InputField, MissingKind } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import { bytes, count, nearest, nothingChanged, why } from './words'

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
  dataset: 'O conjunto de dados',
  record: 'O registro',
  run: 'O treino',
  job: 'A tarefa',
  change: 'A mudança',
  flagSet: 'A marcação',
  evidence: 'A coleta de evidências',
  report: 'O relatório',
  audit: 'A auditoria',
  erasure: 'O apagamento',
  request: 'O pedido'
}

export const requests = {
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
} satisfies Partial<ErrorSentenceTable>
