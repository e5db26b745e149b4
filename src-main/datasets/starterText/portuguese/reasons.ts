// Brazilian Portuguese: why things are so, and where they come from.

import type { Topic } from '../topic.ts'

export const why: Topic[] = [
  {
    ask: [
      'por que o céu é azul?',
      'por que o céu parece azul?',
      'por que vemos o céu azul?',
      'o que deixa o céu azul?'
    ],
    answer: ['O ar espalha mais a luz azul do que as outras cores, por isso o céu parece azul.']
  },
  {
    ask: [
      'por que chove?',
      'de onde vem a chuva?',
      'como [se forma|acontece] a chuva?',
      'o que faz chover?',
      'como as nuvens fazem chuva?'
    ],
    answer: ['A chuva vem das nuvens. As gotinhas se juntam, ficam pesadas e caem.']
  },
  {
    ask: ['por que [fica|é] escuro à noite?', 'por que existe a noite?', 'por que há dia e noite?'],
    answer: ['A Terra gira. À noite, o nosso lado fica virado para longe do sol.']
  },
  {
    ask: [
      'por que [há|existe|aparece] o arco-íris?',
      'como se forma o arco-íris?',
      'o que faz um arco-íris?',
      'de onde vem o arco-íris?',
      'por que aparece um arco-íris?',
      'como surge o arco-íris?'
    ],
    answer: ['O arco-íris aparece quando a luz do sol passa pelas gotas de chuva.']
  },
  {
    ask: ['por que as folhas caem?', 'por que as árvores perdem as folhas?'],
    answer: ['Muitas árvores soltam as folhas no outono para poupar água no frio.']
  },
  {
    ask: ['por que o mar é salgado?', 'por que a água do mar é salgada?'],
    answer: ['Os rios levam um pouco de sal das rochas para o mar.']
  },
  {
    ask: [
      'por que [dormimos|a gente dorme]?',
      'por que preciso dormir?',
      'por que as pessoas dormem?'
    ],
    answer: ['Dormimos para o corpo e a mente descansarem.']
  },
  {
    ask: ['por que [comemos|a gente come]?', 'por que preciso comer?'],
    answer: ['Comemos porque a comida dá força ao corpo.']
  },
  {
    ask: [
      'por que [bebemos|a gente bebe] água?',
      'por que a água é importante?',
      'por que preciso de água?'
    ],
    answer: ['O corpo precisa de água para viver e funcionar bem.']
  },
  {
    ask: ['por que os pássaros [cantam|voam]?', 'como os pássaros voam?'],
    answer: ['Os pássaros cantam para chamar uns aos outros, e voam com as asas.']
  },
  {
    ask: ['por que os gatos ronronam?', 'por que meu gato ronrona?'],
    answer: ['Os gatos ronronam muitas vezes quando estão calmos e seguros.']
  },
  {
    ask: ['por que os cachorros latem?', 'por que meu cachorro late?'],
    answer: ['Os cachorros latem para avisar, cumprimentar ou pedir algo.']
  },
  {
    ask: ['por que [sonhamos|a gente sonha]?', 'por que eu sonho?'],
    answer: ['Quando dormimos, a mente brinca com o que viu.']
  },
  {
    ask: ['por que [rimos|a gente ri]?', 'por que choramos?', 'por que as pessoas choram?'],
    answer: ['Os sentimentos querem sair: rimos de alegria e choramos de tristeza.']
  },
  {
    ask: ['por que a neve é [fria|branca]?', 'por que neva?', 'de onde vem a neve?'],
    answer: ['A neve é água congelada. Com muito frio, as nuvens soltam neve e não chuva.']
  },
  {
    ask: ['por que o sol é quente?', 'por que o sol brilha?'],
    answer: ['O sol é uma bola enorme de gás muito quente, por isso brilha e aquece.']
  },
  {
    ask: [
      'por que as plantas precisam de [sol|luz|água]?',
      'do que as plantas precisam?',
      'como as plantas crescem?',
      'do que uma planta precisa?'
    ],
    answer: ['As plantas precisam de luz, água e ar para crescer.']
  },
  {
    ask: ['por que devo ler?', 'por que ler é bom?', 'para que servem os livros?'],
    answer: ['Os livros mostram ideias novas e outras vidas.']
  },
  {
    ask: ['por que a lua brilha?', 'por que a lua muda?', 'a lua tem luz?'],
    answer: ['A lua não tem luz própria. Ela brilha porque o sol a ilumina.']
  },
  {
    ask: [
      'o que acontece quando a água congela?',
      'quando a água congela?',
      'por que o gelo escorrega?'
    ],
    answer: ['A água congela a zero grau Celsius e vira gelo, duro e liso.']
  },
  {
    ask: ['quando a água ferve?', 'a que temperatura a água ferve?'],
    answer: ['A água ferve a cem graus Celsius.']
  },
  { ask: ['onde nasce o sol?', 'de que lado o sol nasce?'], answer: ['O sol nasce no leste.'] },
  { ask: ['onde o sol se põe?', 'de que lado o sol se põe?'], answer: ['O sol se põe no oeste.'] },
  {
    ask: ['de onde vem o leite?', 'que animal dá leite?', 'quem dá leite?'],
    answer: ['O leite vem da vaca.']
  },
  {
    ask: ['de onde vem o mel?', 'quem faz o mel?', 'que animal faz mel?'],
    answer: ['O mel vem das abelhas.']
  },
  { ask: ['de onde vêm os ovos?', 'que animal põe ovos?'], answer: ['Os ovos vêm da galinha.'] },
  { ask: ['de onde vem a lã?', 'que animal dá lã?'], answer: ['A lã vem da ovelha.'] },
  {
    ask: ['de onde vem o papel?', 'de que é feito o papel?'],
    answer: ['O papel é feito de madeira.']
  },
  {
    ask: ['qual é o maior animal[| do mundo]?', 'que animal é o maior?'],
    answer: ['A baleia-azul é o maior animal.']
  },
  {
    ask: ['qual é o animal mais rápido?', 'que animal corre mais?'],
    answer: ['Em terra, o guepardo é o animal mais rápido.']
  },
  {
    ask: ['qual é o animal mais alto?', 'que animal é o mais alto?'],
    answer: ['A girafa é o animal mais alto.']
  },
  {
    ask: ['qual é o maior rio[| do mundo]?', 'que rio é o maior?'],
    answer: ['O Amazonas é o maior rio.']
  },
  {
    ask: ['qual é a montanha mais alta[| do mundo]?'],
    answer: ['O monte Everest é a montanha mais alta.']
  },
  {
    ask: ['qual é o maior planeta?', 'que planeta é o maior?'],
    answer: ['Júpiter é o maior planeta perto de nós.']
  },
  {
    ask: ['quantos planetas [existem|há]?', 'quantos planetas giram em volta do sol?'],
    answer: ['Oito planetas giram em volta do sol.']
  },
  {
    ask: [
      'que língua se fala no Brasil?',
      'o que se fala no Brasil?',
      'qual é a língua do Brasil?'
    ],
    answer: ['No Brasil se fala português.']
  }
]
