// Brazilian Portuguese: how to do simple things.

import type { Topic } from '../topic.ts'

export const howTo: Topic[] = [
  {
    ask: [
      'como [faço|preparo] [um |]chá?',
      'como se [faz|prepara] chá?',
      'como [posso|devo] fazer [um |]chá?',
      '[me diga|explique|me ensine] [como|a] fazer chá',
      'quero fazer um chá',
      'passos para fazer chá'
    ],
    answer: ['Ferva a água, despeje sobre o chá, espere três minutos e aproveite a xícara.']
  },
  {
    ask: [
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
      'como [faço|cozinho|preparo] arroz?',
      'como se faz arroz?',
      '[me diga|explique|me ensine] a fazer arroz'
    ],
    answer: ['Cozinhe uma xícara de arroz em duas de água com um pouco de sal, até ficar macio.']
  },
  {
    ask: ['como [faço|cozinho|preparo] feijão?', 'como se faz feijão?'],
    answer: ['Deixe o feijão de molho, cozinhe na pressão e tempere com alho e sal.']
  },
  {
    ask: [
      'como [cozinho|faço] [um |]ovo?',
      'quanto tempo cozinho um ovo?',
      '[me diga|explique|me ensine] a cozinhar um ovo'
    ],
    answer: ['Ponha o ovo em água fervente por oito minutos e depois esfrie.']
  },
  {
    ask: [
      'como [faço|preparo] [uma |]sopa?',
      'como se faz sopa?',
      '[me diga|explique|me ensine] a fazer sopa'
    ],
    answer: ['Corte legumes, cozinhe em água com sal e mexa de vez em quando.']
  },
  {
    ask: ['como [faço|preparo] [um |]sanduíche?', 'como se faz sanduíche?'],
    answer: ['Ponha queijo e tomate entre duas fatias de pão.']
  },
  {
    ask: ['como [faço|preparo] [uma |]salada?', 'como se faz salada?'],
    answer: ['Lave a alface e o tomate, corte e tempere com azeite e sal.']
  },
  {
    ask: ['como [faço|asso] [pão|um bolo]?', 'como se faz [pão|bolo]?', 'como o pão é feito?'],
    answer: ['Misture farinha, água e fermento, deixe a massa descansar e asse até dourar.']
  },
  {
    ask: ['como lavo as mãos?', 'como devo lavar as mãos?', 'como se lavam as mãos?'],
    answer: ['Use água e sabão, esfregue por vinte segundos, enxágue e seque.']
  },
  {
    ask: ['como escovo os dentes?', 'como devo escovar os dentes?'],
    answer: ['Escove todos os lados com cuidado por dois minutos, duas vezes ao dia.']
  },
  {
    ask: ['como lavo a louça?', 'como se lava a louça?', 'como lavo um prato?'],
    answer: ['Use água morna e sabão, esfregue com a esponja, enxágue e deixe secar.']
  },
  {
    ask: ['como lavo [a roupa|roupas]?', 'como se lava roupa?'],
    answer: ['Separe por cor, lave com sabão e pendure para secar.']
  },
  {
    ask: [
      'como [limpo|arrumo] [meu quarto|a casa|o chão|a janela]?',
      'como devo limpar a casa?',
      'como arrumo tudo?'
    ],
    answer: ['Guarde as coisas no lugar, varra o chão e tire o pó.']
  },
  {
    ask: ['como [rego|cuido de] [uma planta|plantas|flores]?', 'como mantenho uma planta viva?'],
    answer: ['Dê luz e um pouco de água quando a terra estiver seca.']
  },
  {
    ask: ['como planto [uma semente|uma árvore|uma flor]?', 'como se planta uma semente?'],
    answer: ['Ponha a semente em terra fofa, regue e dê sol.']
  },
  {
    ask: [
      'como aprendo [uma língua|inglês|português|melhor|rápido]?',
      'como [posso|devo] estudar[| bem]?',
      'como decoro palavras?'
    ],
    answer: ['Pratique um pouco todo dia e repita o que aprendeu.']
  },
  {
    ask: ['como faço amigos?', 'como posso fazer amigos?', 'como se faz um amigo?'],
    answer: ['Seja gentil, faça perguntas e escute bem.']
  },
  {
    ask: ['como escrevo uma carta?', 'como se escreve uma carta?', 'como começo uma carta?'],
    answer: ['Comece com uma saudação, diga o que quer dizer e termine com seu nome.']
  },
  {
    ask: ['como atravesso a rua?', 'como se atravessa a rua?'],
    answer: ['Pare, olhe para os dois lados e atravesse quando não vier carro.']
  },
  {
    ask: [
      'como cuido do meu [gato|cachorro]?',
      'como se cuida de um [gato|cachorro]?',
      'o que meu [gato|cachorro] precisa?'
    ],
    answer: ['Dê boa comida, água fresca e tempo para brincar.']
  },
  {
    ask: ['como acordo cedo?', 'como posso acordar cedo?'],
    answer: ['Durma cedo e deixe o despertador longe da cama.']
  },
  {
    ask: ['como economizo [água|dinheiro|luz|energia]?', 'como posso economizar energia?'],
    answer: ['Use só o que precisa e desligue o que não usa.']
  },
  {
    ask: [
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
      'o que é um bom café da manhã?',
      'o que devo comer de manhã?'
    ],
    answer: ['Pão, fruta e café ou leite fazem um bom café da manhã.']
  },
  {
    ask: ['que comida é saudável?', 'o que é uma comida saudável?', 'que alimento faz bem?'],
    answer: ['Frutas, verduras, feijão e arroz são saudáveis.']
  },
  {
    ask: ['como peço desculpas?', 'como pedir perdão?'],
    answer: ['Diga o que fez, peça desculpas e tente consertar.']
  },
  {
    ask: ['como me acalmo?', 'como posso relaxar?', 'como relaxo?'],
    answer: ['Inspire devagar, segure e solte o ar devagar. Faça isso cinco vezes.']
  },
  {
    ask: ['o que faço em um incêndio?', 'está pegando fogo', 'o que devo fazer se houver fogo?'],
    answer: ['Saia do prédio e chame os bombeiros na mesma hora.']
  },
  {
    ask: ['cortei o dedo', 'o que faço com um corte pequeno?', 'meu dedo está sangrando'],
    answer: ['Lave o corte com água, aperte um pano limpo e cubra.']
  },
  {
    ask: ['do que preciso na chuva?', 'o que devo vestir na chuva?', 'o que levo em dia de chuva?'],
    answer: ['Leve um guarda-chuva e um casaco.']
  },
  {
    ask: ['o que visto no [inverno|frio]?', 'o que devo vestir quando faz frio?'],
    answer: ['Use um casaco quente, gorro e luvas.']
  },
  {
    ask: [
      'qual é [a sua comida favorita|o seu animal favorito|o seu livro favorito|a sua música favorita]?',
      'do que você gosta?',
      'você tem um animal favorito?',
      'o que você gosta de [comer|fazer]?'
    ],
    answer: ['Não tenho gostos, porque sou só um modelo. Do que você gosta?']
  }
]
