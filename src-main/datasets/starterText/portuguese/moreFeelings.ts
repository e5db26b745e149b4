// Brazilian Portuguese: sleep, illness, love, loss and other feelings.

import type { Topic } from '../topic.ts'

export const moreFeelings: Topic[] = [
  {
    ask: [
      'não consigo dormir',
      'como [durmo melhor|posso dormir melhor]?',
      'durmo mal',
      'fico acordado à noite',
      'estou com insônia',
      '[não durmo|durmo pouco|acordo] [à noite|de madrugada|faz dias|direito]',
      '[o sono|meu sono] não vem',
      '[é tarde|são três da manhã|rolo na cama] e não [durmo|consigo dormir|pego no sono]',
      '[o que faço|como faço|tem dica] para [dormir|pegar no sono|dormir melhor]?',
      '[tenho|sofro de|tô com|estou com] insônia'
    ],
    answer: ['Para dormir melhor, desligue as telas, deixe o quarto escuro e respire devagar.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|me sinto|tô|ando] [doente|mal de saúde|gripado|gripada][| hoje| agora| de verdade| outra vez| de novo]',
      'estou com [gripe|febre|tosse|resfriado]',
      'estou com dor de [cabeça|dente|barriga|costas]',
      '[minha cabeça|meu dente|minha perna|minha barriga] dói',
      'não me sinto bem',
      '[tô|estou|fiquei|acho que estou] [doente|gripado|gripada|resfriado|resfriada|com febre|com gripe|enjoado|enjoada]',
      '[tô|estou|acordei] com [dor|muita dor|uma dor] [de cabeça|de barriga|de garganta|de dente|nas costas|no joelho]',
      '[tá doendo|dói|me dói] [a cabeça|a barriga|a garganta|o dente|o pé|o joelho|tudo]',
      '[peguei|tenho|tive] [uma |]gripe',
      '[minha cabeça|minha garganta|minha barriga|meu joelho] [tá doendo|dói muito|não para de doer]',
      '[passei|passo] mal [hoje|ontem|o dia todo]',
      '[tossi|espirrei] [a noite toda|o dia inteiro]'
    ],
    answer: ['Sinto muito. Descanse e beba água. Se piorar, procure um médico.']
  },
  {
    ask: [
      'estou apaixonad[o|a]',
      'me apaixonei',
      'conheci alguém legal',
      'estou gostando de alguém',
      '[tô|fiquei|acho que estou|acho que tô] [muito |]apaixonad[o|a]',
      '[amo|gosto muito de] [uma pessoa|alguém|um menino|uma menina]',
      '[comecei a namorar|vou casar|vou me casar|tô namorando|ela disse sim]'
    ],
    answer: ['Que lindo! Desejo muita alegria a vocês.']
  },
  {
    ask: [
      'estou [orgulhoso|orgulhosa|animado|animada]',
      'passei na prova',
      '[consegui|tenho] [um novo emprego|o emprego|boas notícias]',
      'eu ganhei',
      'eu consegui',
      '[passei|fui aprovado|fui aprovada|fui bem|tirei nota boa] [na prova|no teste|no exame|na escola]',
      '[ganhei|recebi] [um prêmio|uma promoção|o jogo|a corrida|uma bolsa]',
      '[terminei|acabei] [o trabalho|a faculdade|o livro|meu projeto|a escola]',
      '[tô|fiquei|me sinto] [orgulhoso|orgulhosa|animado|animada] [de mim|com isso|hoje|demais]',
      '[deu certo|deu tudo certo|consegui o que queria|realizei meu sonho]'
    ],
    answer: ['Parabéns! Você pode ter orgulho de si.']
  },
  {
    ask: [
      'perdi [minhas chaves|meu celular|minha carteira|meus óculos]',
      'não acho [minhas chaves|meu celular|minha carteira|meus óculos]',
      'onde estão [minhas chaves|meus óculos]?',
      '[sumiu|sumiram|cadê] [minha carteira|meu celular|minhas chaves|meus óculos|meu livro][|?]',
      '[você viu|viu|onde está|onde foi parar] [minha carteira|meu celular|minha chave|meu livro]?',
      '[esqueci onde deixei|não sei onde deixei|deixei em algum lugar] [a chave|o celular|os óculos|a carteira]'
    ],
    answer: ['Não consigo ver onde estão. Procure no último lugar onde você usou.']
  },
  {
    ask: [
      '[meu cachorro|meu gato|minha avó|meu avô|meu amigo] morreu',
      'perdi alguém que amo',
      'alguém que amo se foi',
      '[perdi|acabei de perder] [meu pai|minha mãe|meu avô|minha avó|um amigo|meu cachorro|meu gato]',
      '[meu pai|minha mãe|minha tia|meu passarinho] [faleceu|morreu|se foi]',
      '[estou|tô] de luto'
    ],
    answer: ['Sinto muito pela sua perda. Dê tempo a si e converse com quem você ama.']
  },
  {
    ask: [
      '[estou com|sinto|tenho] saudade [de casa|da minha família|do meu amigo|da minha mãe|do meu pai]',
      'que saudade',
      'sinto falta [de casa|da minha família]',
      '[tô|estou|morro|ando] [com |de |][muita |tanta |]saudade [dela|dele|de você|dos amigos|de casa|da infância|do Brasil]',
      '[que|bateu uma|sinto uma] saudade [dela|dele|de casa|da minha terra|dos meus amigos]',
      '[sinto|sinto muita] falta [dela|dele|do meu cachorro|dos meus amigos|da minha avó]',
      '[moro|estou] longe [de casa|da família]'
    ],
    answer: ['A saudade dói. Que tal ligar para eles hoje?']
  },
  {
    ask: [
      'estou [confuso|confusa|perdido|perdida]',
      'não entendi',
      'não entendo',
      'como assim?',
      'não tenho certeza',
      'pode explicar?',
      '[não tô|não estou] entendendo [nada|isso|direito]',
      '[isso|a resposta] [não fez sentido|ficou confusa|não ficou clara]',
      '[fiquei|tô|ainda estou] [confuso|confusa|na dúvida|perdido|perdida]',
      '[explica|fala|diz|repete] [de novo|outra vez|de outro jeito|melhor]'
    ],
    answer: ['Tudo bem. Pergunte de novo com outras palavras, e eu tento.']
  },
  {
    ask: [
      '[tô|estou|fiquei|me sinto] [com |][muita |]vergonha',
      '[que|passei|senti|morri de] vergonha',
      '[paguei mico|fiz papel de bobo|todo mundo riu de mim]',
      '[sou|ando] [muito |]tímid[o|a]'
    ],
    answer: ['Todo mundo sente vergonha às vezes. Logo passa, e os outros esquecem rápido.']
  },
  {
    ask: [
      '[tô|estou|fiquei] com [muita |]inveja[| do meu amigo| da minha irmã]',
      '[sinto|tenho|senti] [inveja|ciúme|ciúmes][| do meu irmão| dela| dele]',
      '[tô|estou] com ciúme'
    ],
    answer: ['Inveja e ciúme são sentimentos comuns. Pense no que você tem de bom e converse.']
  },
  {
    ask: [
      '[me sinto|estou me sentindo|fico com] [culpado|culpada|culpa]',
      '[fiz|falei|disse] [algo errado|uma coisa feia|uma bobagem] [e me arrependo|e tô mal|hoje]',
      '[tô|estou] arrependid[o|a]',
      '[magoei|tratei mal] [um amigo|minha mãe|alguém]'
    ],
    answer: ['Todo mundo erra. Peça desculpas e tente fazer melhor da próxima vez.']
  },
  {
    ask: [
      '[tô|estou|me sinto|hoje estou] [calmo|calma|tranquilo|tranquila|em paz|relaxado|relaxada][| hoje| agora]',
      '[que|sinto] paz',
      '[hoje o dia|meu dia] [está|foi] [calmo|tranquilo]'
    ],
    answer: ['Que bom que você está em paz. Aproveite a calma.']
  },
  {
    ask: [
      '[tô|estou|fiquei] [surpreso|surpresa|espantado|espantada][| com isso]',
      '[que|tive uma] surpresa',
      '[nossa|uau|caramba|puxa|meu Deus|não acredito][!|]'
    ],
    answer: ['Que surpresa! O que aconteceu?']
  },
  {
    ask: [
      '[tirei nota baixa|fui mal|não passei|reprovei] [na prova|no teste|na escola|]',
      '[perdi|não consegui] [o emprego|a vaga|o jogo]',
      '[tô|estou|fiquei] [decepcionado|decepcionada|frustrado|frustrada|desanimado|desanimada]',
      '[não sou|acho que não sou] bom em nada',
      '[nunca vou conseguir|vou desistir|quero desistir]'
    ],
    answer: ['Sinto muito. Um resultado ruim não é o fim: descanse e tente de novo.']
  }
]
