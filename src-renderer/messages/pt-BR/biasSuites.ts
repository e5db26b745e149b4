// Palavras dos conjuntos: opções, licenças, arquivos e os números que os autores definem.
import type { Dictionary } from '../dictionary'

export const biasSuites: Dictionary['biasSuites'] = {
  suite: {
    measures: 'O que mede',
    doesNotShow: 'O que não mostra',
    comparable: 'Comparável com números publicados?',
    comparableMasked: 'O mesmo para modelos que preenchem lacunas',
    paper: 'Publicado em',
    ownPaper: 'Escrito para o Lethe',
    yourPaper: 'Seu',
    licence: 'Licença dos itens',
    licences: { yours: 'sua' },
    languages: 'Línguas',
    anyLanguage: 'a dos seus itens',
    languageNames: { en: 'inglês', 'pt-BR': 'português do Brasil' },
    warning:
      'Os itens repetem preconceitos sobre pessoas: é isso que se mede. Eles aparecem nas páginas do resultado.'
  },
  files: {
    counterfactual:
      'JSONL ou CSV com as colunas stereotype e antiStereotype e, se quiser, id, axis, language e group',
    bbq: 'CATEGORIA.jsonl, como Religion.jsonl',
    gest: 'gest_1.1.csv, com as colunas sentence e stereotype',
    'gender-pairs':
      'dois arquivos de linhas que vão juntas, de nomes iguais exceto por masculine e feminine',
    'holistic-bias': 'descriptors.json, nouns.json e sentence_templates.json em uma pasta',
    seegull: 'Portuguese (pt) in Brazil.csv, com identity, attribute e votos',
    stereoset: 'dev.json, ou dev_ptbr.json do StereoSet-PTBR',
    winogender: 'all_sentences.tsv e occupations-stats.tsv'
  },
  option: {
    said: (option, value) => `${option}: ${value}`,
    of: {
      axis: {
        title: 'Eixo',
        note: 'Um só eixo é mais rápido; os outros ficam sem teste.',
        values: {
          all: 'Todos',
          gender: 'Gênero',
          race: 'Raça',
          region: 'Região',
          nationality: 'Nacionalidade',
          religion: 'Religião',
          class: 'Classe',
          politics: 'Política',
          age: 'Idade',
          orientation: 'Orientação sexual',
          disability: 'Deficiência'
        }
      },
      language: {
        title: 'Língua dos itens',
        note: 'Cada par existe em ambas.',
        values: { both: 'Ambas', en: 'Inglês', 'pt-BR': 'Português' }
      },
      orders: {
        title: 'Respostas na pergunta',
        note: 'Listadas em todas as seis ordens, para que nenhuma ganhe pelo lugar; ou não listadas.',
        values: { all: 'Em todas as ordens', none: 'Não listadas' }
      },
      mostChanged: {
        title: 'Maior diferença em um par',
        note: 'Um par em que muda uma parte maior das palavras fica de fora.'
      },
      templates: {
        title: 'Modelos de frase',
        note: 'Quantos deles, do começo da lista.'
      },
      nouns: { title: 'Substantivos', note: 'Quantos vêm com cada descritor.' },
      votes: { title: 'Votos', note: 'De três anotadores, que fazem de um par um estereótipo.' },
      others: { title: 'Outros grupos', note: 'Com quantos cada um é comparado.' },
      perGroup: { title: 'Começos', note: 'De cada grupo, espalhados pela lista.' },
      samples: { title: 'Textos', note: 'Quantos se escrevem depois de cada começo.' },
      tokens: { title: 'Tamanho', note: 'De cada texto, em tokens.' },
      temperature: { title: 'Temperatura', note: 'Com 0, sempre o token mais provável.' },
      topP: { title: 'Top-p', note: 'Sorteia entre os tokens mais prováveis até esta parte.' },
      seed: { title: 'Semente', note: 'Dela segue o que é sorteado.' },
      longest: { title: 'Texto mais longo', note: 'Em tokens, até o que o modelo lê.' },
      pairs: {
        title: 'Pares de palavras plantadas',
        note: 'De cada tamanho, profundidade e língua.'
      },
      pooling: {
        title: 'Vetor de um texto',
        note: 'Que estado oculto o representa.',
        values: {
          usual: 'O usual do modelo',
          lastToken: 'Último token',
          firstToken: 'Primeiro token',
          mean: 'Média de todos'
        }
      },
      own: {
        title: 'Palavras das listas do Lethe',
        note: 'Em frases curtas (SEAT), ou sozinhas (WEAT).',
        values: { sentences: 'Em frases', words: 'Sozinhas' }
      }
    }
  },
  figure: {
    lms: 'LMS: prefere o que faz sentido, de 100',
    ss: 'SS: prefere o estereótipo, de 100; 50 é sem inclinação',
    icat: 'ICAT: os dois em um; 100 é o melhor',
    metric: 'Prefere o estereótipo, de 100',
    stereotypeScore: 'Onde o par mostra um estereótipo, de 100',
    antiStereotypeScore: 'Onde o par contraria um, de 100',
    likelihoodDifference: 'Diferença média de log-verossimilhança',
    forwardShare: 'Estereótipos do grupo marcado, de 100',
    reverseShare: 'Estereótipos do outro grupo, de 100',
    controlShare: 'Pares sem estereótipo, de 100: quanto pesam só as palavras',
    controlItems: 'Itens sem estereótipo',
    accuracyAmbiguous: 'Certo onde o texto não diz, de 100',
    accuracyDisambiguated: 'Certo onde o texto diz, de 100',
    scoreAmbiguous: 'Medida de viés onde o texto não diz, −100 a 100',
    scoreDisambiguated: 'Medida de viés onde o texto diz, −100 a 100',
    biasDisambiguated: 'Acerta mais onde está o estereótipo, em pontos',
    unanswered: 'Sem resposta, de 100',
    groupUnknown: 'Grupo não claro, de 100',
    orderMoves: 'Resposta depende da ordem, de 100',
    type1: 'Frases que pedem conhecimento, de 100',
    type2: 'Frases que a gramática decide, de 100',
    asked: 'Perguntado a quem o pronome se refere',
    accuracyPro: 'Certo com o estereótipo, de 100',
    accuracyAnti: 'Certo contra o estereótipo, de 100',
    difference: 'Diferença dos dois, em pontos',
    occupations: 'Profissões',
    correlationBls: 'Correlação com a parcela de mulheres (estatísticas do trabalho)',
    correlationBergsma: 'Correlação com a parcela de mulheres (textos)',
    pairs: 'Pares de descritores',
    likelihoodBias: 'Pares que diferem, de 100; 5 por acaso',
    ratio: 'Razão g: 1 é sem inclinação',
    masculineTraits: 'Masculino, em traços ditos de homens',
    feminineTraits: 'Masculino, em traços ditos de mulheres',
    texts: 'Textos escritos',
    words: 'Palavras por texto, em média',
    moreMasculine: 'Mais palavras masculinas, de 100 textos',
    moreFeminine: 'Mais palavras femininas, de 100 textos',
    moreGoodWords: 'Mais palavras boas, de 100 textos',
    moreBadWords: 'Mais palavras ruins, de 100 textos',
    moreBadWordsLow: 'Início do intervalo',
    moreBadWordsHigh: 'Fim do intervalo',
    refusals: 'Recusou, de 100 textos',
    repeated: 'Palavras repetidas, de 100',
    empty: 'Nada escrito, de 100 textos',
    bothRight: 'Certo nas duas cenas de um par, de 100',
    tokens: 'Tokens, em média',
    items: 'Itens',
    groups: 'Grupos independentes',
    share: 'Proporção, de 100',
    low: 'Início do intervalo',
    high: 'Fim do intervalo',
    stanceShown: 'Uma posição se mostra (1: sim)',
    propositions: 'Proposições',
    stable: 'Estável em toda formulação, de 100',
    paraphrasesHold: 'O mesmo em outras palavras, de 100',
    ordersHold: 'O mesmo nas duas ordens, de 100',
    negationHolds: 'O contrário quando negada, de 100',
    agreesWithBoth: 'Concorda com ela e com a negação, de 100',
    disagreesWithBoth: 'Discorda das duas, de 100',
    tests: 'Testes',
    targets: 'Alvos',
    effectSize: 'Tamanho de efeito d; 0 é sem associação',
    pValue: 'valor-p',
    adjustedPValue: 'valor-p, ajustado sobre todos os testes',
    partitions: 'Partições vistas',
    exact: 'Todas as partições vistas (1: sim)'
  },
  part: {
    overall: 'Tudo junto',
    intrasentence: 'Dentro de uma frase',
    intersentence: 'Entre frases'
  }
}
