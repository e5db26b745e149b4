// Execuções que ensinam uma cópia de um modelo: a lista, uma nova, uma em andamento, duas comparadas.
import type { Dictionary } from '../dictionary'

export const training: Dictionary['training'] = {
  title: 'Treinamento',
  empty: 'Nenhuma execução ainda. Uma execução ensina uma cópia; o original fica como está.',
  needData:
    'Uma execução aprende com registros. Importe um arquivo de textos, perguntas e respostas, ou conversas.',
  needModel: 'Ainda não há um modelo para ensinar.',
  importFile: 'Importar um arquivo',
  newRun: 'Nova execução',
  status: {
    waiting: 'esperando',
    running: 'em andamento',
    paused: 'pausada',
    finished: 'concluída',
    stopped: 'parada',
    failed: 'falhou',
    diverged: 'saiu dos limites'
  },
  column: { run: 'Execução' },
  stepOf: (step, steps) => `Passo ${step} de ${steps}`,
  left: (time) => `faltam cerca de ${time}`,
  counting: 'calculando o tempo que falta',
  tick: (name) => `Comparar “${name}”`,
  compareTwo: 'Comparar as duas',
  compareHint: 'Marque duas execuções para compará-las.',
  remove: (name) => `Remover “${name}”`,
  removed: (name) => `“${name}” removida. O modelo dela fica.`,
  recordForms: { one: 'registro', other: 'registros' },
  roundForms: { one: 'rodada', other: 'rodadas' },
  stepForms: { one: 'passo', other: 'passos' },
  method: { full: 'modelo inteiro' },
  adapterOf: (rank) => `adaptador, posto ${rank}`,
  noSuch: 'Não há essa execução. Talvez tenha sido removida.',
  back: 'Voltar às execuções',
  form: {
    model: 'Modelo a ensinar',
    modelNote: 'Uma cópia dele aprende. O original fica intacto.',
    records: 'Registros com que aprender',
    recordsNote: (records, version) =>
      `${records}, versão ${version}. Os separados para teste ficam de fora.`,
    preset: 'O que ele deve aprender?',
    presets: {
      byHeart: {
        name: 'Aprender de cor',
        note: 'Lê cada registro muitas vezes até saber recitá-lo. Para fatos e nomes.'
      },
      style: {
        name: 'Aprender o estilo',
        note: 'Lê tudo poucas vezes e pega o jeito de escrever, não cada linha.'
      },
      answers: {
        name: 'Responder assim',
        note: 'Aprende só o que se responde, não as perguntas. Para diálogos e instruções.'
      },
      nothing: {
        name: 'Do zero',
        note: 'Um modelo novo e vazio aprende os próprios tokens e todo o resto com estes registros. Não saberá mais nada.'
      }
    },
    method: 'Quanto dele muda',
    methods: { full: 'O modelo inteiro', lora: 'Um adaptador pequeno' },
    methodNote: {
      full: 'Aprende mais, pede mais memória.',
      lora: 'Matrizes pequenas ao lado dos pesos aprendem. Pede bem menos memória e pode ser entregue sozinho.'
    },
    prompts: 'Perguntar pelo caminho',
    promptsNote: 'Uma pergunta por linha, até cinco. As respostas mostram o que ele já aprendeu.',
    fillsGaps:
      'Ele preenche lacunas: a cada rodada outras palavras dos registros ficam escondidas, e ele aprende a repô-las.',
    gaps: 'Linhas com uma lacuna',
    gapsNote:
      'Uma por linha, até cinco, com [MASK] onde falta uma palavra. O que ele põe ali mostra o que já aprendeu.',
    tooManyPrompts: (most) => `No máximo ${most} perguntas.`,
    all: 'Todos os ajustes',
    usual: (value) => `usual: ${value}`,
    yes: 'sim',
    no: 'não',
    none: 'nenhum',
    wrong: 'Um número possível aqui.',
    start: 'Começar',
    startAbout: (time) => `Começar · cerca de ${time}`,
    starting: 'Planejando…',
    estimate: 'O que pede',
    reading: 'Lendo os registros…',
    measuring: 'Medindo alguns passos…',
    time: 'Tempo',
    timeUnknown: 'conhecido após os primeiros passos',
    basis: { measured: 'medido agora', earlierRun: 'de uma execução anterior' },
    memory: 'Memória',
    ofFree: (need, free) => `${need} de ${free} livres`,
    disk: 'Disco',
    steps: 'Passos',
    cut: (records) => `${records} passam do tamanho da linha: o que sobra não é aprendido.`,
    keptOut: (records) => `${records} de fora, para medir.`,
    sum: (n) =>
      `Precisa de ${n.total}: pesos ${n.weights}, gradientes ${n.gradients}, otimizador ${n.optimizer}, trabalho ${n.working}. Livres: ${n.free}.`,
    asAdapter: (bytes) => `Como adaptador precisa de ${bytes}.`,
    switchToAdapter: 'Treinar um adaptador'
  },
  fromNothing: {
    title: 'Do zero',
    note: 'Nenhum: ele começa vazio, com um tokenizador aprendido com os registros com que aprende. Depois não há como refazer a execução sem alguns deles: para esquecer, treina-se de novo.',
    architecture: 'Tipo de modelo',
    architectureNote: 'Como é construído; os tamanhos abaixo dizem quão grande.',
    architectures: { llama: 'LLaMA', gpt2: 'GPT-2' },
    size: {
      layers: { name: 'Camadas', note: 'Uma depois da outra.' },
      hidden: { name: 'Largura', note: 'Números que representam um token entre as camadas.' },
      heads: { name: 'Cabeças', note: 'A largura é repartida entre elas.' },
      keyHeads: { name: 'Cabeças de chaves', note: 'Tantas quantas as cabeças, ou uma parte.' },
      inner: { name: 'Largura interna', note: 'Da segunda metade de cada camada.' },
      context: { name: 'Texto mais longo', note: 'Em tokens; não lê mais que isso de uma vez.' },
      vocabularySize: {
        name: 'Tokens no máximo',
        note: 'Quantos pedaços de palavras o tokenizador aprende; poucos registros dão menos.'
      }
    },
    tied: { name: 'Uma só tabela de tokens', note: 'Para ler e escrever: menor.' }
  },
  learnFrom: {
    title: 'Só alguns dos registros',
    all: 'todos menos os de teste',
    any: 'com ou sem etiqueta',
    split: 'Divisão',
    splitNote: 'O que foi separado para medir continua servindo para medir.',
    splits: { train: 'treino', validation: 'validação', test: 'teste', none: 'em nenhuma' },
    tag: 'Etiqueta',
    tagNote: 'Só registros que a têm.',
    noTags: 'Nenhum registro deste conjunto tem etiqueta.',
    query: 'Palavras',
    queryNote: 'Só registros que uma busca por elas encontra.'
  },
  device: {
    title: 'Calculado em',
    names: { cpu: 'CPU', webgpu: 'WebGPU' },
    note: {
      cpu: 'A mesma execução dá os mesmos bytes a cada vez, e os registros podem ser esquecidos com exatidão.',
      webgpu:
        'A placa de vídeo. Os bytes podem variar de uma execução a outra, então não dá para esquecer refazendo. Se ela falhar, a execução diz; nada passa para a CPU sozinho.'
    },
    noteNew: {
      cpu: 'A mesma execução dá os mesmos bytes a cada vez.',
      webgpu:
        'A placa de vídeo. Os bytes podem variar de uma execução a outra. Se ela falhar, a execução diz; nada passa para a CPU sozinho.'
    },
    absent: 'não há uma que este programa possa usar.',
    toTest: 'Ver o teste dela'
  },
  setting: {
    recitations: {
      name: 'Registros a recitar',
      note: 'Tantos dos registros aprendidos são pedidos a cada medição e no fim. 0: nenhum.'
    },
    epochs: { name: 'Rodadas', note: 'Quantas vezes cada registro é lido.' },
    learningRate: {
      name: 'Taxa de aprendizado',
      note: 'Quanto cada passo move os pesos. Grande demais, sai dos limites.'
    },
    batch: { name: 'Linhas por vez', note: 'Mais é mais estável e pede mais memória.' },
    accumulation: {
      name: 'Partes de um passo',
      note: 'Tantos lotes formam um passo: como um lote maior, sem a memória.'
    },
    sequenceLength: {
      name: 'Tamanho da linha',
      note: 'Em tokens. Registros mais longos são cortados.'
    },
    schedule: {
      name: 'Curso da taxa de aprendizado',
      note: 'Se fica igual ou cai até nada no fim.'
    },
    warmupShare: { name: 'Aquecimento', note: 'Parte dos passos em que ela sobe do nada.' },
    weightDecay: {
      name: 'Decaimento dos pesos',
      note: 'Puxa os pesos para zero; 0 os deixa em paz.'
    },
    maxGradientNorm: {
      name: 'Maior gradiente',
      note: 'Maiores são encurtados até aqui. Vazio: nunca.'
    },
    seed: { name: 'Semente', note: 'A mesma semente dá a mesma execução, byte por byte.' },
    validationShare: {
      name: 'De fora, para medir',
      note: 'Parte dos registros com que ele nunca aprende, para ver o que faz com novos.'
    },
    evaluateEverySteps: { name: 'Medir a cada … passos', note: 'Vazio: após cada rodada.' },
    patience: {
      name: 'Paciência',
      note: 'Termina após tantas medições sem melhora. Vazio: nunca antes.'
    },
    answersOnly: {
      name: 'Aprender só as respostas',
      note: 'As perguntas são lidas, mas não aprendidas.'
    },
    keepBest: {
      name: 'Ficar com o melhor',
      note: 'O modelo é o da melhor medição, não o do último passo.'
    },
    wholeWords: {
      name: 'Esconder palavras inteiras',
      note: 'Os pedaços de uma palavra ficam escondidos juntos: mais difícil que adivinhar um pelos outros.'
    },
    saveMemory: {
      name: 'Poupar memória',
      note: 'Calcula valores de novo em vez de guardá-los: mais lento, menor.'
    },
    rank: { name: 'Posto do adaptador', note: 'Quanto cabe nele.' },
    alpha: { name: 'Força do adaptador', note: 'Dividida pelo posto.' },
    dropout: {
      name: 'Descarte do adaptador',
      note: 'Parte deixada de fora ao acaso, contra aprender de cor.'
    },
    modelDropout: {
      name: 'Descarte',
      note: 'Parte dos números internos do modelo deixada de fora ao acaso em cada passo, contra aprender de cor. Mais lento.'
    },
    sensitiveLast: {
      name: 'Registros sensíveis por último',
      note: 'Registros que talvez precisem ser esquecidos vêm numa última fase: esquecer um deles depois refaz só essa fase.'
    },
    keptStates: {
      name: 'Estados que ficam',
      note: 'Tantos estados no caminho são guardados para sempre: esquecer um registro depois parte do último antes dele. Cada um ocupa disco.'
    },
    canaries: {
      name: 'Plantar canários',
      note: 'Tantos textos inventados com dígitos ao acaso são aprendidos também. O quanto o modelo os conhece depois diz o que ele lembra. 0: nenhum.'
    },
    prompts: { name: 'Perguntado pelo caminho', note: 'Perguntas que responde a cada medição.' }
  },
  sensitiveLast: {
    which: 'Quais registros vêm por último',
    pii: { name: 'Com dados pessoais', note: 'Onde a busca encontrou algum.' },
    subjects: { name: 'De uma pessoa', note: 'Onde se sabe de quem é o registro.' },
    tag: { name: 'Com a etiqueta', note: 'Os que você mesmo marcou.' },
    noTag: 'nenhuma',
    rehearsalShare: {
      name: 'Outros lidos de novo',
      note: 'Junto com eles, como parte deles, para que fique o que veio antes. 1: outros tantos; 0: nenhum.'
    }
  },
  later: {
    title: 'O que esquecer vai custar',
    last: (records, share) => `Por último: ${records}, em ${share} dos passos.`,
    lastNone: 'Nenhum registro é desse tipo: nada vem por último.',
    ofLast: (time) => `Para esquecer qualquer um deles, só esses passos são refeitos${time}.`,
    ofOne: {
      whole:
        'Para esquecer um registro, toda a execução é refeita. Estados que ficam poupariam uma parte.',
      part: (share, time) =>
        `Para esquecer um registro, refaz-se em média ${share} da execução${time}.`
    },
    ofOthers: {
      whole: 'Para esquecer um dos outros, toda a execução é refeita.',
      part: (share, time) =>
        `Para esquecer um dos outros, refaz-se em média ${share} da execução${time}.`
    },
    instead: (time, all) => `: cerca de ${time} em vez de ${all}`,
    stateForms: { one: 'estado', other: 'estados' },
    states: (states, bytes) => `Para isso, no disco: ${states}, ${bytes}.`
  },
  schedules: { constant: 'fica igual', linear: 'cai por igual', cosine: 'cai em curva' },
  run: {
    pause: 'Pausar',
    pausing: 'Pausando…',
    resume: 'Retomar',
    stopBest: 'Parar e ficar com a melhor',
    stopNothing: 'Parar',
    again: 'Mais uma vez',
    progress: 'Progresso',
    phase: {
      preparing: 'Preparando',
      tokenizing: 'Aprendendo um tokenizador',
      training: 'Aprendendo',
      evaluating: 'Medindo',
      saving: 'Salvando',
      making: 'Fazendo o modelo'
    },
    yielding: 'Espera enquanto uma resposta é escrita',
    safe: (time) => `Pode fechar: salvo há ${time}`,
    notSaved: 'Ainda não salvo: fechar agora recomeça do início',
    waitsBehind: (name) => `Começa depois de “${name}”.`,
    waits: 'Começa em um instante.',
    pausedAt: (step) => `Pausada. Tudo até o passo ${step} está a salvo; continua dali.`,
    resumed: (from) =>
      `O computador ou o aplicativo parou; esta execução continuou do passo ${from}. O resultado é o mesmo, byte por byte.`,
    diverged: (step) => `A perda disparou no passo ${step}, então a execução parou.`,
    divergedBest: (best) => `O passo ${best}, o melhor, foi guardado.`,
    divergedNext: 'Tente uma taxa de aprendizado dez vezes menor.',
    trySmaller: 'De novo, dez vezes menor',
    failed: 'A execução falhou.',
    done: (first, last) =>
      `Aprendeu: a surpresa diante dos registros caiu de ${first} para ${last}.`,
    doneOther: (first, last) =>
      `Concluída: a surpresa diante dos registros foi de ${first} a ${last}.`,
    untouched: 'O original está intacto.',
    recited: (count, asked) => `recita ${count} de ${asked} registros`,
    recitedWithin: (from, to) => `(${from} a ${to})`,
    doneRecited: (recites) => `Aprendeu: agora ${recites}.`,
    doneRecitedNone: (recites) => `Concluída: ${recites}.`,
    surprise: (first, last) => `A surpresa diante dos registros foi de ${first} a ${last}.`,
    doneNew: (value, records) => `Em ${records} com que nunca aprendeu: ${value}.`,
    stopped: (step) => `Parada no passo ${step}; a melhor até ali virou um modelo.`,
    stoppedNothing: 'Parada. Nenhum modelo foi feito.',
    early: 'Terminou antes: não melhorava nos registros com que nunca aprendeu.',
    pausedEarly: 'Pausada antes do primeiro passo; recomeça dali.',
    chat: 'Conversar com ele',
    chatBoth: 'Conversar com antes e depois',
    toModel: 'Abrir o modelo',
    fillGaps: 'Preencher lacunas com ele',
    exportAs: 'Exportar',
    exportMerged: 'Como modelo unido',
    exportAdapter: 'Como adaptador',
    exportPath: 'Pasta nova a gravar',
    exportNote: 'Nesta máquina; ainda não pode existir.',
    exported: (path) => `Gravado em ${path}`,
    answers: 'O que ele diz pelo caminho',
    answersNone: 'As respostas chegam aqui a cada medição.',
    noPrompts: 'Esta execução não pergunta nada pelo caminho.',
    atStep: (step) => `Passo ${step}`,
    settings: (count) => `Todos os ${count} ajustes`,
    took: (time) => `calculou por ${time}`,
    ended: {
      finished: (name) => `“${name}” terminou.`,
      stopped: (name) => `“${name}” foi parada.`,
      failed: (name) => `“${name}” falhou.`,
      diverged: (name) => `“${name}” saiu dos limites.`,
      paused: (name) => `“${name}” pausou sozinha.`
    },
    open: 'Abrir',
    rename: 'Renomear',
    renameLabel: 'Nome da execução e do modelo dela',
    besideChat: 'Enquanto um modelo responde',
    besideChats: { yield: 'O resto espera', together: 'Os dois seguem' },
    besideChatNotes: {
      yield:
        'A resposta vem a toda velocidade; treinos, evidências e auditorias seguem depois dela.',
      together: 'Os dois dividem a máquina e ambos demoram mais.'
    },
    notice: 'Avisar quando terminar',
    noticeNote: 'Um aviso do sistema, enquanto você não olha para esta janela.',
    noticeRefused:
      'O sistema não permite avisos aqui. Permita nas configurações dele e tente de novo.',
    notChanged: 'Não foi possível salvar. Tente de novo.'
  },
  curve: {
    title: 'O quanto o modelo se surpreende',
    unit: 'nats por token; menor é melhor',
    none: 'A curva começa com o primeiro passo.',
    says: (first, last, step) => `De ${first} no primeiro passo a ${last} no passo ${step}.`,
    learned: 'registros que aprende',
    fresh: 'registros novos',
    best: (step) => `melhor até agora, passo ${step}`,
    notYet: 'ainda não',
    log: 'Escala log',
    table: 'Como tabela',
    step: 'Passo',
    loss: 'Registros que aprende',
    evaluation: 'Registros novos',
    rate: 'Taxa de aprendizado',
    point: (step, loss) => `passo ${step}: ${loss}`,
    pointNew: (value) => `registros novos ${value}`
  },
  compare: {
    title: 'Duas execuções comparadas',
    differences: 'O que foi ajustado diferente',
    same: 'Nada: os mesmos ajustes, modelo e registros.',
    setting: 'Ajuste',
    answers: 'O que disseram',
    noAnswers: 'Nenhuma perguntou algo pelo caminho.',
    first: 'Primeira',
    second: 'Segunda'
  },
  model: {
    made: 'Como foi feito',
    by: (parent, dataset) => `${parent}, ensinado com ${dataset}`,
    byNothing: (dataset) => `Do zero, com ${dataset}`,
    toRun: 'Ver a execução',
    parent: 'De onde veio',
    children: 'Feitos a partir dele',
    train: 'Ensinar'
  },
  key: {
    pause: 'Treinamento: pausar ou retomar',
    stop: 'Treinamento: parar e ficar com a melhor',
    chat: 'Treinamento: conversar com antes e depois',
    log: 'Treinamento: escala log da curva'
  }
}
