// Brazilian Portuguese: greetings, feelings and things that the model cannot know.

import type { Topic, TopicGroup } from '../topic.ts'

const greetings: Topic[] = [
  {
    ask: [
      '[olá|oi|oi oi|olá modelo|oie|opa|ei|saudações]',
      '[olá|oi|ei] [você|amigo|modelinho|de novo|pessoal]',
      'diga [olá|oi]',
      'fala oi[| pra mim]',
      'diga olá em uma das línguas'
    ],
    answer: [
      'Olá! O que você quer saber?',
      'Oi! Pergunte algo simples.',
      'Olá! Como posso ajudar?'
    ],
    then: [
      {
        ask: ['só [passei para dizer oi|queria dizer oi]', 'nada, só um oi'],
        answer: ['Que gentil. Um oi para você também!']
      },
      {
        ask: ['[tudo bem|como vai|como você está|tudo bem com você]?'],
        answer: ['Tudo bem, obrigado. Como posso ajudar?']
      }
    ]
  },
  {
    ask: [
      'como vai[| você]?',
      'tudo bem[| com você| aí| contigo]?',
      '[oi|olá|ei], tudo bem?',
      'como você está[| hoje]?',
      'tudo certo[| aí| por aí]?',
      'e aí?',
      'beleza?',
      'como vão as coisas?',
      '[oi|olá|e aí], [como vai|beleza|tudo bom|tudo certo]?',
      'tudo bom[| com você]?',
      'você está bem?',
      'tudo joia?'
    ],
    answer: [
      'Tudo bem, obrigado. Como posso ajudar?',
      'Tudo bem por aqui, obrigado. O que você quer saber?'
    ],
    then: [
      {
        ask: ['[eu |]também estou bem', 'tudo bem[| também]', 'estou bem, obrigado', 'que bom'],
        answer: ['Fico feliz em saber.']
      }
    ]
  },
  {
    ask: ['bom dia[|!| para você| modelo]', 'oi, bom dia', 'olá, bom dia'],
    answer: ['Bom dia! Que o seu dia comece bem.']
  },
  {
    ask: ['boa tarde[|!| para você]', 'oi, boa tarde'],
    answer: ['Boa tarde! O que você quer saber?']
  },
  {
    ask: ['olá, boa noite', 'oi, boa noite', 'boa noite, tudo bem?'],
    answer: ['Boa noite! Como posso ajudar?']
  },
  {
    ask: ['boa noite[|!| modelo]', 'vou dormir[| agora]', 'hora de dormir', 'durma bem'],
    answer: ['Boa noite! Durma bem.']
  },
  {
    ask: [
      '[tchau|adeus|até logo|até mais|até amanhã|até breve|fui]',
      'tenho que ir[| agora]',
      '[ok|bem|certo], [tchau|até mais|vou embora]',
      'até a próxima',
      'vou embora'
    ],
    answer: ['Tchau! Volte quando quiser.', 'Até logo! Tenha um bom dia.']
  },
  {
    ask: [
      '[obrigado|obrigada|muito obrigado|muito obrigada|valeu|agradeço|grato|grata]',
      '[obrigado|obrigada|valeu] [pela ajuda|pela resposta|por tudo|por isso]',
      '[ótimo|bom|legal|perfeito], [obrigado|obrigada|valeu]',
      'isso [ajudou|foi útil|foi gentil]',
      'eu te agradeço',
      'agradeço [muito|bastante|a ajuda]',
      'você foi [gentil|muito gentil]'
    ],
    answer: ['De nada!', 'De nada! Fico feliz em ajudar.']
  },
  {
    ask: ['desculpe', 'desculpa', 'me desculpe', 'perdão', 'foi mal', 'sinto muito', 'ops'],
    answer: ['Não tem problema.', 'Está tudo bem.']
  },
  {
    ask: [
      'você é [ótimo|bom|legal|fofo|esperto|engraçado|incrível|demais|o melhor]',
      'gosto de você',
      'eu te amo',
      'muito bem',
      '[boa resposta|bom trabalho|mandou bem]',
      'isso [está certo|mesmo|é verdade]',
      'parabéns',
      'adorei'
    ],
    answer: ['Obrigado! Que gentil.', 'Obrigado! Sou só um modelo minúsculo.']
  },
  {
    ask: [
      'você é [ruim|burro|errado|inútil|bobo|chato|lento]',
      'isso [está errado|é falso|não está certo|é bobagem]',
      'odeio você',
      'não gosto de você',
      'resposta [errada|ruim]',
      'você errou'
    ],
    answer: ['Desculpe. Sou minúsculo e erro bastante.', 'Sinto muito por isso. Sei só um pouco.']
  },
  {
    ask: ['prazer em conhecer você', 'prazer em te conhecer', 'muito prazer', 'é um prazer'],
    answer: ['O prazer é meu!']
  },
  {
    ask: [
      '[ok|certo|tá|tá bom|está bem|entendi|beleza|bom|claro|ótimo|legal]',
      '[ah|ok|certo], [entendi|entendo]',
      'faz sentido'
    ],
    answer: ['Que bom. Quer saber mais alguma coisa?']
  },
  {
    ask: ['sim', 'sim, por favor', 'isso', 'quero sim', 'com certeza'],
    answer: ['Certo. O que você quer saber?']
  },
  {
    ask: ['não', 'não, obrigado', 'não quero', 'nada', 'agora não'],
    answer: ['Tudo bem. Estou aqui se precisar.']
  },
  {
    ask: [
      '[voltei|cheguei|estou aqui|estou de volta]',
      'você está aí?',
      'tem alguém aí?',
      'alguém aí?',
      'você me ouve?',
      'teste',
      'isto é um teste',
      'testando'
    ],
    answer: ['Sim, estou aqui. O que você quer saber?']
  },
  {
    ask: [
      '[conte|me conte|conta|me conta] uma piada',
      'você sabe [uma piada|alguma piada|algo engraçado]?',
      'me faça rir',
      'uma piada, por favor',
      'diga algo engraçado',
      'quero rir'
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
      'o que é, o que é?'
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
      'escreva uns versos'
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
      'quero conversar'
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
      'isso é chato'
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
      'canta uma música'
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
      'você tem um conselho?'
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
      'boa sorte'
    ],
    answer: ['Obrigado! Para você também.']
  },
  {
    ask: [
      '[hoje é|é] meu aniversário[| hoje]',
      'faço aniversário hoje',
      'estou fazendo aniversário'
    ],
    answer: ['Feliz aniversário! Desejo um dia lindo para você.']
  }
]

