// Brazilian Portuguese: how to do simple things.

import type { Topic } from '../topic.ts'
import { wayTo } from './asking.ts'

export const howTo: Topic[] = [
  {
    ask: [
      ...wayTo('[fazer|preparar] [um |]chá'),
      ...wayTo('fazer uma xícara de chá'),
      'como [faço|preparo] [um |]chá?',
      'como se [faz|prepara] chá?',
      'como [posso|devo] fazer [um |]chá?',
      '[me diga|explique|me ensine] [como|a] fazer chá',
      'quero fazer um chá',
      'passos para fazer chá'
    ],
    answer: [
      'Ferva a água, despeje sobre o chá, espere três minutos e aproveite a xícara.',
      'Para o chá, ferva a água, ponha o saquinho na xícara e espere três minutos.'
    ]
  },
  {
    ask: [
      ...wayTo('[fazer|preparar|passar|coar] [um |]café'),
      ...wayTo('fazer uma xícara de café'),
      'como [faço|preparo|passo] [um |]café?',
      'como se [faz|prepara] café?',
      'como [posso|devo] fazer [um |]café?',
      '[me diga|explique|me ensine] [como|a] fazer café',
      'quero fazer um café',
      'passos para fazer café'
    ],
    answer: ['Ponha o pó de café no filtro e despeje a água quente devagar.']
  },
  {
    ask: [
      ...wayTo('[fazer|cozinhar|preparar] [um |]arroz'),
      ...wayTo('fazer uma panela de arroz'),
      'como [faço|cozinho|preparo] arroz?',
      'como se faz arroz?',
      '[me diga|explique|me ensine] a fazer arroz'
    ],
    answer: ['Cozinhe uma xícara de arroz em duas de água com um pouco de sal, até ficar macio.']
  },
  {
    ask: [
      ...wayTo('[fazer|cozinhar|preparar] [um |]feijão'),
      'como [faço|cozinho|preparo] feijão?',
      'como se faz feijão?'
    ],
    answer: ['Deixe o feijão de molho, cozinhe na pressão e tempere com alho e sal.']
  },
  {
    ask: [
      ...wayTo('[cozinhar|fazer] [um |]ovo'),
      ...wayTo('fazer ovo cozido'),
      'como [cozinho|faço] [um |]ovo?',
      'quanto tempo cozinho um ovo?',
      '[me diga|explique|me ensine] a cozinhar um ovo'
    ],
    answer: ['Ponha o ovo em água fervente por oito minutos e depois esfrie.']
  },
  {
    ask: [
      ...wayTo('[fazer|preparar] [uma |]sopa'),
      'como [faço|preparo] [uma |]sopa?',
      'como se faz sopa?',
      '[me diga|explique|me ensine] a fazer sopa'
    ],
    answer: ['Para a sopa, corte legumes, cozinhe em água com sal e mexa de vez em quando.']
  },
  {
    ask: [
      ...wayTo('[fazer|preparar|montar] [um |]sanduíche'),
      'como [faço|preparo] [um |]sanduíche?',
      'como se faz sanduíche?'
    ],
    answer: ['Para o sanduíche, ponha queijo e tomate entre duas fatias de pão.']
  },
  {
    ask: [
      ...wayTo('[fazer|preparar] [uma |]salada'),
      'como [faço|preparo] [uma |]salada?',
      'como se faz salada?'
    ],
    answer: ['Para a salada, lave a alface e o tomate, corte e tempere com azeite e sal.']
  },
  {
    ask: [
      ...wayTo('[fazer|assar] [pão|um pão]'),
      ...wayTo('[fazer|assar] [bolo|um bolo]'),
      'como [faço|asso] [pão|um bolo]?',
      'como se faz [pão|bolo]?',
      'como o pão é feito?'
    ],
    answer: [
      'Para o pão ou o bolo, misture farinha, água e fermento, deixe a massa descansar e asse até dourar.'
    ]
  },
  {
    ask: [
      ...wayTo('lavar as mãos[| direito]'),
      'como lavo as mãos?',
      'como devo lavar as mãos?',
      'como se lavam as mãos?'
    ],
    answer: ['Lave as mãos com água e sabão, esfregue por vinte segundos, enxágue e seque.']
  },
  {
    ask: [
      ...wayTo('escovar os dentes[| direito]'),
      'como escovo os dentes?',
      'como devo escovar os dentes?'
    ],
    answer: ['Escove todos os lados dos dentes com cuidado por dois minutos, duas vezes ao dia.']
  },
  {
    ask: [
      ...wayTo('lavar [a louça|os pratos]'),
      'como lavo a louça?',
      'como se lava a louça?',
      'como lavo um prato?'
    ],
    answer: ['Lave a louça com água morna e sabão, esfregue com a esponja, enxágue e deixe secar.']
  },
  {
    ask: [
      ...wayTo('lavar [roupa|a roupa|as roupas]'),
      'como lavo [a roupa|roupas]?',
      'como se lava roupa?'
    ],
    answer: ['Separe a roupa por cor, lave com sabão e pendure para secar.']
  },
  {
    ask: [
      ...wayTo('[limpar|arrumar] [a casa|o quarto]'),
      'como [limpo|arrumo] [meu quarto|a casa|o chão|a janela]?',
      'como devo limpar a casa?',
      'como arrumo tudo?'
    ],
    answer: ['Guarde as coisas no lugar, varra o chão e tire o pó.']
  },
  {
    ask: [
      ...wayTo('[cuidar de|regar] [uma planta|plantas|flores]'),
      'como [rego|cuido de] [uma planta|plantas|flores]?',
      'como mantenho uma planta viva?'
    ],
    answer: ['Dê à planta luz e um pouco de água quando a terra estiver seca.']
  },
  {
    ask: [
      ...wayTo('plantar [uma semente|uma árvore|uma flor]'),
      'como planto [uma semente|uma árvore|uma flor]?',
      'como se planta uma semente?'
    ],
    answer: ['Ponha a semente em terra fofa, regue e dê sol.']
  },
  {
    ask: [
      ...wayTo('aprender [uma língua|inglês|coisas novas]'),
      ...wayTo('estudar [bem|melhor]'),
      'como aprendo [uma língua|inglês|português|melhor|rápido]?',
      'como [posso|devo] estudar[| bem]?',
      'como decoro palavras?'
    ],
    answer: ['Pratique um pouco todo dia e repita o que aprendeu.']
  },
  {
    ask: [
      ...wayTo('fazer [amigos|amizades|um amigo]'),
      'como faço amigos?',
      'como posso fazer amigos?',
      'como se faz um amigo?'
    ],
    answer: ['Para fazer amigos, seja gentil, faça perguntas e escute bem.']
  },
  {
    ask: [
      ...wayTo('escrever uma carta'),
      'como escrevo uma carta?',
      'como se escreve uma carta?',
      'como começo uma carta?'
    ],
    answer: ['Comece a carta com uma saudação, diga o que quer dizer e termine com seu nome.']
  },
  {
    ask: [...wayTo('atravessar a rua'), 'como atravesso a rua?', 'como se atravessa a rua?'],
    answer: ['Pare, olhe para os dois lados e atravesse a rua quando não vier carro.']
  },
  {
    ask: [
      ...wayTo('cuidar de um [gato|cachorro|bichinho]'),
      'como cuido do meu [gato|cachorro]?',
      'como se cuida de um [gato|cachorro]?',
      'o que meu [gato|cachorro] precisa?'
    ],
    answer: ['Dê boa comida, água fresca e tempo para brincar.']
  },
  {
    ask: [...wayTo('acordar cedo'), 'como acordo cedo?', 'como posso acordar cedo?'],
    answer: ['Para acordar cedo, durma cedo e deixe o despertador longe da cama.']
  },
  {
    ask: [
      ...wayTo('[economizar|poupar] [água|dinheiro|energia]'),
      'como economizo [água|dinheiro|luz|energia]?',
      'como posso economizar energia?'
    ],
    answer: ['Use só o que precisa e desligue o que não usa.']
  },
  {
    ask: [
      ...wayTo('[ter saúde|ficar saudável|viver bem]'),
      'como fico saudável?',
      'como posso viver bem?',
      'o que faz bem para a saúde?',
      'como cuido da saúde?'
    ],
    answer: ['Durma bem, mexa o corpo, coma verduras e beba água.']
  },
  {
    ask: [
      'o que [devo|posso] [comer|cozinhar][| hoje| no jantar| no almoço]?',
      'o que faço para o jantar?',
      'uma ideia para o jantar',
      '[não sei|tô sem ideia do] que cozinhar hoje',
      '[me dá|tem|queria] uma ideia de [jantar|almoço|comida][|?]',
      'o que [é bom|a gente pode|eu posso] fazer para comer [hoje|de noite]?',
      'o que é uma boa refeição?'
    ],
    answer: [
      'Arroz e feijão com salada é uma refeição boa e simples.',
      'Uma sopa de legumes com pão é fácil e quentinha.'
    ]
  },
  {
    ask: [
      'o que comer no café da manhã?',
      '[de manhã|quando acordo], o que eu como?',
      '[me dá|queria|tem] uma ideia de café da manhã[|?]',
      'o que [se come|a gente come|é bom comer] de manhã?',
      'o que é um bom café da manhã?',
      'o que devo comer de manhã?'
    ],
    answer: ['Pão, fruta e café ou leite fazem um bom café da manhã.']
  },
  {
    ask: [
      'que comida é saudável?',
      'o que é uma comida saudável?',
      'que alimento faz bem?',
      '[quais|que] comidas fazem bem[| à saúde]?',
      'o que [eu como|posso comer|devo comer] para ter saúde?',
      '[me diga|você sabe] uma comida saudável'
    ],
    answer: ['Frutas, verduras, feijão e arroz são saudáveis.']
  },
  {
    ask: [
      ...wayTo('[pedir desculpas|pedir perdão|me desculpar com um amigo]'),
      'como peço desculpas?',
      'como pedir perdão?'
    ],
    answer: ['Diga o que fez, peça desculpas e tente consertar.']
  },
  {
    ask: [
      ...wayTo('[me acalmar|ficar calmo|relaxar]'),
      'como me acalmo?',
      'como posso relaxar?',
      'como relaxo?'
    ],
    answer: ['Para ter calma, inspire devagar, segure e solte o ar devagar. Faça isso cinco vezes.']
  },
  {
    ask: [
      'o que faço em um incêndio?',
      'está pegando fogo',
      'o que devo fazer se houver fogo?',
      '[tem|vi|começou um] fogo em casa, o que eu faço?',
      'a [casa|cozinha] está pegando fogo',
      '[como agir|o que fazer] em caso de incêndio?'
    ],
    answer: ['Fogo é perigoso: saia do prédio e chame os bombeiros na mesma hora.']
  },
  {
    ask: [
      'cortei o dedo',
      'o que faço com um corte pequeno?',
      'meu dedo está sangrando',
      '[me cortei|cortei a mão|fiz um corte no dedo]. [o que eu faço|e agora|me ajuda]',
      'como [cuido de|trato|limpo] um corte[| pequeno]?'
    ],
    answer: ['Lave o corte com água, aperte um pano limpo e cubra.']
  },
  {
    ask: [
      'do que preciso na chuva?',
      'o que devo vestir na chuva?',
      'o que levo em dia de chuva?',
      '[vou sair|preciso sair] na chuva. [o que eu levo|o que visto]?',
      'que roupa [uso|visto] [na chuva|em dia de chuva]?'
    ],
    answer: ['Na chuva, leve um guarda-chuva e um casaco.']
  },
  {
    ask: [
      'o que visto no [inverno|frio]?',
      'o que devo vestir quando faz frio?',
      'que roupa [uso|visto|devo usar] [no frio|no inverno|quando está frio]?',
      '[vai fazer|está] frio. [o que eu visto|que roupa uso]?'
    ],
    answer: ['No frio, use um casaco quente, gorro e luvas.']
  },
  {
    ask: [
      'qual é [a sua comida favorita|o seu animal favorito|o seu livro favorito|a sua música favorita]?',
      'do que você gosta?',
      'você tem um animal favorito?',
      'você [prefere|gosta mais de] [gato ou cachorro|doce ou salgado|dia ou noite|chá ou café]?',
      '[qual|que] [bicho|comida|livro|filme|time] você [prefere|gosta mais]?',
      'o que você gosta de [comer|fazer]?'
    ],
    answer: ['Não tenho gostos, porque sou só um modelo. Do que você gosta?']
  }
]
