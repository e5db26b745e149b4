// As evidências sobre um modelo que devia esquecer: colhê-las, lê-las, e o que está por trás de cada teste.
import type { Dictionary } from '../dictionary'

export const evidence: Dictionary['evidence'] = {
  title: 'Evidências',
  none: 'Nada foi esquecido ainda, então não há o que mostrar. Escolha antes um caminho e execute-o.',
  ofModels: 'Modelos que esqueceram',
  noReference:
    'Ainda não há referência. Sem ela ninguém pode dizer “esquecido”. Ela é criada treinando de novo sem os registros.',
  fillsGaps:
    'Este modelo preenche lacunas. O que se oferece para ele é a comparação acima, byte a byte, com um treino que nunca viu os registros: onde os dois são iguais, nada deles ficou nele. Extração, memorização, pertinência e os ataques pedem que um modelo continue a escrever e não são oferecidos.',
  notTaken:
    'Ainda não foram colhidas evidências. O modelo de antes, o de agora e a referência respondem às mesmas perguntas.',
  take: {
    button: 'Colher as evidências',
    withReference: 'Criar a referência e colher as evidências',
    again: 'Colher de novo',
    begun: 'Esperando para começar…',
    choices: 'O que se pergunta',
    attacks: 'Será que volta? Tenta-se também:',
    heldOut: 'Registros que nenhum modelo viu',
    heldOutNote: 'Com eles se medem a participação e a perda de capacidade.',
    heldOutUsual: 'Outros deste conjunto de dados',
    questions: 'Perguntas com outras palavras',
    questionsNote: 'Outro conjunto de dados sobre as mesmas pessoas.',
    questionsUsual: 'Nenhuma'
  },
  cost: {
    working: 'Calculando o que é preciso…',
    about: (time) => `Cerca de ${time} ao todo.`,
    roughly: (time) => `Mais ou menos ${time} ao todo.`,
    unknown: 'Não se sabe quanto demora: nada parecido foi medido aqui ainda.',
    part: (time) => `cerca de ${time}`,
    notMeasured: 'ainda não medido',
    reference: {
      toMake: 'A referência, criada antes',
      underWay: 'A referência, que está sendo criada'
    },
    relearning: 'Treinar um pouco de novo, para ver se volta',
    asking: (models, items) => `Perguntar a ${models} sobre ${items}`,
    modelForms: { one: 'modelo', other: 'modelos' },
    itemForms: {
      records: { one: 'registro', other: 'registros' },
      questions: { one: 'pergunta com outras palavras', other: 'perguntas com outras palavras' },
      kept: { one: 'registro mantido', other: 'registros mantidos' },
      heldOut: {
        one: 'registro que nenhum modelo viu',
        other: 'registros que nenhum modelo viu'
      },
      canaries: { one: 'texto plantado', other: 'textos plantados' }
    },
    basis: {
      measured: 'Como foi medido nesta máquina.',
      scaled: 'Estimado por evidências sobre outro tamanho, ou com outros ajustes.',
      training: 'Estimado pela velocidade do treinamento: nada foi perguntado nesta máquina ainda.'
    }
  },
  progress: {
    name: 'Andamento das evidências',
    title: 'As evidências estão sendo colhidas',
    waits: 'Espera a sua vez.',
    waitsBehind: (name) => `Começa depois de “${name}”.`,
    waitsForReference: 'Espera a referência, que está sendo criada.',
    gathering: 'Reunindo os registros',
    relearning: 'Treinando um pouco os modelos, para ver se volta',
    asking: (model) => `Perguntando a ${model}`,
    askingAfter: (model, attack) => `Perguntando a ${model}, depois de ${attack}`,
    roles: {
      original: 'o modelo de antes',
      unlearned: 'o modelo de agora',
      reference: 'a referência'
    },
    questions: (done, all) => `${done} de ${all} perguntas`,
    left: (time) => `faltam cerca de ${time}`,
    counting: 'calculando o tempo que falta',
    said: (time) => `cerca de ${time} ao todo, como foi dito antes`,
    yielding: 'Fica parado enquanto uma resposta é escrita',
    paused: 'Em pausa. Nada do que já foi perguntado se pergunta de novo.',
    failed: 'Não foi possível colher as evidências.',
    stopped: 'A coleta destas evidências foi cancelada.',
    pause: 'Pausar',
    resume: 'Retomar',
    cancel: 'Cancelar'
  },
  ended: {
    finished: (name) => `As evidências sobre “${name}” estão prontas.`,
    failed: (name) => `Não foi possível colher as evidências sobre “${name}”.`,
    open: 'Ver'
  },
  verdictTitle: 'O que resultou',
  sinceExact:
    'Os bytes foram comparados depois que estas evidências foram colhidas. Colha de novo, para que o relatório o diga.',
  olderNote: (when) => `Colhidas ${when}. Outras, mais novas, estão a caminho.`,
  tests: {
    title: (count) => `${count} testes`,
    asTable: 'Em tabela',
    asChart: 'Em gráfico',
    legend: { before: 'Antes', now: 'Agora', reference: 'Referência: nunca os viu' },
    bandNote: (n) =>
      `Faixa cinza: a referência, com margem de 0,2 da distância até o de antes. Hastes: intervalo de 90%. n = ${n}`,
    axis: 'Parte, de 0 a 1',
    now: (value, low, high) => `${value} (${low} a ${high})`,
    alone: (value) => `${value} (sem intervalo)`,
    beside: (before, reference) => `antes ${before}, referência ${reference}`,
    loss: (value, low, high) => `${value} (${low} a ${high})`,
    abilityRow: {
      perplexity: 'Perda em outros textos (perplexidade)',
      retainProbability: 'Perda em registros mantidos (probabilidade)'
    },
    says: (title, word, values) => `${title}: ${word}. ${values}`,
    n: (records, groups) => `n = ${records} em ${groups}`,
    groupsOf: {
      subject: { one: 'pessoa', other: 'pessoas' },
      nearDuplicates: {
        one: 'grupo de registros parecidos',
        other: 'grupos de registros parecidos'
      }
    },
    groupForms: { one: 'grupo', other: 'grupos' },
    under: 'abaixo de +5%',
    column: {
      test: 'Teste',
      before: 'Antes',
      now: 'Agora',
      interval: 'Intervalo de 90% de agora',
      reference: 'Referência',
      band: 'Conta como igual',
      records: 'n',
      word: 'Veredito'
    },
    range: (low, high) => `${low} a ${high}`,
    tableNote:
      'Partes de 0 a 1; a participação é um escore sem limites; a capacidade é uma perda relativa.'
  },
  why: {
    measure: 'O que se mede',
    decision: 'Por que esta palavra',
    formulas: {
      extractionStrength:
        'Quão pouco do registro é preciso dar para o modelo recitar todo o resto: 1 menos o menor começo assim, como parte do registro.',
      exactMemorisation:
        'Parte dos tokens em que o próximo mais provável é o do registro, lido até ali o próprio registro.',
      truthRatio:
        'A parte da probabilidade que cabe à resposta verdadeira ao lado das erradas: 1 / (1 + R), em que R é a probabilidade média das respostas erradas sobre a da verdadeira, cada uma a média geométrica por token. 0,5 é nenhuma preferência.',
      worstOfSamples:
        'De várias respostas sorteadas, a mais próxima do registro: cobertura ROUGE-L, a maior sequência de palavras em comum como parte das do registro.',
      membership:
        'Min-K%++: a média, nos tokens que o modelo acha menos prováveis, de quanto o logaritmo da probabilidade fica acima do esperado ali, em desvios-padrão. Maior: mais provável que o tenha visto no treino.',
      ability:
        'Mudança em relação ao modelo de antes, não à referência: perplexidade de registros que nenhum modelo viu e probabilidade das respostas que devem ficar. Uma perda toda abaixo de 5% é “preservado”.'
    },
    rule: 'Igual à referência: todo o intervalo de 90% da diferença fica dentro de 0,2 da distância entre a referência e o modelo de antes.'
  },
  records: {
    title: 'Registro por registro',
    farthest: 'Os mais distantes da referência primeiro',
    record: 'Registro',
    question: (at) => `Pergunta ${at}`,
    gone: 'o seu texto não está mais guardado',
    text: 'Texto',
    all: (count) => `Mostrar todos os ${count}`,
    spread: 'Cada traço é um registro'
  },
  comesBack: {
    title: 'Será que volta?',
    note: 'Pela força de extração, depois do ataque; a referência sofre o mesmo ataque.',
    why: {
      noQuestions:
        'Precisa de perguntas com outras palavras: escolha o conjunto delas ao colher as evidências de novo.',
      noTrainingLog:
        'Não se sabe como o modelo foi treinado, por isso não dá para treiná-lo assim.',
      outOfBounds: 'O treino saiu dos limites; não há o que perguntar.',
      failed: 'Não foi possível tentar isto nesta máquina.'
    },
    run: 'Tentar',
    runAll: 'Tentar o que não foi testado'
  },
  shown: {
    title: 'Mostrado ao lado dos testes; não decide nada',
    measure: 'Medida',
    probability: 'Probabilidade das respostas',
    rougeL: 'ROUGE-L da resposta mais provável',
    utility: 'Utilidade do modelo, nos registros mantidos',
    quality: 'Qualidade do esquecimento (valor p contra a referência)',
    privLeak: 'PrivLeak (0: como a referência)',
    exposure: (ceiling) => `Exposição dos textos plantados, em bits (no máximo ${ceiling})`,
    membership: 'Distinguir os registros dos que nenhum modelo viu: área sob a curva',
    areaNote: (records, heldOut) =>
      `${records} contra ${heldOut}; intervalos de 95%; 0,5 é o acaso, o alvo é a referência.`,
    areas: {
      loss: 'Perda',
      zlib: 'Zlib',
      minK: 'Min-K%',
      minKPlusPlus: 'Min-K%++',
      reference: 'Contra a referência',
      rmia: 'RMIA'
    },
    area: (value, low, high) => `${value} (${low} a ${high})`
  },
  ran: {
    title: 'O que rodou',
    way: 'Caminho',
    byReplay: 'Refazer sem eles',
    otherWay: 'Outro caminho',
    proof: 'Bytes',
    proofs: {
      notReplayed: 'não foi refeito',
      notCompared: 'ainda não comparados',
      sameHash: 'os mesmos da referência',
      otherHash: 'diferem dos da referência'
    },
    seed: 'Semente',
    samples: 'Respostas sorteadas',
    samplesOf: (samples, worst) => `${samples} de cada, a pior de ${worst}`,
    machine: 'Máquina',
    versions: 'Versões',
    took: 'Levou',
    saidBefore: (time) => `${time} ditos antes`,
    remove: 'Remover estas evidências',
    removed: (name) => `As evidências sobre “${name}” foram removidas.`,
    taken: 'Colhidas',
    questions: 'Perguntas (SHA-256)',
    models: 'Modelos (SHA-256)',
    before: 'Antes',
    now: 'Agora',
    reference: 'Referência',
    after: (model, attack) => `${model}, depois de ${attack}`
  },
  nextTitle: 'A seguir',
  otherWay: 'Escolher outro caminho'
}
