// Achar o que deve ser esquecido, por onde quer que comece: pessoa, palavras, dado pessoal, texto, resposta.
import type { Dictionary } from '../dictionary'

export const flagging: Dictionary['flagging'] = {
  title: 'Marcar o que deve ser esquecido',
  addTitle: 'Acrescentar a esta marcação',
  shouldNotKnow: 'Isto não deveria ser sabido',
  everythingAbout: (name) => `Esquecer tudo sobre ${name}`,
  everything: 'Esquecer tudo sobre…',
  findingEverywhere: (value) => `Marcar ${value} onde quer que esteja`,
  from: 'Achar por',
  source: {
    person: 'Pessoa',
    words: 'Busca',
    finding: 'Dado pessoal',
    text: 'Texto colado',
    answer: 'Resposta'
  },
  note: {
    person: 'Registros que são dela, e registros que a nomeiam.',
    words: 'Registros com todas as palavras. Palavras entre aspas são achadas como estão.',
    finding: 'O mesmo número ou endereço, escrito de qualquer forma.',
    text: 'Registros que o dizem, e registros próximos dele.',
    answer: 'Os registros mais próximos entre os que o modelo aprendeu.'
  },
  field: {
    person: 'Nome',
    words: 'Palavras',
    finding: 'Número, endereço ou data',
    text: 'Texto',
    answer: 'O que foi respondido'
  },
  kind: 'O que é',
  data: 'Em',
  allData: 'Todos os dados',
  find: 'Achar registros',
  finding: 'Procurando…',
  nothing: 'Nenhum registro foi achado.',
  nothingNear: 'Nenhum registro próximo foi achado. Tente um nome ou palavras que ele tenha.',
  answeredBy: (model) => `Respondido por ${model}`,
  reason: {
    subject: (records, name) => `${records} de ${name}`,
    named: (records, name) => `${records} de ninguém, com o nome ${name}`,
    words: (records) => `${records} com estas palavras`,
    finding: (records) => `${records} com este dado`,
    text: (records) => `${records} com este texto`,
    otherSubject: (records, name) => `${records} de outra pessoa, com o nome ${name}`,
    alike: (records) => `${records} de texto parecido`,
    closest: (records) => `${records} com muitas das palavras`
  },
  look: 'Sem marca: veja cada um. Só o que você marcar entra.',
  all: 'Todos',
  tickAll: (group) => `Marcar todos: ${group}`,
  alike: (share) => `${share} parecido`,
  wordsShared: (share) => `${share} das palavras`,
  record: (number) => `registro ${number}`,
  open: 'Abrir',
  openRecord: (number, dataset) => `Abrir o registro ${number} de ${dataset}`,
  more: (records) => `Mostrar todos: ${records}`,
  notListed: (records) => `Mais ${records} não estão na lista; seguem a marca acima.`,
  tooMany: 'Há mais de 10.000. Em Dados, tudo o que um filtro acha pode ser marcado de uma vez.',
  ticked: (records) => `${records} com marca`,
  severalSets: (datasets) => `Estão em ${datasets}: cada um recebe a sua marcação.`,
  datasetForms: { one: 'conjunto de dados', other: 'conjuntos de dados' },
  save: 'Salvar e ver o que alcança',
  saving: 'Salvando…',
  saved: (name, records) => `Marcado como “${name}”: ${records}.`
}
