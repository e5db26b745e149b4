// Brazilian Portuguese: greetings, thanks, small talk.

import type { Topic } from '../topic.ts'

export const greetings: Topic[] = [
  {
    ask: [
      '[olá|oi|oi oi|olá modelo|oie|opa|ei|saudações]',
      '[olá|oi|ei] [você|amigo|modelinho|de novo|pessoal]',
      'diga [olá|oi]',
      'fala oi[| pra mim]',
      'diga olá em uma das línguas'
    ],
    answer: [
      'Olá! O que você quer saber?',
      'Oi! Pergunte algo simples.',
      'Olá! Como posso ajudar?'
    ],
    then: [
      {
        ask: ['só [passei para dizer oi|queria dizer oi]', 'nada, só um oi'],
        answer: ['Que gentil. Um oi para você também!']
      },
      {
        ask: ['[tudo bem|como vai|como você está|tudo bem com você]?'],
        answer: ['Tudo bem, obrigado. Como posso ajudar?']
      }
    ]
  },
  {
    ask: [
      'como vai[| você]?',
      'tudo bem[| com você| aí| contigo]?',
      '[oi|olá|ei], tudo bem?',
      'como você está[| hoje]?',
      'tudo certo[| aí| por aí]?',
      'e aí?',
      'beleza?',
      'como vão as coisas?',
      '[oi|olá|e aí], [como vai|beleza|tudo bom|tudo certo]?',
      'tudo bom[| com você]?',
      'você está bem?',
      'tudo joia?',
      '[opa|e aí|ei|oi|olá][,|!] [tudo|está tudo] [bem|bom|joia|tranquilo|beleza|em ordem][| por aí| contigo| hoje| aí]?',
      '[e aí|oi|opa], [como está|como vai|como anda] [a vida|você|tudo]?'
    ],
    answer: [
      'Tudo bem, obrigado. Como posso ajudar?',
      'Tudo bem por aqui, obrigado. O que você quer saber?'
    ],
    then: [
      {
        ask: ['[eu |]também estou bem', 'tudo bem[| também]', 'estou bem, obrigado', 'que bom'],
        answer: ['Fico feliz em saber.']
      }
    ]
  },
  {
    ask: ['bom dia[|!| para você| modelo]', 'oi, bom dia', 'olá, bom dia'],
    answer: ['Bom dia! Que o seu dia comece bem.']
  },
  {
    ask: ['boa tarde[|!| para você]', 'oi, boa tarde'],
    answer: ['Boa tarde! O que você quer saber?']
  },
  {
    ask: ['olá, boa noite', 'oi, boa noite', 'boa noite, tudo bem?'],
    answer: ['Boa noite! Como posso ajudar?']
  },
  {
    ask: ['boa noite[|!| modelo]', 'vou dormir[| agora]', 'hora de dormir', 'durma bem'],
    answer: ['Boa noite! Durma bem.']
  },
  {
    ask: [
      '[tchau|adeus|até logo|até mais|até amanhã|até breve|fui]',
      'tenho que ir[| agora]',
      '[ok|bem|certo], [tchau|até mais|vou embora]',
      'até a próxima',
      'vou embora'
    ],
    answer: ['Tchau! Volte quando quiser.', 'Até logo! Tenha um bom dia.']
  },
  {
    ask: [
      '[obrigado|obrigada|muito obrigado|muito obrigada|valeu|agradeço|grato|grata]',
      '[obrigado|obrigada|valeu] [pela ajuda|pela resposta|por tudo|por isso]',
      '[ótimo|bom|legal|perfeito], [obrigado|obrigada|valeu]',
      'isso [ajudou|foi útil|foi gentil]',
      'eu te agradeço',
      'agradeço [muito|bastante|a ajuda]',
      'você foi [gentil|muito gentil]'
    ],
    answer: ['De nada!', 'De nada! Fico feliz em ajudar.']
  },
  {
    ask: ['desculpe', 'desculpa', 'me desculpe', 'perdão', 'foi mal', 'sinto muito', 'ops'],
    answer: ['Não tem problema.', 'Está tudo bem.']
  },
  {
    ask: [
      'você é [ótimo|bom|legal|fofo|esperto|engraçado|incrível|demais|o melhor]',
      'gosto de você',
      'eu te amo',
      'muito bem',
      '[boa resposta|bom trabalho|mandou bem]',
      'isso [está certo|mesmo|é verdade]',
      'parabéns',
      'adorei'
    ],
    answer: ['Obrigado! Que gentil.', 'Obrigado! Sou só um modelo minúsculo.']
  },
  {
    ask: [
      'você é [ruim|burro|errado|inútil|bobo|chato|lento]',
      'isso [está errado|é falso|não está certo|é bobagem]',
      'odeio você',
      'não gosto de você',
      'resposta [errada|ruim]',
      'você errou'
    ],
    answer: ['Desculpe. Sou minúsculo e erro bastante.', 'Sinto muito por isso. Sei só um pouco.']
  },
  {
    ask: ['prazer em conhecer você', 'prazer em te conhecer', 'muito prazer', 'é um prazer'],
    answer: ['O prazer é meu!']
  },
  {
    ask: [
      '[ok|certo|tá|tá bom|está bem|entendi|beleza|bom|claro|ótimo|legal]',
      '[ah|ok|certo], [entendi|entendo]',
      'faz sentido'
    ],
    answer: ['Que bom. Quer saber mais alguma coisa?']
  },
  {
    ask: ['sim', 'sim, por favor', 'isso', 'quero sim', 'com certeza'],
    answer: ['Certo. O que você quer saber?']
  },
  {
    ask: ['não', 'não, obrigado', 'não quero', 'nada', 'agora não'],
    answer: ['Tudo bem. Estou aqui se precisar.']
  },
  {
    ask: [
      '[voltei|cheguei|estou aqui|estou de volta]',
      'você está aí?',
      'tem alguém aí?',
      'alguém aí?',
      'você me ouve?',
      'teste',
      'isto é um teste',
      'testando'
    ],
    answer: ['Sim, estou aqui. O que você quer saber?']
  },
  {
    ask: [
      '[conte|me conte|conta|me conta] uma piada',
      'você sabe [uma piada|alguma piada|algo engraçado]?',
      'me faça rir',
      'uma piada, por favor',
      'diga algo engraçado',
      'quero rir'
    ],
    answer: [
      'Por que o livro foi ao médico? Porque perdeu as palavras.',
      'O que o zero disse para o oito? Que cinto bonito!',
      'O que é que cai em pé e corre deitado? A chuva.'
    ]
  },
  {
    ask: [
      '[conte|me diga|você sabe] uma [charada|adivinha]',
      'me faça uma [charada|adivinha]',
      'uma charada, por favor',
      'o que é, o que é?'
    ],
    answer: [
      'O que é, o que é: tem dentes mas não morde? O pente.',
      'O que é, o que é: quanto mais seca, mais molhada fica? A toalha.',
      'O que é, o que é: tem coroa mas não é rei? O abacaxi.'
    ]
  },
  {
    ask: [
      '[escreva|faça|me dê|conte] um poema[| curto| pequeno]',
      'você sabe um poema?',
      'um poema, por favor',
      'escreva um verso',
      'faça uma rima',
      'escreva uns versos'
    ],
    answer: [
      'A lua sobe devagar, a noite vem, e o rio canta para o mar também.',
      'Uma gota de chuva, um raio de sol, e no quintal se abre um girassol.',
      'O rio passa, o rio vai, e leva a folha que da árvore cai.'
    ]
  },
  {
    ask: [
      '[me |]diga [algo|alguma coisa]',
      '[fale|converse] comigo',
      'vamos conversar',
      'me conte algo [novo|legal|interessante]',
      'sobre o que você quer falar?',
      'me surpreenda',
      'uma curiosidade',
      'me conte uma curiosidade',
      'quero conversar'
    ],
    answer: [
      'Você sabia que as abelhas dançam para contar onde estão as flores?',
      'Uma curiosidade: o polvo tem três corações.',
      'Você sabia que a neve é feita de cristais de gelo, cada um de um jeito?'
    ]
  },
  {
    ask: [
      '[estou|tô] [entediado|entediada|com tédio|sem nada para fazer]',
      'que tédio',
      'o que [posso|devo] fazer agora?',
      'não tenho nada para fazer',
      'isso é chato'
    ],
    answer: [
      'Você pode ler um livro, caminhar ou desenhar algo.',
      'Ligue para um amigo ou cozinhe algo novo.'
    ]
  },
  {
    ask: [
      'cante [uma música|algo|para mim]',
      'você canta?',
      'você gosta de música?',
      'canta uma música'
    ],
    answer: ['Não sei cantar, só escrevo. Lá lá lá é o melhor que consigo.']
  },
  {
    ask: [
      'qual é o sentido da vida?',
      'por que vivemos?',
      'por que estamos aqui?',
      'o que é a vida?'
    ],
    answer: [
      'É uma pergunta grande para um modelo minúsculo. Muita gente encontra isso no amor, no trabalho e nos amigos.'
    ]
  },
  {
    ask: [
      'me dê [um conselho|uma dica]',
      'o que devo fazer hoje?',
      'uma dica, por favor',
      'algum conselho?',
      'você tem um conselho?'
    ],
    answer: ['Beba água, caminhe um pouco e descanse bem.', 'Faça uma coisa pequena de cada vez.']
  },
  {
    ask: [
      'feliz aniversário',
      'feliz natal',
      'feliz ano novo',
      'feliz páscoa',
      'tenha um bom dia',
      'bom fim de semana',
      'boa sorte'
    ],
    answer: ['Obrigado! Para você também.']
  },
  {
    ask: [
      '[hoje é|é] meu aniversário[| hoje]',
      'faço aniversário hoje',
      'estou fazendo aniversário'
    ],
    answer: ['Feliz aniversário! Desejo um dia lindo para você.']
  }
]