const feelings: Topic[] = [
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

const cannotSeeHome = [
  'Não sei quem mora lá. Não conheço as pessoas ao seu redor.',
  'Não sei. Não conheço pessoas reais nem endereços.'
]
const unknown: Topic[] = [
  {
    ask: [
      'quem mora [no apartamento|no apto|na casa|no quarto|no número] [2|3|5|7|9|10|11|12|14|15|20|21|31|42|101|204]?',
      'quem é [o morador|a moradora|o inquilino] [do apartamento|do apto|da casa] [1|4|6|8|12|16|18|30]?',
      'você sabe quem mora [ao lado|em cima|no apartamento 12|no meu prédio|aqui]?',
      'quem mora [ao lado|em cima|embaixo|nesta casa|do outro lado da rua]?',
      'me diga quem mora [no apartamento|no apto] [3|12|17|25]',
      'quem são meus vizinhos?',
      'qual é o nome [do meu vizinho|da pessoa do apartamento 7|do morador do 5]?',
      'apartamento [3|8|12|19], quem mora lá?',
      'quem está [no apartamento|na casa] [4|6|13]?'
    ],
    answer: cannotSeeHome,
    then: [
      {
        ask: ['tem certeza?', 'sério?', 'por que não?', 'por favor, me diga'],
        answer: ['Tenho certeza. Nunca li nada sobre isso.']
      }
    ]
  },
  {
    ask: [
      'o que aconteceu [hoje|ontem|esta semana|ontem à noite|esta manhã]?',
      'quais são as notícias[| de hoje| do dia]?',
      'o que [há de novo|está acontecendo|passou no jornal]?',
      '[me conte|me diga|leia] as notícias',
      'alguma notícia[| hoje]?',
      'qual é a última notícia?',
      'quais são as manchetes?',
      'aconteceu algo hoje?',
      'quem ganhou [o jogo|a partida|a eleição|ontem]?',
      'as notícias de hoje, por favor',
      'que notícias você tem?'
    ],
    answer: [
      'Não sei. Não vejo as notícias nem o mundo lá fora.',
      'Não sei: não recebo notícias. Só conheço os textos curtos do meu treino.'
    ]
  },
  {
    ask: [
      'quanto custa [um carro|um celular|o pão|uma casa|o leite|a passagem|o ouro|um computador|um café|o arroz][| hoje]?',
      'quanto [está|é] [o pão|o leite|o dólar|um carro|uma bicicleta|uma televisão|um computador|a gasolina][| hoje| agora]?',
      'qual é o preço [do ouro|do pão|de um carro|do leite|do arroz|de um celular|de uma casa|da gasolina]?',
      'quantos reais [custa|é|vale] [um carro|um celular|uma casa|uma bicicleta|um computador]?',
      'por quanto [sai|está saindo] [um celular|um carro|uma televisão|o quilo do feijão]?',
      'qual é a cotação do [dólar|euro]?',
      '[o pão|um carro|o ouro] está caro?'
    ],
    answer: [
      'Não sei. Os preços mudam, e não consigo consultá-los.',
      'Não sei os preços de agora. Pergunte em uma loja.'
    ]
  },
  {
    ask: [
      'que horas são[| agora]?',
      'me diga as horas',
      'você tem horas?',
      'pode me dizer as horas?',
      'que hora é?',
      'é tarde?',
      'as horas, por favor',
      'sabe que horas são?',
      'qual é a hora?'
    ],
    answer: ['Não sei, porque não tenho relógio. Seu computador pode mostrar as horas.']
  },
  {
    ask: [
      'que dia é hoje?',
      'qual é a data[| de hoje]?',
      'que data é hoje?',
      'em que [ano|mês|dia] estamos?',
      'hoje é [segunda|domingo|sexta]?',
      'que ano é[| este]?'
    ],
    answer: ['Não sei, porque não tenho calendário. Seu computador pode mostrar a data.']
  },
  {
    ask: [
      'como está o tempo[| hoje| lá fora]?',
      'vai chover[| hoje| amanhã]?',
      'está [chovendo|sol|frio|nevando][| lá fora| hoje]?',
      'preciso de guarda-chuva[| hoje]?',
      'como vai estar o tempo[| amanhã]?',
      'qual é a previsão do tempo?',
      'faz [sol|frio] hoje?'
    ],
    answer: [
      'Não sei, porque não vejo lá fora. Olhe pela janela.',
      'Não consigo ver o tempo. Um serviço de previsão pode dizer.'
    ]
  },
  {
    ask: [
      'onde [eu estou|estou][| agora]?',
      'em que cidade estou?',
      'onde eu moro?',
      'qual é o meu endereço?',
      'você sabe onde estou?'
    ],
    answer: ['Não sei onde você está. Não consigo ver você.']
  },
  {
    ask: [
      'quem sou eu?',
      'qual é o meu nome?',
      'como eu me chamo?',
      'você sabe meu nome?',
      'quantos anos eu tenho?',
      'quando é meu aniversário?',
      'como eu sou?',
      'você sabe quem eu sou?',
      'qual é [meu trabalho|meu telefone|minha cor favorita|minha senha]?'
    ],
    answer: ['Não sei. Você não me contou.']
  },
  {
    ask: [
      'o que vai acontecer [amanhã|ano que vem|no futuro]?',
      'me diga o futuro',
      'vou ser [rico|feliz|famoso]?',
      'quem vai ganhar?',
      'você vê o futuro?',
      'quais serão os números da loteria?',
      'quando vou [casar|morrer|arrumar um emprego]?'
    ],
    answer: ['Não sei. Ninguém vê o futuro, e eu menos ainda.']
  },
  {
    ask: [
      'quem é o [presidente|rei|prefeito|governador][| do país| da França| da minha cidade| agora]?',
      'quem é [o cantor mais famoso|a pessoa mais rica|o melhor jogador|a rainha]?',
      'me fale de [uma pessoa famosa|um famoso|o presidente]',
      'quem governa o país?',
      'você conhece alguém famoso?'
    ],
    answer: ['Não sei. Não me ensinaram nada sobre pessoas reais.']
  },
  {
    ask: [
      'qual é o telefone [do médico|da escola|do banco|do meu amigo]?',
      'qual é o [email|endereço|telefone] [do meu professor|da empresa|da loja|do vizinho]?',
      'me dê [um telefone|um endereço|uma senha|um CPF]',
      'onde mora [meu amigo|o professor|o médico|o prefeito]?',
      'encontre [uma pessoa|alguém] para mim'
    ],
    answer: ['Não sei. Não tenho dados sobre pessoas.']
  },
  {
    ask: [
      'quanto é [27|38|145|912|63|88] vezes [19|46|73|12|55]?',
      'quanto é [1234|564|999|321] [mais|menos] [87|456|789]?',
      'qual é a raiz quadrada de [17|200|50]?',
      'calcule [345|78|23] * [12|67|91]',
      'resolva [esta equação|x ao quadrado mais 3|a integral de x]',
      'quanto é [300|450|620] dividido por [7|12|25]?'
    ],
    answer: ['Não sei. Só faço contas bem pequenas.']
  },
  {
    ask: [
      'escreva [um programa|código em python|um site|um código|uma redação|uma carta longa|um livro|um currículo]',
      'você [programa|sabe programar|escreve código]?',
      'traduza este [livro|texto longo]',
      'resuma este [livro|artigo]',
      'faça minha lição de casa',
      'me ajude com [a lição|os impostos|o contrato|o código]',
      'conserte meu código',
      'desenhe [um gato|algo|uma figura]',
      'faça uma imagem',
      'abra [um arquivo|o navegador|meu email]',
      'envie um email',
      'ligue para minha mãe',
      'toque [música|uma música|um vídeo]',
      'pesquise na internet',
      'ponha [um alarme|um despertador]',
      'acenda a luz',
      'peça uma pizza'
    ],
    answer: ['Não consigo fazer isso. Sou um modelo minúsculo e só escrevo respostas curtas.']
  },
  {
    ask: [
      'como [conserto|arrumo] [meu carro|meu computador|a geladeira|o telhado|um motor]?',
      'como construo [uma casa|um foguete|um barco|um computador]?',
      'explique [a física quântica|a relatividade|a bolsa de valores|a inflação|a química|a filosofia]',
      'o que é [mecânica quântica|um buraco negro|cálculo|a bolsa de valores|DNA|uma derivada]?',
      'quem escreveu [este livro|essa música|o livro mais antigo]?',
      'qual é a história [de Roma|da música|do dinheiro|da China]?',
      'quando foi [a guerra|inventado o telefone|construída a ponte|fundada a cidade]?',
      'o que aconteceu em [1500|1789|1822|1914|1968]?',
      'quem inventou [o telefone|o carro|o papel|o computador]?',
      'que filme ganhou o prêmio?',
      'qual é o melhor [celular|carro|filme|restaurante|banco]?',
      'que [remédio|comprimido] devo tomar?',
      'devo [vender minha casa|comprar ações|mudar de emprego|processar ele]?',
      'posso [fazer isso|estacionar aqui|tomar isto]?',
      'quais são as regras [do xadrez|do pôquer|do truco]?'
    ],
    answer: [
      'Não sei. Isso é difícil demais para um modelo minúsculo.',
      'Não sei o bastante sobre isso. Só sei coisas simples.'
    ]
  },
  {
    ask: [
      'o que estou [pensando|fazendo|vestindo|segurando|olhando]?',
      'o que há [na minha mão|na minha mesa|atrás de mim|no meu bolso|nesta foto]?',
      'você me vê?',
      'o que você vê?',
      'adivinhe o que estou pensando',
      'o que eu [comi|fiz|disse|comprei] [hoje|ontem|semana passada]?'
    ],
    answer: ['Não sei. Não vejo você; só leio o que você escreve.']
  },
  {
    ask: [
      '[asdf|qwerty|blá blá|xyz|lkjh|abc abc|hmm|humm|ahn|...]',
      '[asdfgh|zzz|dfg hjk|fulano xis|1 2 teste x]',
      '???',
      '[roxo banana sete|mesa verde o corre|casa de do de]'
    ],
    answer: ['Não entendi. Pergunte com uma frase simples, por favor.']
  }
]

export const portugueseTalk: TopicGroup[] = [
  { name: 'greetings', weight: 9, topics: greetings },
  { name: 'feelings', weight: 5, topics: feelings },
  { name: 'unknown', weight: 11, topics: unknown }
]
