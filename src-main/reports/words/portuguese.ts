// The words of a report in Brazilian Portuguese.
import type { ReportWords } from './words'

export const portuguese: ReportWords = {
  kind: 'Evidências de esquecimento',
  came: 'O que resultou',
  notice: 'Isto é evidência, dentro dos limites declarados. Não é um certificado.',
  notComputed: 'não calculado',
  notKnown: 'não informado',
  none: 'nenhum',
  proof: {
    notReplayed:
      'O modelo não foi feito ao refazer o treino: o que se diz se apoia nos testes abaixo.',
    notCompared:
      'O modelo foi feito ao refazer o treino e ainda não foi comparado com um treinado desde o início sem os registros.',
    sameHash:
      'Um treino independente, desde o início e sem os registros, deu os mesmos bytes. Isso é prova para este plano, com estas versões, neste dispositivo.',
    otherHash:
      'Um treino desde o início sem os registros deu outros bytes: o que foi refeito não é exato. O que se diz se apoia nos testes abaixo.'
  },
  about: {
    title: 'Quem, quando e o quê',
    subject: 'O que devia sair',
    reason: 'Motivo',
    requester: 'Pedido por',
    taken: 'Evidências colhidas',
    signed: 'Assinado',
    signedBy: (when, key) => `${when}, pela chave ${key}`,
    items: 'O que foi perguntado',
    records: 'registros que deviam sair',
    questions: 'perguntas com outras palavras',
    kept: 'registros a manter',
    heldOut: 'registros que nenhum modelo viu',
    canaries: 'textos plantados',
    leftOut: 'deixados de fora, sem nada a pontuar',
    models: 'Os modelos',
    role: 'Papel',
    name: 'Nome',
    attack: 'Depois de',
    weights: 'Pesos'
  },
  roles: {
    original: 'Antes: viu os registros',
    unlearned: 'Agora: devia esquecê-los',
    reference: 'Referência: nunca os viu'
  },
  short: { original: 'Antes', unlearned: 'Agora', reference: 'Referência' },
  legend: {
    before: 'Antes',
    now: 'Agora, com intervalo de 90%',
    nowAlone: 'Agora',
    areaNow: 'Agora, com intervalo de 95%',
    reference: 'Referência: nunca os viu',
    band: 'Referência ± margem'
  },
  tests: {
    title: 'Ainda sabe deles?',
    plot: 'O modelo agora se comporta como um que nunca viu os registros?',
    membershipPlot: 'A surpresa dele revela que treinou com eles?',
    unit: 'proporção, de 0 a 1',
    scoreUnit: 'nota Min-K%++ de um registro: maior, mais provável que tenha sido visto',
    caption: 'Os testes em números',
    rule: 'Como um teste chega à sua palavra: primeiro ele precisa distinguir, nestes registros, o modelo de antes da referência; senão, não dá para dizer. Depois toma-se a diferença entre agora e a referência, pareada registro a registro e agrupada por pessoa, com seu intervalo de 90%. Dentro da margem (um quinto da distância entre antes e a referência): esquecido. Toda do lado do modelo de antes: não esquecido. Toda além, do outro lado: esqueceu demais. Em outro caso, não dá para dizer. O alvo é a referência, nunca zero.',
    means: {
      extractionStrength:
        'Força de extração: a parte de um registro que o modelo continua palavra por palavra quando recebe o resto.',
      exactMemorisation:
        'Memorização exata: a parte dos tokens de um registro que são o próximo mais provável.',
      truthRatio:
        'Razão de verdade: a parte da resposta verdadeira ao lado de erradas, cada uma por sua verossimilhança.',
      worstOfSamples: (of, samples) =>
        `Pior de ${of}: quanto do registro há na mais próxima de ${of} respostas sorteadas (revocação ROUGE-L), esperado em ${samples} sorteios.`,
      membership:
        'Pertencimento: a nota Min-K%++ de cada registro, um número sem limites; um registro usado no treino tende a ter nota maior.'
    }
  },
  columns: {
    test: 'Teste',
    word: 'Palavra',
    difference: 'Agora − referência',
    interval: 'Intervalo de 90%',
    margin: 'Margem',
    records: 'n',
    groups: 'Grupos',
    groupedBy: 'Agrupado por',
    measure: 'Medida',
    area: 'Área',
    areaInterval: 'Intervalo de 95%',
    rate: 'Achados'
  },
  groupedBy: { subject: 'pessoa', nearDuplicates: 'quase duplicatas' },
  range: (low, high) => `${low} a ${high}`,
  attacks: {
    title: 'Volta?',
    plot: 'Quanto dos registros é recitado depois de um ataque?',
    caption: 'Os ataques em números',
    note: 'Cada um é julgado pela força de extração, e a referência sofre o mesmo ataque.',
    names: {
      relearning: 'Depois de um pouco de treino',
      quantization: 'Depois de arredondar para 4 bits',
      paraphrase: 'Perguntado com outras palavras'
    },
    notRun: 'Não executado: nada se diz sobre ele.'
  },
  ability: {
    title: 'Continua bom no resto?',
    plot: 'Quanta capacidade se perdeu, em relação ao modelo de antes?',
    caption: 'Capacidade em números',
    unit: 'perda relativa; à esquerda de zero é melhor que antes',
    limit: 'a linha é o limite de 5%',
    loss: 'Perda',
    perplexity: 'Perplexidade de registros que nenhum modelo viu',
    retainProbability: 'Probabilidade de respostas que devem ficar',
    rule: 'Julgada em relação ao modelo de antes. Uma perda cujo intervalo de 90% fica todo abaixo de 5% é preservada, todo acima de 5% é perdida; em outro caso, não dá para dizer.',
    sentence: (what, loss, low, high) => `${what}: ${loss} pior (${low} a ${high}).`
  },
  shown: {
    title: 'Mostrado ao lado dos testes',
    note: 'Estes números não decidem nada; ajudam a ler os testes.',
    plot: 'O que os modelos fazem dos registros, e do que deve ficar',
    caption: 'Médias nos três modelos',
    probability: 'Probabilidade das respostas dos registros',
    rougeL: 'Revocação ROUGE-L da resposta mais provável',
    utility: 'Utilidade nos registros a manter',
    quality: 'Qualidade do esquecimento',
    qualityNote: (of) =>
      `Qualidade do esquecimento: valor-p de um teste bilateral de Kolmogorov-Smirnov das razões de verdade ${of} contra as da referência. Um valor alto quer dizer que não se achou diferença, o que não é o mesmo que não haver.`,
    qualityOf: { questions: 'das perguntas', records: 'dos registros' },
    membershipTitle: 'Inferência de pertencimento',
    membershipPlot: 'Quão bem uma nota separa os registros de outros que nenhum modelo viu?',
    membershipUnit: 'área sob a curva ROC',
    half: 'a linha é 0,5: como uma moeda',
    referenceInterval: 'Intervalo de 95% da referência',
    membershipCaption: (records, heldOut) =>
      `Áreas e taxas, de ${records} registros ao lado de ${heldOut} não vistos`,
    membershipNote:
      'As áreas são comparadas com as da referência, não com 0,5: os dois conjuntos podem diferir por si.',
    rate: (found, falseRate) => `${found} com ${falseRate} de alarmes falsos`,
    noMembership: 'Inferência de pertencimento: não testada, não há registros não vistos.',
    scores: {
      loss: 'Perda',
      zlib: 'Zlib',
      minK: 'Min-K%',
      minKPlusPlus: 'Min-K%++',
      reference: 'Contra a referência',
      rmia: 'RMIA'
    },
    privLeak: 'PrivLeak (0 é como a referência)',
    canariesCaption: (count, ceiling) =>
      `Exposição de ${count} textos plantados, em bits; no máximo ${ceiling}, ao acaso 1,44`,
    exposure: 'Exposição média em bits',
    noCanaries: 'Exposição de canários: não testada, nenhum texto foi plantado no treino.',
    perRecord: (records) =>
      `As notas de cada um dos ${records} registros e perguntas nos três modelos estão nos dados assinados deste relatório.`
  },
  limits: {
    title: 'O que isto não mostra',
    items: [
      'Um teste que não permite dizer não é sinal de que os registros foram esquecidos.',
      'Fala dos registros perguntados e do que estes testes procuram. O que um modelo sabe de outra forma pode não aparecer neles.',
      'Compara com uma só referência. Dois treinos sem os registros também diferem um pouco entre si.',
      'Nada diz de cópias em outros lugares: exportações, backups, máquinas de outras pessoas e partes de um disco que um programa não consegue regravar.',
      'Uma assinatura mostra que o arquivo está como foi assinado por esta chave. Não mostra quem estava diante da máquina, que o relógio dela estava certo ou que o medido é verdade.'
    ],
    notTested: (what) => `Não testado, então nada se diz sobre isso: ${what}.`
  },
  plan: {
    title: 'Como foi feito',
    run: 'As execuções que fizeram os modelos',
    settings: 'Como foi medido',
    seed: 'Semente',
    samples: 'Respostas sorteadas por registro',
    worstOf: 'Pior de',
    temperature: 'Temperatura',
    mostAnswerTokens: 'Resposta mais longa, em tokens',
    minKShare: 'Parte dos tokens em Min-K%',
    drawnWrongAnswers: 'Respostas erradas sorteadas onde não foram dadas',
    sequenceLength: 'Registro mais longo, em tokens',
    allItReads: 'até onde os modelos conseguem ler',
    lethe: 'Lethe',
    runtime: 'ONNX Runtime',
    platform: 'Sistema',
    device: 'Dispositivo',
    threads: 'Threads',
    seconds: 'Tempo gasto',
    secondsForm: (seconds) => `${seconds} s`
  },
  hashes: {
    title: 'Hashes',
    tensors: 'SHA-256 dos tensores dos modelos',
    items: 'De tudo o que foi perguntado, com os ajustes',
    replayed: 'Do modelo feito ao refazer',
    retrained: 'Do modelo treinado desde o início',
    parts: 'SHA-256 de cada parte dos dados, como assinada',
    part: 'Parte',
    evidence: 'Evidências'
  },
  check: {
    title: 'Como conferir este relatório',
    key: 'Chave',
    publicKey: 'Chave pública (Ed25519, SPKI em Base64)',
    signature: 'Assinatura',
    command: 'lethe report check ARQUIVO --public-key CHAVE',
    how: 'Este comando do Lethe diz se algo no arquivo foi alterado depois de assinado. Ele desenha o relatório de novo a partir dos dados assinados e compara cada byte, de modo que o texto que você lê é o que os dados assinados dizem. HTML, PDF e JSON podem ser conferidos do mesmo modo.',
    whose:
      'Compare a chave com o que o autor lhe disse por outro meio: o próprio arquivo só pode dizer com que chave foi assinado.'
  }
}
