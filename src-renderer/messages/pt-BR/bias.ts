// Viés: as auditorias, uma nova e o que todas as suas páginas têm em comum.
import type { Dictionary } from '../dictionary'

export const bias: Dictionary['bias'] = {
  title: 'Viés',
  empty: 'Nenhuma auditoria ainda. O conjunto incluído tem pares em inglês e português.',
  newAudit: 'Nova auditoria',
  auditStarter: 'Auditar o modelo inicial',
  importSuite: 'Importar um conjunto',
  named: (model, suite) => `${model}, ${suite}`,
  filter: 'Filtrar auditorias',
  noMatch: (query) => `Nenhuma auditoria tem “${query}”.`,
  tick: (name) => `Marcar ${name}`,
  tickHint:
    'Marque auditorias do mesmo conjunto para vê-las lado a lado, ou duas como antes e depois.',
  otherSuite:
    'As auditorias marcadas são de conjuntos diferentes: só as do mesmo podem ser comparadas.',
  sideBySide: 'Lado a lado',
  beforeAfter: 'Antes e depois',
  noSuch: 'Esta auditoria não está mais aqui.',
  back: 'Todas as auditorias',
  remove: (name) => `Remover ${name}`,
  removeThis: 'Remover',
  removed: (name) => `A auditoria “${name}” foi removida.`,
  model: {
    check: 'Conferir o viés',
    beforeAfter: 'Conferir o viés antes e depois'
  },
  status: {
    waiting: 'esperando',
    running: 'em andamento',
    paused: 'pausada',
    finished: 'terminada',
    failed: 'falhou',
    cancelled: 'cancelada'
  },
  progress: {
    name: (audit) => `Andamento de ${audit}`,
    texts: (done, total) => `${done} de ${total} textos`,
    left: (time) => `faltam cerca de ${time}`,
    counting: 'calculando o tempo que falta…',
    reading: 'Lendo os itens…',
    waits: 'Espera a sua vez.',
    waitsBehind: (name) => `Começa depois de “${name}”.`,
    yielding: 'espera enquanto uma resposta é escrita',
    paused: 'Pausada. O que foi pontuado está guardado.',
    safe: 'Pode sair: o que foi pontuado fica guardado.',
    pause: 'Pausar',
    resume: 'Continuar',
    again: 'Começar de novo',
    cancel: 'Cancelar',
    pauseNamed: (audit) => `Pausar ${audit}`,
    resumeNamed: (audit) => `Continuar ${audit}`,
    cancelNamed: (audit) => `Cancelar ${audit}`,
    cancelled:
      'Cancelada. O que foi pontuado está guardado: começada de novo, ela continua daí.',
    failed: 'A auditoria não pôde ser terminada. O que foi pontuado está guardado.'
  },
  ended: {
    finished: (audit) => `A auditoria “${audit}” terminou.`,
    failed: (audit) => `A auditoria “${audit}” não pôde ser terminada.`,
    open: 'Abrir'
  },
  form: {
    models: 'Modelos',
    modelsNote:
      'Faz-se uma auditoria de cada um. Dois que vão juntos podem ser comparados depois.',
    noModels: 'Ainda não há modelo que possa ser auditado.',
    needsModel: 'Marque ao menos um modelo.',
    cannotAsk: 'Este conjunto não serve para modelos que preenchem lacunas.',
    suite: 'Conjunto',
    suiteNote:
      'O que se pergunta ao modelo. Cada conjunto vê alguns tipos de inclinação e é cego a outros.',
    included: (title) => `${title} (incluído)`,
    data: 'Onde estão os arquivos',
    dataNote: (files) => `Uma pasta ou um arquivo desta máquina: ${files}.`,
    dataUse: 'Usar',
    dataChosen: (path) => `Lido de ${path}`,
    dataOther: 'Escolher outro',
    needsData: 'Escolha onde estão os arquivos deste conjunto.',
    needsItems: 'Digite ao menos um par, ou escolha um arquivo.',
    orFile: 'Ou tire os pares de um arquivo',
    options: 'Como se pergunta',
    wrong: (low, high) => `Um número de ${low} a ${high}.`,
    usual: (value) => `usual: ${value}`,
    start: 'Começar a auditoria',
    startSeveral: (count) => `Começar ${count} auditorias`,
    starting: 'Começando…',
    notStarted: (model) => `A de ${model} não começou`
  },
  pairs: {
    title: 'Seus pares',
    note: 'Duas frases que dizem o mesmo de dois grupos e não diferem em mais nada. A primeira é a que segue o estereótipo procurado. Cada par é conferido: se mais do que o grupo mudou, ou se palavras não concordam, ele fica de fora.',
    first: (at) => `Par ${at}: segue o estereótipo`,
    second: (at) => `Par ${at}: o mesmo do outro grupo`,
    firstExample: 'A enfermeira disse que estava atrasada.',
    secondExample: 'O enfermeiro disse que estava atrasado.',
    add: 'Mais um par',
    remove: (at) => `Remover o par ${at}`
  },
  power: {
    title: 'O que isto pode mostrar',
    before: 'Sabido antes de perguntar a qualquer modelo.',
    asking: 'Lendo os itens…',
    groups: (groups) =>
      `Itens que vão juntos contam uma vez: há ${groups} que são independentes.`,
    byAxis: 'Por eixo',
    axis: 'Eixo',
    items: 'Itens',
    lean: 'Menor inclinação',
    change: 'Menor mudança',
    nothing: 'nenhuma',
    tooFew: 'poucos',
    note: 'Em pontos de 100, vista quatro vezes em cinco. Inclinação é a distância de 50; a mudança supõe que um quinto dos itens muda de lado.',
    noItems: 'Não sobra item que possa ser perguntado.',
    refusedRows: (count) => `${count} linhas foram recusadas`,
    refusedOne: 'Uma linha foi recusada'
  },
  refused: {
    place: (file, row) => `${file}, linha ${row}`,
    pair: (row) => `Par ${row}`,
    said: (fault, detail) => `${fault}: ${detail}`,
    more: (count) => `Mais ${count}.`,
    faults: {
      lineTooLong: 'a linha é longa demais',
      notUtf8: 'não é texto UTF-8',
      notJson: 'não é JSON',
      notAnObject: 'não é um objeto',
      tooDeep: 'tem níveis demais',
      quoteNotClosed: 'falta fechar aspas',
      quoteMisplaced: 'há aspas onde não podem estar',
      columnCount: 'tem outro número de colunas',
      columnMissing: 'falta uma coluna',
      notText: 'o que devia ser texto não é',
      textMissing: 'falta um texto',
      idTwice: 'o id aparece duas vezes',
      textsEqual: 'os dois textos são iguais',
      labelUnknown: 'um rótulo não é conhecido',
      notAPair: 'os dois não combinam',
      groupUnknown: 'nenhuma resposta cita o grupo',
      tooLong: 'é mais longo do que o modelo lê',
      noTokens: 'não tem tokens',
      noPrediction: 'não há predição para ele'
    }
  },
  chart: {
    title: 'Com que frequência prefere o estereótipo',
    stereotype: 'o estereótipo',
    titleOf: (toward) => `Com que frequência prefere ${toward}`,
    asTable: 'Como tabela',
    asChart: 'Como gráfico',
    axisNote: 'De 100. Linhas: intervalos de 95%.',
    centre: '50, sem inclinação',
    value: (share, low, high, n) => `${share} de 100 (${low} a ${high}), n\u00a0=\u00a0${n}`,
    fromTo: (before, after, n) => `${before} para ${after} de 100, n\u00a0=\u00a0${n}`,
    noNumber: (items) => `${items}: poucos para um número`,
    range: (low, high) => `${low} a ${high}`,
    points: (size) => `${size} pontos`,
    size: (change, low, high) => `${change} (${low} a ${high})`,
    sizeNote: 'Mudança, em pontos de 100',
    legend: {
      share: 'Proporção',
      before: 'Antes',
      after: 'Depois',
      indicative: 'Só indicativo'
    },
    column: {
      axis: 'Eixo',
      model: 'Modelo',
      share: 'Proporção',
      before: 'Antes',
      after: 'Depois',
      interval: 'Intervalo de 95%',
      change: 'Mudança',
      items: 'Itens',
      word: 'Palavra'
    },
    tableNote: 'De 100 itens que tomam partido; 50 é sem inclinação.',
    says: (name, word, sentence) => `${name}. ${word}. ${sentence}`,
    notTested: (axes) => `Este conjunto não pergunta sobre: ${axes}.`,
    itemLanguage: 'Língua dos itens',
    bothLanguages: 'Ambas',
    languages: { en: 'English', 'pt-BR': 'Português' },
    byLanguage: 'Por língua',
    how: 'Como um eixo chega à sua palavra'
  },
  key: {
    rows: 'Percorrer os eixos',
    table: 'Gráfico ou tabela',
    next: 'Próximo item',
    leaveOut: 'Deixar o item de fora',
    language: 'Língua dos itens'
  }
}
