// Brazilian Portuguese: how a person feels.

import type { Topic } from '../topic.ts'

export const feelings: Topic[] = [
  {
    ask: [
      '[estou|me sinto|tô] [muito |bem |um pouco |]triste[| hoje]',
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
      '[estou|me sinto|tô] [muito |bem |tão |]feliz[| hoje]',
      'tive um dia [ótimo|bom|maravilhoso]',
      'hoje é um bom dia',
      'estou [contente|de bom humor|alegre]',
      'me sinto [bem|ótimo|ótima]'
    ],
    answer: ['Que bom ouvir isso! O que deixou você feliz?', 'Que maravilha. Aproveite o momento!']
  },
  {
    ask: [
      '[estou|me sinto|tô] [muito |bem |tão |um pouco |]cansad[o|a][| hoje]',
      '[estou|tô] exaust[o|a]',
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
      '[estou|me sinto|tô] [muito |bem |tão |]brav[o|a][| hoje]',
      'estou [com raiva|furioso|furiosa|irritado|irritada]',
      'isso me dá raiva',
      'que raiva'
    ],
    answer: ['Respire devagar e conte até dez. Depois diga com calma o que está errado.']
  },
  {
    ask: [
      '[estou|tô] com [muito |]medo[| do escuro]',
      'tenho medo',
      'estou [assustado|assustada|preocupado|preocupada]',
      'me preocupo muito',
      'que medo'
    ],
    answer: ['Sentir medo é normal. Respire devagar e fale com alguém de confiança.']
  },
  {
    ask: [
      '[estou|me sinto|tô] [muito |tão |]sozinh[o|a]',
      'estou só',
      'não tenho amigos',
      'ninguém fala comigo',
      'sinto solidão'
    ],
    answer: ['Sinto muito. Que tal ligar para um amigo ou para alguém da família?']
  },
  {
    ask: [
      '[estou|me sinto|tô] [muito |tão |]nervos[o|a]',
      'tenho uma prova amanhã',
      'estou [estressado|estressada|ansioso|ansiosa]',
      'tenho uma entrevista de emprego',
      'muito estresse'
    ],
    answer: ['Respire devagar, prepare uma coisa de cada vez e durma bem.']
  },
  {
    ask: [
      '[estou|tô] com [muita |]fome',
      'quero comer',
      'preciso comer',
      'que fome',
      'estou faminto'
    ],
    answer: ['Então coma algo gostoso: um pão, uma fruta ou uma sopa quente.']
  },
  {
    ask: [
      '[estou|tô] com [muita |]sede',
      'preciso de [água|algo para beber]',
      'minha boca está seca',
      'quero beber algo',
      'que sede'
    ],
    answer: ['Beba um copo de água. É o melhor para a sede.']
  },
  {
    ask: [
      '[estou|tô] com [muito |]frio',
      '[está|faz] [muito |]frio [aqui|hoje]',
      'que frio',
      'estou congelando'
    ],
    answer: ['Vista um agasalho e tome um chá quente.']
  },
  {
    ask: [
      '[estou|tô] com [muito |]calor',
      '[está|faz] [muito |]calor [aqui|hoje]',
      'que calor',
      'estou suando'
    ],
    answer: ['Beba água, abra a janela e fique na sombra.']
  },
  {
    ask: ['[estou|tô] com [muito |]sono', 'quero dormir', 'estou quase dormindo', 'que sono'],
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
      '[estou|me sinto|tô] [doente|mal de saúde|gripado|gripada]',
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
