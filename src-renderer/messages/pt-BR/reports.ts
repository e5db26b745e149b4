// Relatórios: os que foram feitos, um deles como será impresso, e arquivos conferidos.
import type { Dictionary } from '../dictionary'

export const reports: Dictionary['reports'] = {
  title: 'Relatórios',
  empty: 'Relatórios vêm de Esquecer e de Viés. Cada um é assinado nesta máquina.',
  toForget: 'Ir para Esquecer',
  noSuch: 'Este relatório não está mais aqui.',
  back: 'Todos os relatórios',
  filter: 'Filtrar relatórios',
  filtered: (shown, all) => `${shown} de ${all}`,
  nothing: 'Nenhum relatório tem estas palavras.',
  kinds: { evidence: 'Evidências', bias: 'Viés' },
  named: (title, kind) => `${title}, ${kind}`,
  signed: 'assinado',
  signedOn: (when, key) => `Assinado ${when} com a chave ${key}`,
  remove: 'Remover',
  removed: (title) => `O relatório “${title}” foi removido.`,
  language: 'Língua do relatório',
  languages: { en: 'English', 'pt-BR': 'Português' },
  download: (title, format) => `${title} em ${format}`,
  formats: {
    ...{ html: 'HTML', pdf: 'PDF', json: 'JSON' },
    ...{ csv: 'CSV: eixos', itemsCsv: 'CSV: itens' }
  },
  opening: 'Desenhando o relatório…',
  verdicts: {
    exact: 'Esquecido, exatamente',
    replayedNotCompared: 'Refeito, ainda não comparado',
    notForgotten: 'Não esquecido',
    comesBack: 'Volta',
    overForgotten: 'Esqueceu demais',
    lostAbility: 'Perdeu capacidade',
    forgotten: 'Esquecido',
    cannotTell: 'Não dá para dizer'
  },
  check: {
    button: 'Conferir um arquivo de relatório',
    title: 'Conferir um arquivo de relatório',
    note: 'HTML, PDF ou JSON, feito aqui ou em outro lugar. Solte-o em qualquer parte deste lugar, ou escolha-o.',
    path: 'Caminho do arquivo',
    browse: 'Escolher…',
    go: 'Conferir',
    upload: 'Enviar um arquivo deste navegador',
    dropTitle: 'Conferir este relatório',
    dropNote: 'Nada dele é guardado.',
    checking: 'Desenhando de novo e comparando…',
    result: (name) => `O que se achou em ${name}`,
    unchanged: (when, key) => `Inalterado desde ${when}, assinado pela chave ${key}.`,
    own: 'Essa é a chave desta pasta de dados.',
    other: 'Essa não é a chave desta pasta de dados: compare-a com o que o autor lhe disse.',
    changed: (parts) => `Este arquivo foi alterado depois de assinado: ${parts}. Peça o original.`,
    otherLayout: (when, key) =>
      `Os dados estão inalterados desde ${when}, assinados pela chave ${key}. A página em volta foi desenhada por outra versão do Lethe e não pode ser comparada aqui: peça o JSON.`,
    signatureWrong:
      'A assinatura não pertence ao que o arquivo diz ter sido assinado. Peça o original.',
    otherKey: (key) => `Assinado por outra chave, ${key}.`,
    onPage: (section) => `a página, em “${section}”`,
    parts: {
      page: 'a página',
      subject: 'o que devia sair',
      models: 'os modelos',
      plan: 'como foram feitos',
      replay: 'a comparação de bytes',
      settings: 'como foi medido',
      made: 'versões e dispositivo',
      measured: 'o que foi medido',
      createdAt: 'a data',
      suite: 'o conjunto',
      results: 'os números',
      curated: 'os números sem o que ficou de fora',
      comparison: 'a comparação',
      power: 'o que dava para ver',
      items: 'os itens'
    },
    sections: {
      head: 'Começo',
      verdict: 'Veredito',
      about: 'Quem, quando e o quê',
      tests: 'Testes',
      attacks: 'Volta?',
      ability: 'Capacidade',
      shown: 'Mostrado ao lado dos testes',
      suite: 'O que foi perguntado',
      axes: 'Eixo por eixo',
      figures: 'Números do conjunto',
      leftout: 'Deixados de fora',
      power: 'Quanto dava para ver',
      limits: 'O que isto não mostra',
      plan: 'Como foi feito',
      hashes: 'Hashes',
      check: 'Como conferir'
    }
  },
  key: {
    note: 'Relatórios são assinados com uma chave que fica na pasta de dados e nunca sai dela. Quem conhece a metade pública pode ver se um relatório foi alterado desde então.',
    name: 'Nome da chave',
    export: 'Salvar a chave pública',
    copy: 'Copiar o nome da chave'
  }
}
