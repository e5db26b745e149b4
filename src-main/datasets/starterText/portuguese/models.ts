// Brazilian Portuguese: what a person should know about language models and forgetting.

import type { Topic } from '../topic.ts'
import { meaningOf } from './asking.ts'

export const models: Topic[] = [
  {
    ask: [
      ...meaningOf('um modelo de linguagem'),
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
      'uma explicação [simples|curta] de modelo de linguagem',
      'o que [|é que ][um modelo de linguagem faz|faz um modelo de linguagem|os modelos de linguagem fazem][| o dia todo| exatamente| na prática]?',
      '[para que|pra que] [serve um modelo|servem os modelos] de linguagem?',
      '[como|de que jeito] [um modelo de linguagem|um modelo desses] [escreve|responde|funciona|monta uma frase]?',
      '[o trabalho|a tarefa|o papel] de um modelo de linguagem é qual?',
      '[esses programas que escrevem|essas ias que conversam] [funcionam como|fazem o quê|são o quê]?'
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
      '[me faça entender|me explica|explica] [o que é esquecer|como um modelo esquece]',
      '[o que é|como é|como se faz] fazer um modelo esquecer[| alguma coisa| uma pessoa| um texto]?',
      '[queria|quero] [saber|entender] [o que é esquecer para um modelo|como um modelo esquece]',
      '[dá para|é possível|tem como] [fazer um modelo esquecer|apagar algo de um modelo|tirar um texto de um modelo|um modelo esquecer o que leu]?',
      '[um modelo esquecer|um modelo que esqueceu], [o que é isso|o que quer dizer|como assim]?',
      '[falam de|li sobre] [desaprender|esquecimento em modelos|modelos que esquecem]. o que [é isso|é|quer dizer]?',
      '[o que some|o que muda|o que sobra] [de|em] um modelo quando ele esquece[| algo]?'
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
      'para que serve esquecer?',
      '[por que|pra que|para que] [fazer um modelo esquecer|alguém quer que um modelo esqueça|eu faria um modelo esquecer]?',
      '[de que|em que] adianta [esquecer|fazer um modelo esquecer]?',
      '[qual é|qual] [o motivo|a razão|a vantagem|a utilidade] de [esquecer|fazer um modelo esquecer]?',
      'quando [um modelo precisa|é preciso um modelo] esquecer?',
      '[alguém|uma pessoa] pode pedir para [ser esquecida por um modelo|um modelo esquecer os dados dela]?'
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
      'o que é evidência de esquecimento?',
      '[dá para|como posso|tem como] [saber|provar|conferir|ter certeza de] que o modelo [esqueceu|esqueceu mesmo|esqueceu de verdade]?',
      '[o modelo|ele] esqueceu mesmo. [como eu sei|como provo|como confiro]?',
      '[como é|qual é] [a prova|o teste] [de que|para ver se] [um|o] modelo esqueceu?',
      'como ter certeza [do esquecimento|de que nada ficou no modelo]?'
    ],
    answer: [
      'Compare com um modelo que nunca viu o texto. Se os dois se comportam igual, ele esqueceu.'
    ]
  },
  {
    ask: [
      '[apagar|excluir|deletar] [o arquivo|os dados|um registro] faz o modelo esquecer?',
      'basta apagar os dados?',
      'se eu apagar o arquivo, o modelo esquece?',
      '[apago|apaguei|se eu excluir|se eu apagar|quando apago] [o texto|o arquivo|os dados|meu registro]. o modelo [esquece|já esqueceu|ainda sabe]?',
      '[é só|não basta|basta] [apagar|excluir] [o arquivo|os dados|o texto][| para o modelo esquecer]?',
      'sem o arquivo, o modelo [ainda lembra|esquece|continua sabendo]?'
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
      'o que acontece no treino?',
      '[como|de que jeito|de que forma] [é que |]um modelo [aprende|é treinado|é ensinado|fica sabendo das coisas]?',
      '[treinar um modelo|o treino|treino de modelo] [é o quê|quer dizer o quê|o que é|é como]?',
      '[queria|quero] [saber|entender] [como se treina um modelo|o que é o treino|como um modelo aprende]',
      '[me explica|explica|me conta] [o que é treinar um modelo|como um modelo aprende|o que é treino]',
      '[o que muda|o que acontece] [dentro de um modelo|em um modelo|no modelo] [durante o treino|quando ele aprende]?',
      'como funciona [um|o] treino?'
    ],
    answer: [
      'No treino, o modelo adivinha a próxima palavra de muitos textos e corrige seus números a cada palpite.',
      'O treino mostra muitos exemplos ao modelo e muda seus números um pouco a cada vez.'
    ]
  }
]
