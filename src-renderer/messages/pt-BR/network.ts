// A rede: a chave geral, a lista de pedidos e os servidores cujos modelos participam de Comparar.
import type { Dictionary } from '../dictionary'

export const network: Dictionary['network'] = {
  offline: 'Offline',
  online: (requests) => `Online: ${requests}`,
  requestForms: { one: 'pedido', other: 'pedidos' },
  title: 'Rede',
  switch: 'Rede ligada',
  off: 'Nada é enviado até você ligar isto.',
  on: 'O Lethe pode enviar o que você pedir, e mais nada. Cada pedido aparece aqui.',
  place: { machine: 'Sai do Lethe, fica nesta máquina', away: 'Sai desta máquina' },
  requests: 'Pedidos',
  requestsNote:
    'Os 10.000 mais novos ficam guardados, sem o que foi dito neles. Os tamanhos são os do conteúdo.',
  none: 'Nenhum pedido ainda.',
  withheld: (count, host) =>
    `${count === 1 ? 'Um pedido' : `${count} pedidos`} de perguntas às cegas a ${host}: aparece aqui depois do seu voto, pois revelaria qual modelo é qual.`,
  earlier: 'Mostrar anteriores',
  allSettings: 'Servidores e ajustes',
  purpose: {
    listModels: 'Lista de modelos',
    answer: 'Resposta para Comparar',
    listFiles: 'Lista dos arquivos de um modelo',
    download: 'Download de um modelo'
  },
  outcome: { running: 'em curso', done: 'concluído', failed: 'falhou', cancelled: 'parado' },
  status: (code) => `status ${code}`,
  bytes: (out, back) => `${out} enviados, ${back} recebidos`,
  notConnected: 'nenhuma conexão foi feita',
  servers: 'Servidores para Comparar',
  serversNote:
    'Programas que falam a API da OpenAI, nesta máquina ou em outra: Ollama, LM Studio, vLLM e outros. Os modelos deles podem ficar ao lado dos seus em Comparar. O que um programa desses faz com o seu texto, o Lethe não vê.',
  noServers: 'Nenhum servidor ainda.',
  add: 'Adicionar um servidor',
  edit: 'Editar',
  editTitle: (name) => `Editar ${name}`,
  fill: 'Preencher para',
  name: 'Nome',
  nameNote: 'Aparece ao lado dos modelos dele.',
  nameWrong: 'Um nome de até 60 letras, sem “/”.',
  address: 'Endereço',
  addressNote: 'Costuma terminar em /v1.',
  key: 'Chave',
  keyNote:
    'Se ele pedir uma. A chave fica como está no banco de dados da pasta de dados, onde programas da sua conta podem lê-la; não é mostrada de novo, exportada nem registrada.',
  keyKept: 'Há uma chave guardada. Deixe vazio para mantê-la; outro endereço a descarta.',
  dropKey: 'Esquecer a chave',
  hasKey: 'com chave',
  noKey: 'sem chave',
  takesMore: 'Aceita mais ajustes',
  takesMoreNote:
    'Envia também top_k, min_p e repetition_penalty. Servidores que não os conhecem podem recusar a pergunta.',
  save: 'Salvar',
  saved: (name) => `${name} foi salvo.`,
  remove: 'Remover',
  removed: (name) => `${name} removido. A chave dele some na próxima abertura.`,
  ask: 'Pedir a lista de modelos',
  asking: 'Perguntando…',
  offers: (count) => `Respondeu e oferece ${count}.`,
  modelForms: { one: 'modelo', other: 'modelos' },
  chosen: 'Quais podem participar de Comparar?',
  chosenNote: 'Peça a lista de modelos e depois escolha.',
  filter: 'Filtrar os modelos dele',
  moreModels: (count) => `Mais ${count}: filtre para vê-los.`,
  turnOn: 'Ligar a rede'
}
