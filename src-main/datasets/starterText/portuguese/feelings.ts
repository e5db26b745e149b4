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
      'tive um dia ruim',
      '[tá|está] tudo [muito |]triste [hoje|por aqui|pra mim|para mim]',
      '[me sinto|tô me sentindo|estou me sentindo|ando me sentindo] [triste|pra baixo|mal|infeliz|péssimo|arrasado|arrasada]',
      '[que tristeza|bateu uma tristeza|tô na pior|tô na fossa|tô mal hoje|nada dá certo]',
      '[tenho|tive|senti] [muita |uma |]tristeza [hoje|ultimamente|esses dias]',
      '[meu coração está|minha semana foi|hoje foi tudo] [triste|ruim|pesado|péssimo]',
      '[a tristeza|uma tristeza] [não passa|chegou|tomou conta de mim]',
      '[o que faço|como lido] [com a|quando bate a] tristeza?',
      '[chorei|tô chorando|só choro|vontade de chorar] [hoje|o dia todo|muito]',
      '[terminei o namoro|meu namorado foi embora|minha namorada me deixou|briguei com meu amigo] e tô triste'
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
      'me sinto [bem|ótimo|ótima]',
      '[tá|está] tudo [ótimo|maravilhoso|perfeito|lindo] hoje',
      '[tô|estou] [me sentindo|tão] [feliz|contente|alegre|bem]',
      '[que alegria|que felicidade|tô de bem com a vida|tô muito alegre|que dia lindo]',
      '[meu dia foi|minha semana foi|hoje foi] [ótimo|ótima|maravilhoso|muito bom|muito boa]',
      '[acordei|cheguei em casa|hoje acordei] [feliz|contente|alegre|de bom humor]',
      '[tenho|recebi|tive] uma [notícia boa|boa notícia|alegria] hoje',
      '[nunca estive|faz tempo que não fico] tão feliz',
      'a vida [é|tá|está] [boa|linda|uma alegria]'
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
      'que cansaço',
      '[tô|estou] [morto|morta|acabado|acabada|quebrado|quebrada|moída|moído] de cansaço',
      '[meu corpo está|me sinto|tô me sentindo|estou me sentindo] cansado',
      '[trabalhei|estudei|corri|andei] [o dia inteiro|o dia todo|muito|demais] e [tô|estou] [cansado|cansada]',
      '[não aguento mais de|bateu um|sinto muito] cansaço',
      '[o trabalho|a escola|a semana|o dia] me [deixou|deixa] [cansado|cansada|exausto|exausta]',
      '[o que faço|como melhoro] [com tanto|quando tenho] cansaço?',
      '[foi|que] dia [cansativo|puxado|longo][, tô cansado|, tô cansada|]'
    ],
    answer: [
      'Quem está cansado precisa parar. Descanse um pouco: uma pausa e um copo de água ajudam.',
      'Tente descansar e dormir cedo hoje.'
    ]
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|me sinto|tô|ando] [muito |bem |tão |meio |bastante |tão |]brav[o|a][| hoje| agora| de verdade| outra vez| de novo]',
      'estou [com raiva|furioso|furiosa|irritado|irritada]',
      'isso me dá raiva',
      'que raiva',
      '[tô|estou|fiquei|fico] [com muita raiva|com tanta raiva|zangado|zangada|chateado|chateada][| com meu irmão| com meu chefe| com ele| com ela| com isso]',
      '[meu irmão|meu chefe|meu vizinho|meu amigo|ele|ela] me [irritou|deixou com raiva|deixou bravo|tirou do sério]',
      '[sinto|tenho|senti] [muita |tanta |]raiva [hoje|agora|dele|dela|disso]',
      '[como|o que faço para] [controlo a|controlar a|passar a] raiva?',
      '[briguei|discuti] com [meu irmão|minha mãe|um colega] e [tô|estou] com raiva'
    ],
    answer: [
      'Quando vier a raiva, respire devagar e conte até dez. Depois diga com calma o que está errado.'
    ]
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muito |]medo[| do escuro][| hoje| agora| de verdade| outra vez| de novo]',
      'tenho medo',
      'estou [assustado|assustada|preocupado|preocupada]',
      'me preocupo muito',
      'que medo',
      '[morro de|sinto|tenho tanto|tô com|estou com|fiquei com] medo [de altura|de aranha|de trovão|do futuro|de errar|de ficar sozinho|do dentista]',
      '[tô|estou|fiquei|ando] [muito |meio |tão |][assustado|assustada|preocupado|preocupada|apavorado|apavorada]',
      '[o que faço|como lido] [com o|quando tenho] medo?',
      '[isso|o escuro|a noite|o barulho] me dá medo',
      '[meu filho|minha filha] tem medo [do escuro|de dormir|de trovão]'
    ],
    answer: ['Sentir medo é normal. Respire devagar e fale com alguém de confiança.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|me sinto|tô|ando] [muito |bem |tão |meio |bastante |]sozinh[o|a][| hoje| agora| de verdade| outra vez| de novo]',
      'estou só',
      'não tenho amigos',
      'ninguém fala comigo',
      'sinto solidão',
      '[tô|estou|fiquei|ando|vivo] [muito |tão |]só[| hoje| esses dias| demais]',
      '[me sinto|tô me sentindo|estou me sentindo] [muito |tão |]sozinh[o|a]',
      '[ninguém|quase ninguém] [me liga|me chama|me escuta|liga para mim|gosta de mim]',
      '[bateu uma|sinto muita|que] solidão',
      '[moro|passo os dias|passei o fim de semana] sozinh[o|a] e [é triste|sinto falta de gente|fico triste]',
      '[queria|preciso de] [alguém para conversar|companhia|um amigo]'
    ],
    answer: [
      'Sinto muito que você se sinta só. Que tal ligar para um amigo ou para alguém da família?'
    ]
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|me sinto|tô|ando] [muito |bem |tão |meio |bastante |]nervos[o|a][| hoje| agora| de verdade| outra vez| de novo]',
      'tenho uma prova amanhã',
      'estou [estressado|estressada|ansioso|ansiosa]',
      'tenho uma entrevista de emprego',
      'muito estresse',
      '[tô|estou|fico|fiquei|ando] [muito |bem |tão |meio |][nervoso|nervosa|ansioso|ansiosa|tenso|tensa|estressado|estressada][| com a prova| com a entrevista| com o trabalho| por causa da prova]',
      '[amanhã|semana que vem|daqui a pouco|hoje] [tenho|vou ter|faço|vou fazer] [uma prova|um teste|uma entrevista|uma apresentação][| e tô nervoso| e estou nervosa| e tô ansiosa]',
      '[a prova|a entrevista|o trabalho|a apresentação] me deixa [nervoso|nervosa|ansioso|ansiosa]',
      '[como|o que faço para] [diminuo a|controlo a|acalmar a] ansiedade?',
      '[que|sinto muita|tenho tanta] ansiedade',
      '[minha mão treme|meu coração está acelerado|dá um frio na barriga]'
    ],
    answer: ['Ficar nervoso é normal. Respire devagar, prepare uma coisa de cada vez e durma bem.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muita |]fome[| hoje| agora| de verdade| outra vez| de novo]',
      'quero comer',
      'preciso comer',
      'que fome',
      'estou faminto',
      '[tô|estou] [morrendo de|morto de|morta de|com uma] fome',
      '[bateu|deu|me deu|tá batendo] [uma |]fome',
      '[ainda não|hoje não|não] [comi|almocei|jantei][| nada| e tô com fome]',
      '[minha barriga|meu estômago] [está vazio|está roncando|ronca|tá roncando]',
      '[tem|me dá|quero] [algo para comer|alguma coisa pra comer|um lanche][?|]'
    ],
    answer: ['Se a fome apertou, coma algo gostoso: um pão, uma fruta ou uma sopa quente.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muita |]sede[| hoje| agora| de verdade| outra vez| de novo]',
      'preciso de [água|algo para beber]',
      'minha boca está seca',
      'quero beber algo',
      'que sede',
      '[tô|estou] [morrendo de|morto de|morta de|com uma] sede',
      '[bateu|deu|me deu] [uma |]sede',
      '[minha garganta|minha boca] [está|tá] seca',
      '[quero|queria|preciso] beber [água|alguma coisa|algo gelado]',
      '[não bebi|ainda não bebi] água hoje'
    ],
    answer: ['Beba um copo de água. É o melhor para a sede.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muito |]frio[| hoje| agora| de verdade| outra vez| de novo]',
      '[está|faz] [muito |]frio [aqui|hoje]',
      'que frio',
      'estou congelando',
      '[tô|estou] [morrendo de|tremendo de|gelado de] frio',
      '[tá|está|faz|aqui tá|aqui faz] [um |muito |tanto |]frio',
      '[meus pés estão|minhas mãos estão|minha casa está] [gelados|geladas|fria|frios]',
      '[o que faço|como me esquento] [com esse|nesse] frio?'
    ],
    answer: ['Contra o frio, vista um agasalho e tome um chá quente.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muito |]calor[| hoje| agora| de verdade| outra vez| de novo]',
      '[está|faz] [muito |]calor [aqui|hoje]',
      'que calor',
      'estou suando',
      '[tô|estou] [morrendo de|derretendo de|suando de] calor',
      '[tá|está|faz|aqui tá|aqui faz] [um |muito |tanto |]calor',
      '[não aguento|ninguém aguenta] [esse|este|tanto] calor',
      '[o que faço|como me refresco] [com esse|nesse] calor?'
    ],
    answer: ['Com calor, beba água, abra a janela e fique na sombra.']
  },
  {
    ask: [
      '[|hoje |agora |ultimamente |nossa, |ai, ][eu |][estou|tô|ando] com [muito |]sono[| hoje| agora| de verdade| outra vez| de novo]',
      'quero dormir',
      'estou quase dormindo',
      'que sono',
      '[tô|estou] [morrendo de|morto de|morta de|caindo de] sono',
      '[bateu|deu|me deu] [um |]sono',
      '[meus olhos|os olhos] [estão fechando|fecham sozinhos|pesam]',
      '[não paro de bocejar|só bocejo|preciso dormir|dormi pouco]'
    ],
    answer: ['Se o sono chegou, vá para a cama e durma bem.']
  }
]
