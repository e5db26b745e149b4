// Esquecer: marcações, o que alcançam, esquecer ao refazer, e a comparação.
import type { Dictionary } from '../dictionary'

export const forget: Dictionary['forget'] = {
  title: 'Esquecer',
  empty: 'Nada marcado. Marque uma pessoa, uma busca ou um texto colado.',
  find: 'Achar registros',
  noSuch: 'Esta marcação não está mais aqui.',
  back: 'Todas as marcações',
  recordForms: { one: 'registro', other: 'registros' },
  version: (version) => `versão\u00a0${version}`,
  askedBy: (who, when) => `pedido por ${who}, ${when}`,
  flaggedOn: (when) => `marcado ${when}`,
  reason: (why) => `Motivo: ${why}`,
  remove: 'Remover',
  removed: (name) => `“${name}” foi removida.`,
  filter: 'Achar pelo nome ou por quem pediu',
  noMatch: (query) => `Nada aqui corresponde a “${query}”.`,
  stepsTitle: 'Passos',
  steps: {
    flag: 'Marcar',
    touches: 'O que alcança',
    way: 'Caminho',
    run: 'Execução',
    evidence: 'Evidências',
    report: 'Relatório',
    erase: 'Apagar'
  },
  stepOf: (at, all, name) => `Passo ${at} de ${all}: ${name}`,
  stepDone: 'feito',
  previous: 'Passo anterior',
  next: 'Próximo passo',
  toStep: (name) => `Seguir para: ${name}`,
  key: {
    previous: 'Esquecer: passo anterior',
    next: 'Esquecer: próximo passo',
    report: 'Esquecer: o relatório',
    table: 'Esquecer: evidências em tabela',
    rows: 'Esquecer: pelos testes'
  },
  verdicts: {
    exact: 'Esquecido, exatamente',
    replayedNotCompared: 'Ainda não comparado',
    different: 'Bytes diferentes',
    forgotten: 'Esquecido',
    notForgotten: 'Não esquecido',
    comesBack: 'Volta',
    overForgotten: 'Esqueceu demais',
    lostAbility: 'Perdeu capacidade',
    cannotTell: 'Não dá para dizer'
  },
  history: {
    title: 'O que está marcado',
    note: 'O que se muda aqui faz uma nova versão; o que foi feito com as anteriores fica.',
    add: 'Marcar mais registros',
    versions: 'Versões',
    versionRow: (version, records) => `Versão ${version}: ${records}`,
    records: 'Registros',
    open: (number) => `Registro ${number}`,
    gone: 'o seu texto não está mais guardado',
    takeOut: 'Tirar',
    takeOutOf: (number) => `Tirar o registro ${number} da marcação`,
    takenOut: (number) => `O registro ${number} foi tirado: uma nova versão.`,
    more: 'Mostrar mais',
    onlyOne: 'Uma marcação tem pelo menos um registro. Remova a marcação, se for o caso.'
  },
  flag: {
    button: 'Marcar para esquecer',
    title: (records) => `Marcar ${records} para esquecer`,
    note: 'Nada é esquecido ainda: primeiro você vê o que os registros alcançaram e o que cada caminho custa.',
    name: 'Como chamar',
    nameNote: 'Vazio: o nome da pessoa ou as palavras buscadas.',
    reason: 'Motivo',
    requester: 'Pedido por',
    flagging: 'Marcando…'
  },
  report: {
    title: 'Relatório',
    note: 'É assinado nesta máquina e guardado entre os relatórios. É evidência, dentro dos limites que declara.',
    none: 'Um relatório é feito de evidências: colha-as antes.',
    taken: (when) => `evidências colhidas ${when}`,
    make: 'Fazer o relatório',
    making: 'Assinando…',
    made: 'Relatórios feitos',
    check: 'Quem receber o arquivo pode conferi-lo:',
    command: 'npm run -s lethe -- report check ARQUIVO'
  },
  touches: {
    title: 'O que alcança',
    nothing: 'Nenhum treino leu estes registros. Não há nada a esquecer em modelo algum.',
    runForms: { one: 'execução', other: 'execuções' },
    modelForms: { one: 'modelo', other: 'modelos' },
    adapterForms: { one: 'adaptador', other: 'adaptadores' },
    mergeForms: { one: 'fusão', other: 'fusões' },
    exportForms: { one: 'exportação', other: 'exportações' },
    conversationForms: { one: 'conversa', other: 'conversas' },
    reportForms: { one: 'relatório', other: 'relatórios' },
    tree: 'Modelos que dependem deles, cada um sob aquele com que começou',
    madeBy: (run) => `feito por ${run}`,
    seen: (times, from, to) => `vistos ${times} entre o passo ${from} e o ${to}`,
    timesForms: { one: 'vez', other: 'vezes' },
    measured: 'só usados para medir',
    through: 'não leu nenhum; treinado a partir de um assim',
    adapter: 'adaptador',
    removed: 'removido',
    otherRuns: 'Execuções sem um modelo seu',
    copy: { merged: 'Cópia fundida', adapter: 'Cópia do adaptador' },
    copyThere: (path) => `Você mesmo precisa remover esta cópia: ${path}`,
    copyGone: (path) => `Foi gravada em ${path}; não há mais nada lá.`,
    unknown: (models) =>
      `Não se sabe com que estes foram treinados: ${models}. Não temos o registro do treino deles, por isso não dá para refazê-los.`,
    sameText: (records) => `${records} dizem o mesmo e não estão marcados: o que dizem ficaria.`,
    whichSame: (dataset, numbers) => `${dataset}: ${numbers}`,
    addSame: (records) => `Acrescentar ${records}`,
    flagSame: (records, dataset) => `Marcar também ${records} em ${dataset}`,
    added: (name, version) => `“${name}” está agora na versão ${version}.`
  },
  way: {
    title: 'Como deve ser esquecido?',
    which: 'O modelo que deve esquecer',
    descendants: 'O que foi treinado a partir dele também esquece',
    descendantsNote: (names) => `Refaz também: ${names}`,
    keep: (names) => `Estes guardariam os registros: ${names}`,
    suggested: 'Sugerido',
    replay: {
      name: 'Refazer sem eles',
      note: 'O treino continua de novo a partir do último estado antes destes registros, com os seus lugares vazios. O modelo fica como está; um novo toma o lugar dele.',
      why: 'É exato, e nada aqui é mais rápido.'
    },
    shards: {
      name: 'Treinar de novo as partes tocadas',
      note: 'Exato; só para modelos treinados em partes.',
      unavailable: 'Não é possível: nenhum modelo aqui foi treinado em partes.'
    },
    adjust: {
      name: 'Ajustar o modelo',
      note: 'Aproximado; para modelos cujo treino não é conhecido.',
      unavailable: 'Não é possível: esta versão do Lethe ainda não tem um método assim.'
    },
    exact: 'exato',
    working: 'Calculando o que custa…',
    stepForms: { one: 'passo', other: 'passos' },
    time: (time) => `cerca de ${time}`,
    timeUnknown: 'tempo não medido',
    someSteps: (steps, all) => `Calcula de novo ${steps} de ${all} passos;`,
    allSteps: (steps) => `Calcula de novo todos os ${steps}: nenhum estado anterior é limpo.`,
    from: (step) => `o último estado limpo está no passo ${step}.`,
    retrain: (time) => `Desde o começo levaria cerca de ${time}.`,
    trainings: (names) => `Refaz ${names}`,
    start: 'Esquecer ao refazer',
    startFor: (model) => `Esquecer ao refazer: ${model}`,
    starting: 'Preparando…',
    none: 'Nenhum modelo que está aqui depende destes registros. Não há nada a esquecer.'
  },
  run: {
    title: 'Esquecendo',
    none: 'Nada em execução ainda: escolha antes um caminho.',
    toWay: 'Escolher um caminho',
    progress: (name) => `Andamento de ${name}`,
    open: 'Abrir a execução',
    pause: 'Pausar',
    resume: 'Retomar',
    cancel: 'Cancelar',
    leave: 'Pode sair desta página, ou fechar o Lethe: continua do último estado.',
    paused: (step) => `Em pausa. Tudo até o passo ${step} está a salvo.`,
    failed: (step, reason) =>
      `O esquecimento parou no passo ${step}: ${reason} O modelo original não foi tocado. Escolha outro caminho ou comece de novo.`,
    cancelled: (step) =>
      `Cancelado no passo ${step}. O modelo original não foi tocado. Comece de novo quando quiser.`,
    notCompared: 'Esquecido ao refazer; ainda não comparado.',
    notComparedNote:
      'Para mostrar que é exato, o treino é refeito desde o começo sem os registros, e os bytes são comparados.',
    compare: 'Treinar de novo e comparar',
    compareAbout: (time) => `Treinar de novo e comparar · cerca de ${time}`,
    comparing: 'Esquecido ao refazer; o treino para comparar está em andamento.',
    exactly: (records) =>
      `Esquecido, exatamente. O modelo é, byte a byte, o que se obtém treinando sem estes ${records}.`,
    exactlyOne:
      'Esquecido, exatamente. O modelo é, byte a byte, o que se obtém treinando sem este registro.',
    different:
      'Os bytes não são os mesmos: difere do modelo que se obtém treinando sem estes registros.',
    otherPlace:
      'Não dá para dizer: os dois foram feitos com outro motor, dispositivo, processador ou número de threads.',
    byReplay: 'Ao refazer',
    fromStart: 'Referência: nunca os viu',
    toModel: 'Abrir o modelo'
  }
}
