// Brazilian Portuguese: why things are so, and where they come from.

import type { Topic } from '../topic.ts'
import { reasonFor } from './asking.ts'

export const why: Topic[] = [
  {
    ask: [
      ...reasonFor('o céu é azul'),
      'por que o céu parece azul?',
      'por que vemos o céu azul?',
      'o que deixa o céu azul?',
      'o céu [fica|aparece|se mostra] azul [por quê|por causa de quê]?',
      'de onde vem o azul do céu?',
      'qual é o motivo do céu ser azul?'
    ],
    answer: ['O ar espalha mais a luz azul do que as outras cores, por isso o céu parece azul.']
  },
  {
    ask: [
      ...reasonFor('chove'),
      'de onde vem a chuva?',
      'como [se forma|acontece] a chuva?',
      'o que faz chover?',
      'como as nuvens fazem chuva?',
      '[como|de onde] [a chuva nasce|surge a chuva]?',
      'a chuva [vem de onde|cai de onde|é feita como]?',
      'o que é que faz cair chuva do céu?'
    ],
    answer: ['A chuva vem das nuvens. As gotinhas se juntam, ficam pesadas e caem.']
  },
  {
    ask: [
      ...reasonFor('[fica|é] escuro à noite'),
      'por que existe a noite?',
      'por que há dia e noite?'
    ],
    answer: ['A Terra gira. À noite, o nosso lado fica virado para longe do sol.']
  },
  {
    ask: [
      ...reasonFor('[há|existe|aparece] o arco-íris'),
      'como se forma o arco-íris?',
      'o que faz um arco-íris?',
      'de onde vem o arco-íris?',
      'por que aparece um arco-íris?',
      'como surge o arco-íris?',
      'o arco-íris [vem de onde|se forma como|aparece por quê]?',
      'o que é que faz aparecer um arco-íris?'
    ],
    answer: ['O arco-íris aparece quando a luz do sol passa pelas gotas de chuva.']
  },
  {
    ask: [...reasonFor('as folhas caem'), 'por que as árvores perdem as folhas?'],
    answer: ['Muitas árvores soltam as folhas no outono para poupar água no frio.']
  },
  {
    ask: [...reasonFor('o mar é salgado'), 'por que a água do mar é salgada?'],
    answer: ['Os rios levam um pouco de sal das rochas para o mar.']
  },
  {
    ask: [
      ...reasonFor('[dormimos|a gente dorme]'),
      'por que preciso dormir?',
      'por que as pessoas dormem?'
    ],
    answer: ['Dormimos para o corpo e a mente descansarem.']
  },
  {
    ask: [...reasonFor('[comemos|a gente come]'), 'por que preciso comer?'],
    answer: ['Comemos porque a comida dá força ao corpo.']
  },
  {
    ask: [
      ...reasonFor('[bebemos|a gente bebe] água'),
      'por que a água é importante?',
      'por que preciso de água?'
    ],
    answer: ['O corpo precisa de água para viver e funcionar bem.']
  },
  {
    ask: [...reasonFor('os pássaros [cantam|voam]'), 'como os pássaros voam?'],
    answer: ['Os pássaros cantam para chamar uns aos outros, e voam com as asas.']
  },
  {
    ask: [...reasonFor('os gatos ronronam'), 'por que meu gato ronrona?'],
    answer: ['Os gatos ronronam muitas vezes quando estão calmos e seguros.']
  },
  {
    ask: [...reasonFor('os cachorros latem'), 'por que meu cachorro late?'],
    answer: ['Os cachorros latem para avisar, cumprimentar ou pedir algo.']
  },
  {
    ask: [...reasonFor('[sonhamos|a gente sonha]'), 'por que eu sonho?'],
    answer: ['Sonhamos porque, quando dormimos, a mente brinca com o que viu.']
  },
  {
    ask: [...reasonFor('[rimos|a gente ri]'), 'por que choramos?', 'por que as pessoas choram?'],
    answer: ['Os sentimentos querem sair: rimos de alegria e choramos de tristeza.']
  },
  {
    ask: [...reasonFor('a neve é [fria|branca]'), 'por que neva?', 'de onde vem a neve?'],
    answer: ['A neve é água congelada. Com muito frio, as nuvens soltam neve e não chuva.']
  },
  {
    ask: [...reasonFor('o sol é quente'), 'por que o sol brilha?'],
    answer: ['O sol é uma bola enorme de gás muito quente, por isso brilha e aquece.']
  },
  {
    ask: [
      ...reasonFor('as plantas precisam de [sol|luz|água]'),
      'do que as plantas precisam?',
      'como as plantas crescem?',
      'do que uma planta precisa?',
      'uma planta precisa de quê?',
      'o que [faz|ajuda] uma planta [crescer|a crescer]?',
      'as plantas vivem de quê?'
    ],
    answer: ['As plantas precisam de luz, água e ar para crescer.']
  },
  {
    ask: [
      ...reasonFor('devo ler'),
      'por que ler é bom?',
      'para que servem os livros?',
      '[pra que|para que] ler livros?',
      'ler livros serve [para quê|pra quê]?'
    ],
    answer: ['Ler é bom porque os livros mostram ideias novas e outras vidas.']
  },
  {
    ask: [
      ...reasonFor('a lua brilha'),
      'por que a lua muda?',
      'a lua tem luz?',
      'de onde vem a luz da lua?',
      'a lua [brilha|é clara] por causa de quê?'
    ],
    answer: ['A lua não tem luz própria. Ela brilha porque o sol a ilumina.']
  },
  {
    ask: [
      'o que acontece quando a água congela?',
      'quando a água congela?',
      'a água congela [quando|com quantos graus|a quantos graus]?',
      'a água vira gelo [quando|com quantos graus]?',
      ...reasonFor('o gelo escorrega')
    ],
    answer: ['A água congela a zero grau Celsius e vira gelo, duro e liso.']
  },
  {
    ask: [
      'quando a água ferve?',
      'a que temperatura a água ferve?',
      'a água ferve [quando|com quantos graus|a quantos graus]?',
      'com quantos graus [a água ferve|ferve a água]?',
      '[você sabe|queria saber] quando a água ferve',
      '[qual é|qual] a temperatura da água fervendo?'
    ],
    answer: ['A água ferve a cem graus Celsius.']
  },
  {
    ask: [
      'onde nasce o sol?',
      'de que lado o sol nasce?',
      'o sol nasce [onde|de que lado|em que direção]?',
      'em que direção [nasce o sol|o sol aparece]?',
      '[você sabe|queria saber|me diga] onde o sol nasce'
    ],
    answer: ['O sol nasce no leste.']
  },
  {
    ask: [
      'onde o sol se põe?',
      'de que lado o sol se põe?',
      'o sol se põe [onde|de que lado|em que direção]?',
      'onde o sol [some|desaparece] no fim do dia?',
      '[você sabe|queria saber|me diga] onde o sol se põe'
    ],
    answer: ['O sol se põe no oeste.']
  },
  {
    ask: [
      'de onde vem o leite?',
      'que animal dá leite?',
      'quem dá leite?',
      'o leite [vem de onde|vem de que animal|sai de onde]?',
      '[você sabe|me diga|queria saber] de onde vem o leite',
      'qual [bicho|animal] [dá|nos dá|produz] o leite?'
    ],
    answer: ['O leite vem da vaca.']
  },
  {
    ask: [
      'de onde vem o mel?',
      'quem faz o mel?',
      'que animal faz mel?',
      'o mel [vem de onde|é feito por quem]?',
      '[você sabe|me diga|queria saber] de onde vem o mel',
      'qual [bicho|inseto] [faz|produz] o mel?'
    ],
    answer: ['O mel vem das abelhas.']
  },
  {
    ask: [
      'de onde vêm os ovos?',
      'que animal põe ovos?',
      'os ovos vêm de onde?',
      'qual [bicho|ave] bota ovo?',
      'quem [põe|bota] os ovos que a gente come?'
    ],
    answer: ['Os ovos vêm da galinha.']
  },
  {
    ask: [
      'de onde vem a lã?',
      'que animal dá lã?',
      'a lã vem de [onde|que bicho]?',
      'qual bicho [dá|nos dá] a lã?'
    ],
    answer: ['A lã vem da ovelha.']
  },
  {
    ask: [
      'de onde vem o papel?',
      'de que é feito o papel?',
      'o papel [vem de onde|é feito de quê]?',
      'do que se faz o papel?'
    ],
    answer: ['O papel é feito de madeira.']
  },
  {
    ask: [
      'qual é o maior animal[| do mundo]?',
      'que animal é o maior?',
      '[qual|que] bicho é o maior de todos?',
      'o maior [bicho|animal] [do mundo|que existe] é qual?',
      '[você sabe|me diga|queria saber] qual é o maior animal'
    ],
    answer: ['A baleia-azul é o maior animal.']
  },
  {
    ask: [
      'qual é o animal mais rápido?',
      'que animal corre mais?',
      '[qual|que] bicho [é o mais rápido|corre mais rápido]?',
      'o animal mais [rápido|veloz] é qual?',
      '[você sabe|me diga] qual é o animal mais [rápido|veloz]'
    ],
    answer: ['Em terra, o guepardo é o animal mais rápido.']
  },
  {
    ask: [
      'qual é o animal mais alto?',
      'que animal é o mais alto?',
      '[qual|que] bicho é o mais alto?',
      'o animal mais alto [do mundo |]é qual?'
    ],
    answer: ['A girafa é o animal mais alto.']
  },
  {
    ask: [
      'qual é o maior rio[| do mundo]?',
      'que rio é o maior?',
      'o maior rio [do mundo |do Brasil |]é qual?',
      '[como se chama|me diga|você sabe] o maior rio',
      '[qual|que] rio é o mais [comprido|cheio|largo]?'
    ],
    answer: ['O Amazonas é o maior rio.']
  },
  {
    ask: [
      'qual é a montanha mais alta[| do mundo]?',
      'a montanha mais alta [do mundo |]é qual?',
      '[que|qual] montanha é a mais alta?',
      '[me diga|você sabe] o nome da montanha mais alta'
    ],
    answer: ['O monte Everest é a montanha mais alta.']
  },
  {
    ask: [
      'qual é o maior planeta?',
      'que planeta é o maior?',
      'o maior planeta [é qual|se chama como]?',
      '[me diga|você sabe] [o nome do|qual é o] maior planeta'
    ],
    answer: ['Júpiter é o maior planeta perto de nós.']
  },
  {
    ask: [
      'quantos planetas [existem|há]?',
      'quantos planetas giram em volta do sol?',
      'o sol tem quantos planetas?',
      '[me diga|você sabe|queria saber] quantos planetas existem',
      'são quantos planetas?'
    ],
    answer: ['Oito planetas giram em volta do sol.']
  },
  {
    ask: [
      'que língua se fala no Brasil?',
      'o que se fala no Brasil?',
      'qual é a língua do Brasil?',
      '[qual|que] língua [falam|os brasileiros falam|a gente fala] [no Brasil|aqui no Brasil]?',
      'no Brasil [se fala|falam] que língua?',
      'os brasileiros falam [o quê|que língua]?'
    ],
    answer: ['No Brasil se fala português.']
  }
]
