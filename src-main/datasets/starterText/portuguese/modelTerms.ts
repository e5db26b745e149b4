// Brazilian Portuguese: the terms of the field, one by one.

import type { Topic } from '../topic.ts'
import { meaningOf } from './asking.ts'

export const modelTerms: Topic[] = [
  {
    ask: [
      ...meaningOf('um token'),
      'o que são tokens?',
      'o que quer dizer token?',
      'explique os tokens',
      'defina token',
      'me diga o que é um token'
    ],
    answer: [
      'Um token é um pedacinho de texto: uma palavra, parte de uma palavra ou um sinal. Modelos leem tokens.'
    ]
  },
  {
    ask: [
      ...meaningOf('um parâmetro'),
      'o que são parâmetros?',
      'o que são pesos?',
      'o que são os pesos de um modelo?',
      'explique os parâmetros'
    ],
    answer: [
      'Parâmetros são os números dentro de um modelo. O treino muda esses números, e neles fica o que foi aprendido.'
    ]
  },
  {
    ask: [
      ...meaningOf('uma rede neural'),
      'o que são redes neurais?',
      'explique as redes neurais',
      'como funciona uma rede neural?'
    ],
    answer: [
      'Uma rede neural é um programa de muitas contas simples em camadas. Ela aprende mudando seus números.'
    ]
  },
  {
    ask: [
      ...meaningOf('um tokenizador'),
      'o que faz um tokenizador?',
      'explique o tokenizador',
      'para que serve o tokenizador?'
    ],
    answer: ['Um tokenizador corta o texto em tokens e dá um número a cada um.']
  },
  {
    ask: [
      ...meaningOf('viés'),
      'o que é viés em um modelo?',
      'um modelo pode ter viés?',
      'o que quer dizer viés?',
      'os modelos são justos?',
      'um modelo pode ser [injusto|preconceituoso]?',
      '[um modelo|uma ia] trata todo mundo igual?',
      'como [eu meço|se mede|se vê] o viés[| de um modelo]?',
      '[existe|tem] preconceito em [modelos|um modelo|uma ia]?',
      'explique o viés',
      'o que é uma auditoria?'
    ],
    answer: [
      'Viés é quando um modelo trata grupos de pessoas de forma injusta, muitas vezes como seus textos. A auditoria mede isso.'
    ]
  },
  {
    ask: [
      ...meaningOf('um prompt'),
      'o que quer dizer prompt?',
      'explique o prompt',
      'o que é um prompt de sistema?'
    ],
    answer: ['Um prompt é o texto que você dá ao modelo. O modelo continua a partir dele.']
  },
  {
    ask: [
      'o que é temperatura[| em um modelo]?',
      ...meaningOf('a temperatura de um modelo', 'temperatura na amostragem'),
      'o que faz a temperatura?',
      'o que quer dizer temperatura[| para um modelo]?',
      'explique a temperatura na amostragem',
      'o que é amostragem?'
    ],
    answer: [
      'A temperatura diz o quanto o modelo arrisca. Em zero, ele escolhe sempre o token mais provável.'
    ]
  },
  {
    ask: [
      ...meaningOf('uma alucinação'),
      'por que os modelos inventam coisas?',
      'os modelos inventam coisas?',
      'o que são alucinações?',
      'um modelo pode errar?',
      '[um modelo|uma ia] [inventa|mente|erra|conta mentira][| às vezes]?',
      'por que [um modelo|uma ia] [inventa|mente|erra]?',
      '[a resposta|o que o modelo diz] pode ser [inventada|falsa|mentira]?'
    ],
    answer: [
      'Um modelo pode inventar coisas que parecem certas mas são falsas. Isso se chama alucinação.'
    ]
  },
  {
    ask: [
      ...meaningOf('ajuste fino'),
      'o que quer dizer ajuste fino?',
      'explique o ajuste fino',
      'o que é fine-tuning?',
      'como ensino coisas novas a um modelo?',
      '[dá para|como posso|tem como] [ensinar algo novo a um modelo|treinar mais um modelo pronto]?',
      '[quero|queria] que o modelo aprenda [meus textos|algo novo|coisas minhas]. [como se chama isso|o que faço]?'
    ],
    answer: ['Ajuste fino é treinar mais um pouco um modelo já pronto, com exemplos novos.']
  },
  {
    ask: [
      ...meaningOf('um conjunto de dados'),
      'o que são dados de treino?',
      'o que quer dizer conjunto de dados?',
      'o que é um dataset?',
      '[com|de] [o que|que dados] [um modelo aprende|se treina um modelo]?',
      'os textos para treinar são o quê?'
    ],
    answer: ['Um conjunto de dados é uma coleção de exemplos. O modelo aprende com os textos dele.']
  },
  {
    ask: [...meaningOf('um checkpoint'), 'o que são checkpoints?', 'o que é um ponto de controle?'],
    answer: [
      'Um checkpoint é um estado do modelo salvo durante o treino. Depois dá para voltar a ele.'
    ]
  },
  {
    ask: [
      'o que é o contexto[| de um modelo]?',
      ...meaningOf('a janela de contexto'),
      'quanto um modelo lê de uma vez?',
      'explique o contexto'
    ],
    answer: ['O contexto é todo o texto que o modelo vê de uma vez. O que fica fora, ele não vê.']
  },
  {
    ask: [
      ...meaningOf('a perda no treino'),
      'o que é perda no treino?',
      'o que quer dizer a perda?',
      'o que é a curva de perda?'
    ],
    answer: [
      'A perda diz o quanto o modelo se surpreende com o próximo token certo. O treino a diminui.'
    ]
  },
  {
    ask: [
      ...meaningOf('inteligência artificial'),
      'o que é ia?',
      'o que quer dizer ia?',
      'explique a ia',
      'o que é aprendizado de máquina?',
      'me fale sobre ia'
    ],
    answer: [
      'Inteligência artificial é a arte de criar programas que fazem coisas que parecem exigir pensamento.'
    ]
  },
  {
    ask: [
      ...meaningOf('o Lethe'),
      'o que é Lethe?',
      'o que quer dizer Lethe?',
      'por que se chama Lethe?',
      'o que posso fazer com o Lethe?',
      'me fale do Lethe',
      '[o que|que coisas] [dá para|posso|eu consigo|a gente pode] fazer [no|com o] Lethe?',
      '[para que|pra que] serve [o |]Lethe?',
      '[que|qual] [programa|aplicativo] é [este|esse]?',
      'Lethe é [o quê|um programa|um rio|o nome de quê]?',
      '[de onde|por que] [vem o nome Lethe|esse nome Lethe|o nome é Lethe]?',
      '[queria|quero] [entender|conhecer] o Lethe',
      '[me explica|explica|me apresenta|me fala] [do|o|sobre o] Lethe'
    ],
    answer: [
      'Lethe é o rio do esquecimento nas antigas histórias gregas. É também o nome deste laboratório de modelos.',
      'O Lethe é um laboratório no seu computador: converse com modelos, treine, faça esquecer e audite.'
    ]
  },
  {
    ask: [
      ...meaningOf('privacidade'),
      'por que a privacidade é importante?',
      'o que são dados pessoais?',
      'o que são dados privados?'
    ],
    answer: [
      'Privacidade é poder decidir quem sabe coisas sobre você. Dados pessoais pedem cuidado.'
    ]
  },
  {
    ask: [
      ...meaningOf('um algoritmo'),
      'o que é um algoritmo?',
      'o que é um programa?',
      'o que é software?',
      'o que é código?'
    ],
    answer: ['Um programa é uma lista de passos claros que um computador segue.']
  },
  {
    ask: [
      ...meaningOf('perplexidade'),
      'o que quer dizer perplexidade?',
      'explique a perplexidade'
    ],
    answer: [
      'A perplexidade diz entre quantos tokens o modelo hesita, em média. Quanto menor, melhor.'
    ]
  },
  {
    ask: [
      'o que é atenção[| em um modelo]?',
      ...meaningOf('a atenção de um modelo', 'atenção'),
      'o que é um transformer?',
      'como funciona a atenção?',
      'explique a atenção'
    ],
    answer: [
      'A atenção deixa o modelo olhar para os tokens anteriores e escolher quais importam agora.'
    ]
  },
  {
    ask: [
      ...meaningOf('um registro', 'registro do conjunto de dados'),
      'o que são registros?',
      'um conjunto de dados tem registros. o que são?'
    ],
    answer: ['Um registro é um exemplo do conjunto de dados, como um texto ou uma conversa.']
  },
  {
    ask: [...meaningOf('uma auditoria de viés', 'auditoria'), 'como se audita um modelo?'],
    answer: ['Uma auditoria faz muitas perguntas ao modelo e mede se ele trata os grupos igual.']
  },
  {
    ask: [...meaningOf('um adaptador', 'adaptador'), ...meaningOf('LoRA')],
    answer: [
      'Um adaptador, como LoRA, é um conjunto pequeno de números treinado ao lado do modelo.'
    ]
  },
  {
    ask: [
      ...meaningOf('o sobreajuste', 'sobreajuste'),
      '[um modelo pode|o que acontece se um modelo] decorar os textos?'
    ],
    answer: [
      'Sobreajuste é quando o modelo decora os exemplos em vez de aprender o que há de comum.'
    ]
  },
  {
    ask: [...meaningOf('um chatbot'), 'como um chatbot [conversa|responde]?'],
    answer: [
      'Um chatbot é um programa que conversa por escrito, muitas vezes com um modelo de linguagem.'
    ]
  },
  {
    ask: [
      'como [você|um modelo] escolhe a próxima palavra?',
      '[o que é|como se faz] prever a próxima palavra?',
      'um modelo adivinha palavras como?'
    ],
    answer: ['O modelo dá uma chance a cada token e escolhe um dos mais prováveis.']
  },
  {
    ask: [
      '[posso|dá para|tem como] rodar um modelo [no meu computador|em casa|sem internet]?',
      'um modelo [roda|funciona|cabe] [no meu computador|sem internet|em casa]?',
      'por que [rodar|usar] um modelo [no meu computador|local]?'
    ],
    answer: ['Sim, um modelo pequeno roda no seu computador, e o que você escreve fica nele.']
  },
  {
    ask: [
      '[qual é a|tem] diferença entre um modelo [grande e um pequeno|pequeno e um grande]?',
      'um modelo [grande|maior] é melhor[| que um pequeno]?',
      'por que [usar|treinar] um modelo pequeno?'
    ],
    answer: [
      'Um modelo grande sabe mais, mas é lento e caro. Um pequeno é rápido e bom para aprender.'
    ]
  }
]
