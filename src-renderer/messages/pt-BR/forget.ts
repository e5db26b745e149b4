// Esquecer: marcações, o que alcançam, esquecer ao refazer, e a comparação.
import type { Dictionary } from '../dictionary'

export const forget: Dictionary['forget'] = {
  title: 'Esquecer',
  empty: 'Nada marcado. Marque uma pessoa, uma busca ou um texto colado.',
  find: 'Achar registros',
  noSuch: 'Esta marcação não está mais aqui.',
  back: 'Todas as marcações',
  recordForms: { one: 'registro', other: 'registros' },
  version: (version) => `versão ${version}`,
  askedBy: (who, when) => `pedido por ${who}, ${when}`,
  flaggedOn: (when) => `marcado ${when}`,
  reason: (why) => `Motivo: ${why}`,
  remove: 'Remover',
  removed: (name) => `“${name}” foi removida.`,
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
  touches: {
    title: 'O que alcança',
    nothing: 'Nenhum treino leu estes registros. Não há nada a esquecer em modelo algum.',
    runForms: { one: 'execução', other: 'execuções' },
    modelForms: { one: 'modelo', other: 'modelos' },
    exportForms: { one: 'exportação', other: 'exportações' },
    conversationForms: { one: 'conversa', other: 'conversas' },
    seen: (times, from, to) => `lidos ${times} entre o passo ${from} e o ${to}`,
    timesForms: { one: 'vez', other: 'vezes' },
    measured: 'só usados para medir',
    direct: 'treinado com eles',
    through: 'treinado a partir de um assim',
    adapter: 'adaptador',
    removed: 'removido',
    sameText: (records) => `${records} dizem o mesmo e não estão marcados: o que dizem ficaria.`,
    whichSame: (dataset, numbers) => `${dataset}: ${numbers}`
  },
  way: {
    title: 'Refazer sem eles',
    note: 'O treino continua de novo a partir do último estado antes destes registros, com os seus lugares vazios. O modelo fica como está; um novo toma o lugar dele.',
    exact: 'exato',
    stepForms: { one: 'passo', other: 'passos' },
    of: (all) => `de ${all} desde o começo`,
    time: (time) => `cerca de ${time}`,
    timeUnknown: 'tempo não medido',
    trainings: (names) => `Refaz ${names}`,
    start: 'Esquecer ao refazer',
    startFor: (model) => `Esquecer ao refazer: ${model}`,
    none: 'Nenhum modelo que está aqui depende deles.'
  },
  run: {
    title: 'Esquecido até agora',
    none: 'Nada ainda.',
    progress: (name) => `Andamento de ${name}`,
    open: 'Abrir a execução',
    failed: (step) => `O esquecimento parou no passo ${step}. O modelo original não foi tocado.`,
    notCompared: 'Esquecido ao refazer; ainda não comparado.',
    notComparedNote:
      'Para mostrar que é exato, o treino é refeito desde o começo sem os registros, e os bytes são comparados.',
    compare: 'Treinar de novo e comparar',
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
