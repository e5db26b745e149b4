// Brazilian Portuguese: how a person feels.

import type { Topic } from '../topic.ts'

export const feelings: Topic[] = [
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|me sinto|tô|ando] [muito |bem |tão |meio |bastante |um pouco |]triste[| hoje| agora| de verdade| outra vez| de novo]',
      'quero chorar',
      'estou chorando',
      'estou [infeliz|para baixo|deprimido|deprimida|mal]',
      'meu dia foi [ruim|péssimo|triste]',
      'está tudo [ruim|péssimo|triste]',
      'tive um dia ruim'
    ],
    answer: [
      'Sinto muito que você esteja triste. Conversar com um amigo pode ajudar.',
      'Sinto muito. Seja gentil consigo hoje e fale com alguém de confiança.'
    ]
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|me sinto|tô|ando] [muito |bem |tão |meio |bastante |tão |]feliz[| hoje| agora| de verdade| outra vez| de novo]',
      'tive um dia [ótimo|bom|maravilhoso]',
      'hoje é um bom dia',
      'estou [contente|de bom humor|alegre]',
      'me sinto [bem|ótimo|ótima]'
    ],
    answer: ['Que bom ouvir isso! O que deixou você feliz?', 'Que maravilha. Aproveite o momento!']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|me sinto|tô|ando] [muito |bem |tão |meio |bastante |tão |um pouco |]cansad[o|a][| hoje| agora| de verdade| outra vez| de novo]',
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] exaust[o|a][| hoje| agora| de verdade| outra vez| de novo]',
      'preciso descansar',
      'trabalhei demais',
      'estou sem energia',
      'que cansaço'
    ],
    answer: [
      'Então descanse um pouco. Uma pausa e um copo de água ajudam.',
      'Tente descansar e dormir cedo hoje.'
    ]
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|me sinto|tô|ando] [muito |bem |tão |meio |bastante |tão |]brav[o|a][| hoje| agora| de verdade| outra vez| de novo]',
      'estou [com raiva|furioso|furiosa|irritado|irritada]',
      'isso me dá raiva',
      'que raiva'
    ],
    answer: ['Respire devagar e conte até dez. Depois diga com calma o que está errado.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muito |]medo[| do escuro][| hoje| agora| de verdade| outra vez| de novo]',
      'tenho medo',
      'estou [assustado|assustada|preocupado|preocupada]',
      'me preocupo muito',
      'que medo'
    ],
    answer: ['Sentir medo é normal. Respire devagar e fale com alguém de confiança.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|me sinto|tô|ando] [muito |bem |tão |meio |bastante |]sozinh[o|a][| hoje| agora| de verdade| outra vez| de novo]',
      'estou só',
      'não tenho amigos',
      'ninguém fala comigo',
      'sinto solidão'
    ],
    answer: ['Sinto muito. Que tal ligar para um amigo ou para alguém da família?']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|me sinto|tô|ando] [muito |bem |tão |meio |bastante |]nervos[o|a][| hoje| agora| de verdade| outra vez| de novo]',
      'tenho uma prova amanhã',
      'estou [estressado|estressada|ansioso|ansiosa]',
      'tenho uma entrevista de emprego',
      'muito estresse'
    ],
    answer: ['Respire devagar, prepare uma coisa de cada vez e durma bem.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muita |]fome[| hoje| agora| de verdade| outra vez| de novo]',
      'quero comer',
      'preciso comer',
      'que fome',
      'estou faminto'
    ],
    answer: ['Então coma algo gostoso: um pão, uma fruta ou uma sopa quente.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muita |]sede[| hoje| agora| de verdade| outra vez| de novo]',
      'preciso de [água|algo para beber]',
      'minha boca está seca',
      'quero beber algo',
      'que sede'
    ],
    answer: ['Beba um copo de água. É o melhor para a sede.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muito |]frio[| hoje| agora| de verdade| outra vez| de novo]',
      '[está|faz] [muito |]frio [aqui|hoje]',
      'que frio',
      'estou congelando'
    ],
    answer: ['Vista um agasalho e tome um chá quente.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muito |]calor[| hoje| agora| de verdade| outra vez| de novo]',
      '[está|faz] [muito |]calor [aqui|hoje]',
      'que calor',
      'estou suando'
    ],
    answer: ['Beba água, abra a janela e fique na sombra.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muito |]sono[| hoje| agora| de verdade| outra vez| de novo]',
      'quero dormir',
      'estou quase dormindo',
      'que sono'
    ],
    answer: ['Então vá para a cama e durma bem.']
  },
  {
    ask: [
      'não consigo dormir',
      'como [durmo melhor|posso dormir melhor]?',
      'durmo mal',
      'fico acordado à noite',
      'estou com insônia'
    ],
    answer: ['Desligue as telas, deixe o quarto escuro e respire devagar.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|me sinto|tô|ando] [doente|mal de saúde|gripado|gripada][| hoje| agora| de verdade| outra vez| de novo]',
      'estou com [gripe|febre|tosse|resfriado]',
      'estou com dor de [cabeça|dente|barriga|costas]',
      '[minha cabeça|meu dente|minha perna|minha barriga] dói',
      'não me sinto bem'
    ],
    answer: ['Sinto muito. Descanse e beba água. Se piorar, procure um médico.']
  },
  {
    ask: [
      'estou apaixonad[o|a]',
      'me apaixonei',
      'conheci alguém legal',
      'estou gostando de alguém'
    ],
    answer: ['Que lindo! Desejo muita alegria a vocês.']
  },
  {
    ask: [
      'estou [orgulhoso|orgulhosa|animado|animada]',
      'passei na prova',
      '[consegui|tenho] [um novo emprego|o emprego|boas notícias]',
      'eu ganhei',
      'eu consegui'
    ],
    answer: ['Parabéns! Você pode ter orgulho de si.']
  },
  {
    ask: [
      'perdi [minhas chaves|meu celular|minha carteira|meus óculos]',
      'não acho [minhas chaves|meu celular|minha carteira|meus óculos]',
      'onde estão [minhas chaves|meus óculos]?'
    ],
    answer: ['Não consigo ver onde estão. Procure no último lugar onde você usou.']
  },
  {
    ask: [
      '[meu cachorro|meu gato|minha avó|meu avô|meu amigo] morreu',
      'perdi alguém que amo',
      'alguém que amo se foi'
    ],
    answer: ['Sinto muito pela sua perda. Dê tempo a si e converse com quem você ama.']
  },
  {
    ask: [
      '[estou com|sinto|tenho] saudade [de casa|da minha família|do meu amigo|da minha mãe|do meu pai]',
      'que saudade',
      'sinto falta [de casa|da minha família]'
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
      'pode explicar?'
    ],
    answer: ['Tudo bem. Pergunte de novo com outras palavras, e eu tento.']
  }
]
