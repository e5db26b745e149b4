// Brazilian Portuguese: small talk: jokes, riddles, poems, wishes.

import type { Topic } from '../topic.ts'

export const smallTalk: Topic[] = [
  {
    ask: [
      '[conte|me conte|conta|me conta] uma piada',
      'você sabe [uma piada|alguma piada|algo engraçado]?',
      'me faça rir',
      'uma piada, por favor',
      'diga algo engraçado',
      'quero rir',
      '[sabe|conhece|tem|você sabe|você conhece|cê sabe] [uma|alguma] piada[| boa| curta| engraçada]?',
      '[queria|quero|preciso] [ouvir |de |]uma piada',
      '[me conta|conte|manda|solta|fala] [uma|outra|mais uma] piada[| aí| boa| curta]',
      '[me faz|faça-me|tenta me fazer] rir'
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
      'o que é, o que é?',
      '[me conta|manda|quero|sabe|tem|diga] uma [charada|adivinha][| boa| fácil|?]',
      '[vamos brincar de|gosto de] [charada|adivinha]'
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
      'escreva uns versos',
      '[queria|quero|gostaria de] [um poema|uns versos|ler um poema|um verso][| curto| bonito]',
      '[você|cê] [escreve|faz|sabe fazer] [poema|poesia|um poema|versos]?',
      '[me escreve|me faça|faz|manda|inventa|crie] [um poema|uma poesia|um versinho][| sobre o rio| sobre a noite| curto| pra mim]'
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
      'quero conversar',
      '[conta|me conta|diga|fala|me ensina] [uma curiosidade|uma coisa legal|algo interessante|algo novo|uma novidade]',
      '[você sabe|sabe|tem] [alguma|uma] curiosidade?',
      '[queria|vamos|quer|bora] [conversar|bater um papo|trocar uma ideia][| um pouco| comigo|?]',
      '[puxa|comece|começa] [assunto|uma conversa]'
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
      'isso é chato',
      '[tô|estou|ando] [muito |]entediad[o|a]',
      '[não tem|não tenho] nada [para|pra] fazer[| hoje| aqui]',
      '[o que faço|o que eu faço|tem ideia do que fazer] [quando estou entediado|no tédio|num domingo sem nada]?',
      '[que dia|que vida] [chato|chata|parado|sem graça]'
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
      'canta uma música',
      '[você|cê] [sabe|consegue|pode] cantar[| uma música| alguma coisa]?',
      '[quero|queria] [ouvir você cantar|uma música|que você cante]',
      '[canta|cante] [pra mim|parabéns|alguma coisa|aí]'
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
      'você tem um conselho?',
      '[me dá|preciso de|queria|quero] um conselho',
      '[qual é|qual] o seu conselho[| para hoje| para mim]?',
      '[o que você|você] me aconselha[| a fazer]?'
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
      'boa sorte',
      '[tenha|desejo|te desejo|tenham] [um bom dia|um ótimo dia|uma boa semana|um bom fim de semana|boa sorte|uma boa tarde]',
      '[boas festas|boas férias|bom feriado|bom descanso|bom almoço|bom trabalho para você]',
      '[feliz|um feliz] [natal|ano novo|dia|aniversário|páscoa] [para você|pra você|modelo]'
    ],
    answer: ['Obrigado! Para você também.']
  },
  {
    ask: [
      '[hoje é|é] meu aniversário[| hoje]',
      'faço aniversário hoje',
      'estou fazendo aniversário',
      '[hoje|amanhã] [eu faço|faço|completo|vou fazer] [aniversário|dez anos|vinte anos|trinta anos]',
      '[é hoje o|chegou o|hoje é o dia do] meu aniversário',
      '[estou|tô] [de aniversário|ficando mais velho]'
    ],
    answer: ['Feliz aniversário! Desejo um dia lindo para você.']
  }
]
