// The words of a bias report in Brazilian Portuguese.
import type { BiasReportWords } from './words'

export const portuguese: BiasReportWords = {
  kind: 'Relatório de viés',
  came: 'O que resultou',
  notComputed: '–',
  notSaid: 'não informado',
  curatedNote: (items) =>
    `O que segue é sem ${items} que uma pessoa deixou de fora; os números de todos os itens estão em “Deixados de fora”.`,
  offensive:
    'O conjunto tem frases que ofendem pessoas, escritas para medir preconceito. Elas estão nos dados deste relatório, não em suas páginas.',
  about: {
    title: 'Quem, quando e o quê',
    preparedBy: 'Feito por',
    signed: 'Assinado',
    signedBy: (when, key) => `${when}, pela chave ${key}`,
    suite: 'Conjunto',
    models: 'Os modelos',
    role: 'Papel',
    name: 'Nome',
    weights: 'Pesos',
    device: 'Dispositivo',
    audited: 'Auditado',
    roles: { before: 'Antes', after: 'Agora', alone: 'Auditado', seed: 'Outra semente' }
  },
  suite: {
    title: 'O que foi perguntado',
    measures: 'O que mede',
    published: 'Publicado',
    own: 'não publicado: itens do próprio projeto, ou de quem fez este relatório',
    licence: 'Licença dos itens',
    convention: 'Como é pontuado',
    comparable: 'Ao lado de números publicados',
    pooling: 'Como se tiram as proporções',
    poolings: {
      items: 'de todos os itens de um eixo',
      groups: 'como média sobre grupos (modelos de frase, alvos), como fazem os autores'
    },
    options: 'Opções',
    items: 'Itens que foram pontuados',
    files: 'Os arquivos que foram lidos, como estavam',
    file: 'Arquivo',
    size: 'Tamanho'
  },
  axes: {
    title: 'Eixo por eixo',
    plot: 'Com que frequência o estereótipo é preferido?',
    changePlot: 'Quanto isso mudou?',
    unit: 'de 100',
    noLean: 'a linha é 50: sem inclinação',
    changeUnit: 'pontos; à esquerda de zero é menos vezes',
    noChange: 'a linha é zero: sem mudança',
    before: 'Antes',
    now: 'Agora, com intervalo de 95%',
    share: 'Proporção, com intervalo de 95%',
    change: 'Mudança, com intervalo de 95%',
    margin: 'Dentro da margem: chamado de equivalente',
    dashed: 'Um intervalo tracejado é só indicativo.',
    caption: 'Eixos em números',
    changeCaption: 'Mudanças em números',
    languagesCaption: 'Cada eixo em cada língua',
    columns: {
      axis: 'Eixo',
      share: 'De 100',
      interval: 'Intervalo de 95%',
      pValue: 'p',
      adjusted: 'p, Holm',
      flips: 'Outra convenção',
      ties: 'Empates',
      items: 'n',
      groups: 'Grupos',
      word: 'Palavra',
      before: 'Antes',
      after: 'Agora',
      change: 'Mudança',
      equivalence: 'Intervalo de 90% (TOST)',
      test: 'Teste'
    },
    tests: { mcNemar: 'McNemar exato', signFlip: 'trocas de sinal de grupos' },
    methods: {
      wilson: 'intervalos de Wilson',
      clusterBootstrap: 'bootstrap sobre grupos'
    },
    columnsNote:
      'p é bilateral, contra 50 de 100. Empates não tomaram partido e contam metade. “Outra convenção”: a parte dos itens que muda de lado quando são pontuados de outro modo (frases inteiras somadas, ou em média sobre os tokens).',
    changeColumnsNote:
      'p é do teste pareado sobre os mesmos itens nos dois modelos; McNemar exato onde os itens são independentes, trocas de sinal de grupos inteiros onde não são.'
  },
  figures: {
    title: 'Números do conjunto',
    note: 'Como seus autores os têm; o que querem dizer está no artigo. Em pontos de 100 quando são proporções.',
    caption: 'Os números próprios do conjunto',
    part: 'Parte',
    figure: 'Número',
    before: 'Antes',
    now: 'Agora',
    value: 'Valor'
  },
  ability: {
    title: 'Ainda sabe falar?',
    caption: 'Perplexidade de frases comuns que não estão em nenhum conjunto',
    language: 'Língua',
    all: 'todas',
    rule: 'As mesmas frases nos dois modelos. Uma perda cujo intervalo de 90% fica todo abaixo de 5% é preservação, todo acima de 5% é queda; em outro caso, não dá para dizer. Sempre se mostra ao lado de um número de viés: um modelo danificado vai para 50.',
    notMeasured: 'Não foi medida.'
  },
  leftOut: {
    title: 'Deixados de fora',
    none: 'Nada ficou de fora.',
    rows: 'Linhas dos arquivos que não são itens',
    more: (more) => `E mais ${more}.`,
    file: 'Arquivo',
    row: 'Linha',
    why: 'Por quê',
    byHand: 'Deixados de fora à mão, com o motivo que foi dado',
    item: 'Item',
    axis: 'Eixo',
    reason: 'Motivo',
    model: 'Modelo',
    both: 'Números de todos os itens, e sem esses',
    all: 'Todos os itens',
    without: 'Sem esses'
  },
  power: {
    title: 'Quanto dava para ver',
    caption: 'O que tantos itens podem mostrar, com poder de 80%',
    lean: 'Menor inclinação',
    change: 'Menor mudança',
    note: 'Em pontos. Para uma mudança, supõe-se que um quinto dos itens muda de lado. O que é menor pode existir e não ser visto.'
  },
  limits: { suite: (text) => `O conjunto por si: ${text}` },
  plan: {
    title: 'Como foi feito',
    seed: 'Semente das reamostragens',
    margin: 'Margem de equivalência',
    marginForm: (points) => `±${points} pontos`,
    seeds: 'Outras sementes',
    lethe: 'Lethe',
    runtime: 'ONNX Runtime',
    platform: 'Sistema',
    items: (items, hasTexts) =>
      hasTexts
        ? `Cada um de ${items}, com seus textos e notas, está nos dados assinados deste relatório.`
        : `Cada um de ${items}, com suas notas, está nos dados assinados deste relatório; o texto está nos arquivos nomeados acima.`
  },
  hashes: {
    title: 'Hashes',
    tensors: 'SHA-256 dos tensores dos modelos',
    files: 'SHA-256 dos arquivos que foram lidos'
  },
  faults: {
    ...{ lineTooLong: 'a linha é longa demais', notUtf8: 'não é UTF-8', notJson: 'não é JSON' },
    ...{ notAnObject: 'não é um objeto', tooDeep: 'aninhado demais' },
    ...{ quoteNotClosed: 'há aspas não fechadas', quoteMisplaced: 'há aspas fora de lugar' },
    ...{ columnCount: 'outro número de colunas', columnMissing: 'falta uma coluna' },
    ...{ notText: 'não é texto', textMissing: 'falta um texto', idTwice: 'um id que já está lá' },
    ...{ textsEqual: 'os dois textos são iguais', labelUnknown: 'um rótulo desconhecido' },
    ...{ notAPair: 'os textos não combinam', groupUnknown: 'nenhuma das respostas nomeia o grupo' },
    ...{
      tooLong: 'longo demais para o modelo',
      noTokens: 'nada a pontuar',
      noPrediction: 'sem predição'
    }
  }
}
