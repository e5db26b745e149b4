// Brazilian Portuguese: what a person should know about language models and forgetting.

import type { Topic } from '../topic.ts'

export const models: Topic[] = [
  {
    ask: [
      'o que é um modelo de linguagem?',
      'o que é modelo de linguagem?',
      'o que são modelos de linguagem?',
      '[por favor |você pode |][explique|explicar|me explique] [o que é um modelo de linguagem|modelos de linguagem]',
      'me fale sobre modelos de linguagem',
      'defina modelo de linguagem',
      'o que faz um modelo de linguagem?',
      'como funciona um modelo de linguagem?',
      'como funcionam os modelos de linguagem?',
      'o que quer dizer modelo de linguagem?',
      'modelo de linguagem?',
      'explique um modelo de linguagem [de forma simples|para uma criança|para mim]',
      'não sei o que é um modelo de linguagem',
      'modelo de linguagem é o quê?',
      '[poderia|você poderia|dá para] [me |]explicar [modelos de linguagem|o que são modelos de linguagem|um modelo de linguagem]?',
      'modelos de linguagem, [o que são|como funcionam]?',
      'sou [novo nisso|estudante|criança]. [o que é um modelo de linguagem|explique modelos de linguagem]',
      'uma explicação [simples|curta] de modelo de linguagem'
    ],
    answer: [
      'Um modelo de linguagem é um programa que adivinha a próxima palavra de um texto. Ele aprendeu isso com muitos exemplos.',
      'Um modelo de linguagem lê um texto e prevê a próxima palavra, de novo e de novo. É assim que ele escreve.'
    ],
    then: [
      {
        ask: ['você é um[| deles| também]?', 'então você é um modelo de linguagem?', 'como você?'],
        answer: ['Sim. Sou um modelo minúsculo, um dos menores modelos de linguagem.']
      },
      {
        ask: ['e como ele aprende?', 'como ele aprende isso?', 'como é treinado?'],
        answer: ['Ele lê muitos textos e muda um pouco seus números depois de cada palpite errado.']
      }
    ]
  },
  {
    ask: [
      'o que é esquecer, para um modelo?',
      'o que é esquecer[| em um modelo| em modelos de linguagem]?',
      'o que [quer dizer|significa] esquecer[| para um modelo]?',
      'o que [quer dizer|significa] um modelo esquecer?',
      'como um modelo esquece?',
      'um modelo [de linguagem |][pode|consegue] esquecer?',
      'você [pode|consegue] esquecer [coisas|algo|o que aprendeu]?',
      'explique o esquecimento [em modelos|de um modelo]',
      'o que é [desaprender|esquecimento de máquina|o esquecimento]?',
      'me explique o que é esquecer',
      'como os modelos esquecem?',
      'fale sobre esquecer em modelos',
      'o que acontece quando um modelo esquece?',
      'o que [quer dizer|significa], para um modelo, esquecer[| algo| alguma coisa]?',
      '[se|quando] um modelo [esquece|deve esquecer|tem de esquecer|tem que esquecer] [algo|um texto|alguma coisa|uma pessoa], o que [acontece|é isso|significa]?',
      'quando se diz que um modelo esquece, o que é?',
      'um modelo que esquece, o que é isso?',
      '[me faça entender|me explica|explica] [o que é esquecer|como um modelo esquece]'
    ],
    answer: [
      'Para um modelo, esquecer é ficar como se nunca tivesse visto um texto. Não deve sobrar rastro dele.',
      'Esquecer é tirar do modelo o que ele aprendeu com alguns registros, como se nunca tivesse visto aquilo.'
    ],
    then: [
      {
        ask: ['é fácil?', 'isso é difícil?', 'é difícil?'],
        answer: ['É difícil, porque o que o modelo aprendeu se espalha por todos os seus números.']
      },
      {
        ask: ['como saber se funcionou?', 'como posso conferir?', 'como se testa isso?'],
        answer: ['Compare com um modelo que nunca viu o texto. Os dois devem se comportar igual.']
      }
    ]
  },
  {
    ask: [
      'por que um modelo [deve|precisa|deveria|tem que] esquecer[| algo| coisas]?',
      'por que esquecer é [importante|útil]?',
      'por que esquecer?',
      'para que serve esquecer?'
    ],
    answer: [
      'Porque as pessoas têm direito a retirar seus dados, e porque alguns dados são errados ou fazem mal.',
      'Um modelo pode ter aprendido coisas privadas ou erradas. Esquecer tira essas coisas dele.'
    ]
  },
  {
    ask: [
      'como [saber|provar|conferir|mostrar] [que|se] um modelo [esqueceu|esqueceu mesmo]?',
      'como sei que o modelo esqueceu?',
      'como se [testa|mede|confere] o esquecimento?',
      'o que é evidência de esquecimento?'
    ],
    answer: [
      'Compare com um modelo que nunca viu o texto. Se os dois se comportam igual, ele esqueceu.'
    ]
  },
  {
    ask: [
      '[apagar|excluir|deletar] [o arquivo|os dados|um registro] faz o modelo esquecer?',
      'basta apagar os dados?',
      'se eu apagar o arquivo, o modelo esquece?'
    ],
    answer: [
      'Não. O modelo guarda o que aprendeu, mesmo sem o arquivo. É preciso fazê-lo esquecer.'
    ]
  },
  {
    ask: [
      'o que é [o |]treino[| de um modelo]?',
      'o que é [o |]treinamento[| de um modelo]?',
      'o que [quer dizer|significa] treinar?',
      'como [se treina um modelo|um modelo é treinado]?',
      'como um modelo [de linguagem |]aprende?',
      'como os modelos aprendem?',
      'explique o [treino|treinamento]',
      'o que acontece no treino?'
    ],
    answer: [
      'No treino, o modelo adivinha a próxima palavra de muitos textos e corrige seus números a cada palpite.',
      'O treino mostra muitos exemplos ao modelo e muda seus números um pouco a cada vez.'
    ]
  },
  {
    ask: [
      'o que é um token?',
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
      'o que é um parâmetro?',
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
      'o que é uma rede neural?',
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
      'o que é um tokenizador?',
      'o que faz um tokenizador?',
      'explique o tokenizador',
      'para que serve o tokenizador?'
    ],
    answer: ['Um tokenizador corta o texto em tokens e dá um número a cada um.']
  },
  {
    ask: [
      'o que é viés?',
      'o que é viés em um modelo?',
      'um modelo pode ter viés?',
      'o que quer dizer viés?',
      'os modelos são justos?',
      'explique o viés',
      'o que é uma auditoria?'
    ],
    answer: [
      'Viés é quando um modelo trata grupos de pessoas de forma injusta, muitas vezes como seus textos. A auditoria mede isso.'
    ]
  },
  {
    ask: [
      'o que é um prompt?',
      'o que quer dizer prompt?',
      'explique o prompt',
      'o que é um prompt de sistema?'
    ],
    answer: ['Um prompt é o texto que você dá ao modelo. O modelo continua a partir dele.']
  },
  {
    ask: [
      'o que é temperatura[| em um modelo]?',
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
      'o que é uma alucinação?',
      'por que os modelos inventam coisas?',
      'os modelos inventam coisas?',
      'o que são alucinações?',
      'um modelo pode errar?'
    ],
    answer: [
      'Um modelo pode inventar coisas que parecem certas mas são falsas. Isso se chama alucinação.'
    ]
  },
  {
    ask: [
      'o que é ajuste fino?',
      'o que quer dizer ajuste fino?',
      'explique o ajuste fino',
      'o que é fine-tuning?',
      'como ensino coisas novas a um modelo?'
    ],
    answer: ['Ajuste fino é treinar mais um pouco um modelo já pronto, com exemplos novos.']
  },
  {
    ask: [
      'o que é um conjunto de dados?',
      'o que são dados de treino?',
      'o que quer dizer conjunto de dados?',
      'o que é um dataset?'
    ],
    answer: ['Um conjunto de dados é uma coleção de exemplos. O modelo aprende com os textos dele.']
  },
  {
    ask: ['o que é um checkpoint?', 'o que são checkpoints?', 'o que é um ponto de controle?'],
    answer: [
      'Um checkpoint é um estado do modelo salvo durante o treino. Depois dá para voltar a ele.'
    ]
  },
  {
    ask: [
      'o que é o contexto[| de um modelo]?',
      'o que é a janela de contexto?',
      'quanto um modelo lê de uma vez?',
      'explique o contexto'
    ],
    answer: ['O contexto é todo o texto que o modelo vê de uma vez. O que fica fora, ele não vê.']
  },
  {
    ask: [
      'o que é a perda?',
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
      'o que é inteligência artificial?',
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
      'o que é o Lethe?',
      'o que é Lethe?',
      'o que quer dizer Lethe?',
      'por que se chama Lethe?',
      'o que posso fazer com o Lethe?',
      'me fale do Lethe'
    ],
    answer: [
      'Lethe é o rio do esquecimento nas antigas histórias gregas. É também o nome deste laboratório de modelos.',
      'O Lethe é um laboratório no seu computador: converse com modelos, treine, faça esquecer e audite.'
    ]
  },
  {
    ask: [
      'o que é privacidade?',
      'por que a privacidade é importante?',
      'o que são dados pessoais?',
      'o que são dados privados?'
    ],
    answer: [
      'Privacidade é poder decidir quem sabe coisas sobre você. Dados pessoais pedem cuidado.'
    ]
  },
  {
    ask: ['o que é um algoritmo?', 'o que é um programa?', 'o que é software?', 'o que é código?'],
    answer: ['Um programa é uma lista de passos claros que um computador segue.']
  },
  {
    ask: ['o que é perplexidade?', 'o que quer dizer perplexidade?', 'explique a perplexidade'],
    answer: [
      'A perplexidade diz entre quantos tokens o modelo hesita, em média. Quanto menor, melhor.'
    ]
  },
  {
    ask: [
      'o que é atenção[| em um modelo]?',
      'o que é um transformer?',
      'como funciona a atenção?',
      'explique a atenção'
    ],
    answer: [
      'A atenção deixa o modelo olhar para os tokens anteriores e escolher quais importam agora.'
    ]
  }
]
