// Brazilian Portuguese: everyday things, how to do simple things, why things are so.

import { capitalised } from '../topic.ts'
import type { Topic, TopicGroup } from '../topic.ts'

// noun with indefinite article: what it is
const thingRows = `um gato: um animal pequeno de pelo macio que gosta de dormir e de caçar ratos
um cachorro: um animal que vive com as pessoas e é um amigo fiel
uma vaca: um animal grande da fazenda que dá leite
um cavalo: um animal grande em que as pessoas montam
um pássaro: um animal com penas e asas
um peixe: um animal que vive e respira na água
uma abelha: um inseto que faz mel
uma borboleta: um inseto de asas grandes e coloridas
um elefante: um animal muito grande com uma tromba comprida
um leão: um grande felino que vive na África
um sapo: um animal pequeno que pula e vive perto da água
uma baleia: o maior animal do mar
uma onça: um grande felino das matas do Brasil
uma árvore: uma planta alta com tronco, galhos e folhas
uma flor: a parte da planta que tem cores e faz sementes
uma semente: uma coisinha de onde nasce uma planta
uma folha: uma parte fina e verde da planta
uma floresta: um lugar grande cheio de árvores
um rio: água que corre pela terra até o mar
um lago: muita água com terra em volta
uma montanha: um pedaço de terra muito alto
uma ilha: um pedaço de terra com água em volta
uma praia: um lugar de areia ao lado do mar
um deserto: um lugar muito seco, com pouca chuva
uma nuvem: um monte de gotinhas de água no céu
uma estrela: uma bola enorme de gás quente que brilha
um planeta: um corpo grande e redondo que gira em volta de uma estrela
um arco-íris: uma faixa de cores no céu, feita de sol e chuva
uma tempestade: um tempo ruim, com vento forte e chuva
um vulcão: uma montanha que pode lançar rocha derretida
uma casa: uma construção onde as pessoas moram
um quarto: uma parte da casa onde as pessoas dormem
uma porta: uma coisa que se abre para entrar
uma janela: uma abertura com vidro que deixa entrar a luz
uma cozinha: o lugar da casa onde se faz comida
uma cama: um lugar macio para dormir
uma mesa: um móvel plano com pernas para comer ou trabalhar
uma cadeira: um móvel para sentar
uma lâmpada: uma coisa que dá luz
um espelho: um vidro em que você se vê
uma chave: uma coisinha que abre uma fechadura
um relógio: uma coisa que mostra as horas
um livro: muitas páginas com palavras ou figuras para ler
uma carta: uma mensagem em papel que se manda a alguém
uma caneta: uma coisa para escrever
uma colher: uma coisa para tomar sopa
uma faca: uma ferramenta que corta
um copo: uma coisa para beber água ou suco
uma garrafa: uma coisa que guarda água ou outra bebida
uma bolsa: uma coisa para carregar outras coisas
um guarda-chuva: uma coisa que protege você da chuva
um casaco: uma roupa quente para usar na rua
um sapato: uma coisa que se usa no pé
um chapéu: uma coisa que se usa na cabeça
um carro: uma máquina de quatro rodas que leva pessoas
uma bicicleta: um veículo de duas rodas movido pelos pés
um ônibus: um carro grande que leva muitas pessoas
um trem: uma fila de vagões que anda sobre trilhos
um barco: uma coisa que leva pessoas sobre a água
um avião: uma máquina com asas que voa
um computador: uma máquina que trabalha com números, palavras e imagens
um telefone: uma coisa para falar com quem está longe
uma câmera: uma coisa que tira fotos
um rádio: uma máquina que toca vozes e músicas
uma escola: um lugar onde as pessoas aprendem
um hospital: um lugar onde quem está doente recebe ajuda
uma biblioteca: um lugar com muitos livros para ler e pegar emprestado
uma loja: um lugar onde se compram coisas
uma fazenda: um lugar onde se plantam alimentos e se criam animais
um jardim: um lugar com plantas e flores
um parque: um lugar verde na cidade para passear e brincar
uma cidade: um lugar onde mora muita gente
uma rua: um caminho na cidade com casas dos lados
uma ponte: um caminho por cima de um rio ou de uma rua
uma feira: um lugar onde se vendem frutas e verduras
um museu: uma casa cheia de coisas antigas ou bonitas
um médico: uma pessoa que cuida de quem está doente
um professor: uma pessoa que ajuda os outros a aprender
um padeiro: uma pessoa que faz pão
um cozinheiro: uma pessoa que prepara a comida
um motorista: uma pessoa que dirige um carro ou ônibus
um amigo: uma pessoa de quem você gosta e em quem confia
um vizinho: uma pessoa que mora perto de você
uma família: um grupo de pessoas ligadas pelo carinho
uma criança: uma pessoa que ainda é pequena
uma canção: palavras e música para cantar
um jogo: algo que as pessoas jogam para se divertir
uma história: um conto sobre coisas que aconteceram ou foram inventadas
uma palavra: um pedacinho da língua que quer dizer algo
uma pergunta: uma frase que pede uma resposta
um sonho: imagens e histórias na cabeça enquanto você dorme
um segredo: uma coisa que pouca gente sabe
um presente: uma coisa que você dá para deixar alguém feliz
uma maçã: uma fruta redonda que nasce em árvores
uma banana: uma fruta amarela e comprida
uma laranja: uma fruta redonda e cheia de suco
uma cenoura: um legume laranja e comprido
uma batata: um legume que cresce embaixo da terra
um ovo: uma coisa redonda que a galinha põe
uma sopa: um prato quente que se toma com colher
uma salada: um prato frio de verduras frescas
um bolo: um doce para festas
uma mão: a parte do corpo no fim do braço
um coração: a parte do corpo que faz o sangue andar
um nariz: a parte do rosto que sente cheiros
um olho: a parte do corpo que vê
uma boca: a parte do rosto que come e fala
um pé: a parte do corpo em que ficamos de pé`

const things: Topic[] = thingRows.split('\n').map((row) => {
  const colon = row.indexOf(':')
  const a = row.slice(0, colon)
  const noun = a.replace(/^uma? /, '')
  return {
    ask: [
      `o que é ${a}?`,
      `o que [significa|quer dizer] ${noun}?`,
      `[me diga|diga|me fala] o que é ${a}`,
      `[defina|explique] ${noun}`,
      `o que você sabe sobre ${a}?`,
      `[você pode |por favor, |]explicar o que é ${a}[?|]`,
      `[me |]fale sobre ${a}`,
      `${a} é o quê?`,
      `explique o que é ${a}`
    ],
    answer: [`${capitalised(a)} é ${row.slice(colon + 2)}.`]
  }
})

// substance or idea with its article: sentence
const ideaRows = `a água: A água é um líquido transparente. Todos os seres vivos precisam dela.
o pão: O pão é um alimento feito de farinha, água e sal.
o leite: O leite é uma bebida branca que vem da vaca.
o queijo: O queijo é um alimento feito de leite.
o mel: O mel é um alimento doce que as abelhas fazem das flores.
o açúcar: O açúcar é um pó branco e doce.
o sal: O sal é um pó branco que dá sabor à comida.
o arroz: O arroz é um grão branco e pequeno que se cozinha.
o feijão: O feijão é um grão que se cozinha com água e tempero.
o café: O café é uma bebida quente e escura feita de grãos torrados.
o chá: O chá é uma bebida feita de folhas e água quente.
a fruta: A fruta é a parte doce da planta que guarda as sementes.
a neve: A neve é água congelada que cai das nuvens no inverno.
o gelo: O gelo é água congelada. É duro e frio.
o fogo: O fogo é quente e brilhante. Queima a madeira e precisa de ar.
o vento: O vento é ar em movimento.
a chuva: A chuva é água que cai das nuvens.
o ar: O ar é o que respiramos. Não dá para ver.
a luz: A luz nos deixa ver. Vem do sol ou de uma lâmpada.
a música: A música é um som gostoso de ouvir.
o amor: O amor é um sentimento profundo e quente por alguém.
a amizade: A amizade é gostar, confiar e ajudar um ao outro.
a felicidade: A felicidade é um sentimento bom e quente.
o medo: O medo é sentir que algo ruim pode acontecer.
a saudade: A saudade é a falta que sentimos de alguém ou de um lugar.
o tempo: O tempo é o que o relógio mede: segundos, horas e dias.
o dinheiro: O dinheiro é o que se usa para comprar coisas.
o trabalho: O trabalho é o que as pessoas fazem para criar ou ganhar algo.
o sono: O sono é o descanso do corpo e da mente.
a memória: A memória é guardar o que aconteceu para lembrar depois.
a linguagem: A linguagem é como as pessoas trocam ideias com palavras.
o sol: O sol é a estrela que nos dá luz e calor.
a lua: A lua é uma bola de rocha que gira em volta da Terra.
a Terra: A Terra é o planeta em que vivemos.
o céu: O céu é o que vemos acima de nós: ar, nuvens, sol e estrelas.
o mar: O mar é uma grande porção de água salgada.
a noite: A noite é o tempo escuro entre a tarde e a manhã.
o verão: O verão é a estação mais quente do ano.
o inverno: O inverno é a estação mais fria do ano.
a primavera: A primavera é a estação em que as flores nascem.
o outono: O outono é a estação em que as folhas caem.
o café da manhã: O café da manhã é a primeira refeição do dia.
o almoço: O almoço é a refeição do meio do dia.
o jantar: O jantar é a refeição da noite.
o Brasil: O Brasil é um país muito grande da América do Sul. Lá se fala português.
Portugal: Portugal é um país da Europa, ao lado do mar.
a internet: A internet liga computadores do mundo inteiro.
a eletricidade: A eletricidade é a força que liga lâmpadas e máquinas.
o papel: O papel é um material fino para escrever. É feito de madeira.
o vidro: O vidro é duro e transparente. É feito de areia.
a madeira: A madeira é o material duro das árvores.
o ouro: O ouro é um metal amarelo que vale muito.
a lã: A lã é o pelo macio da ovelha. Com ela se fazem roupas quentes.`

const ideas: Topic[] = ideaRows.split('\n').map((row) => {
  const colon = row.indexOf(':')
  const the = row.slice(0, colon)
  const noun = the.replace(/^[oa] /, '')
  return {
    ask: [
      `o que é ${the}?`,
      `o que é ${noun}?`,
      `o que [significa|quer dizer] ${noun}?`,
      `[me diga|diga|me fala] o que é ${the}`,
      `[defina|explique] ${the}`,
      `o que você sabe sobre ${the}?`,
      `[me |]fale sobre ${the}`,
      `${noun} é o quê?`,
      `explique o que é ${the}`
    ],
    answer: [row.slice(colon + 2)]
  }
})

const why: Topic[] = [
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

const howTo: Topic[] = [
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

export const portugueseWorld: TopicGroup[] = [
  { name: 'things', weight: 7, topics: [...things, ...ideas] },
  { name: 'why', weight: 4, topics: why },
  { name: 'howTo', weight: 4, topics: howTo }
]
