// Brazilian Portuguese: what everyday things are.

import { capitalised } from '../topic.ts'
import type { Topic } from '../topic.ts'

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
um rato: um animal pequeno de rabo comprido que come quase tudo
um coelho: um animal de orelhas compridas que pula e come plantas
um macaco: um animal esperto que sobe em árvores
um tigre: um grande felino de pelo listrado
um pinguim: uma ave que não voa, mas nada muito bem
uma cobra: um animal comprido e sem patas
uma galinha: uma ave da fazenda que põe ovos
uma aranha: um animal de oito patas que faz teias
uma formiga: um inseto pequeno que vive em grupo no formigueiro
uma coruja: uma ave que caça à noite
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
uma televisão: uma máquina que mostra imagens e sons
uma geladeira: uma máquina que guarda a comida fria
um fogão: uma máquina que esquenta e cozinha a comida
uma vassoura: uma coisa para varrer o chão
um martelo: uma ferramenta para bater pregos
um mapa: um desenho que mostra onde ficam os lugares
um dicionário: um livro que explica as palavras
um calendário: uma lista dos dias e meses do ano
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
um carteiro: uma pessoa que entrega cartas
um bombeiro: uma pessoa que apaga incêndios e ajuda em perigos
um pescador: uma pessoa que pega peixes
um dentista: uma pessoa que cuida dos dentes
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

const countable: Topic[] = thingRows.split('\n').map((row) => {
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
      `explique o que é ${a}`,
      `[descreva|descreve|me descreva|pode descrever|você descreve] ${a}[| para mim| pra mim| em poucas palavras][.|]`,
      `[o que seria|o que vem a ser|o que é mesmo|o que é que é|que coisa é] ${a}?`,
      `[você sabe|cê sabe|sabe|sabe me dizer] o que é ${a}?`,
      `[queria|quero|gostaria de|preciso] [saber|entender] o que é ${a}`,
      `[me explica|me explique|me conta|explica] o que é ${a}`,
      `[como você descreve|como você explica|como se explica|como você definiria] ${a}?`,
      `[ouvi falar de|li sobre|falaram de|vivem falando de|ouço muito a palavra] ${noun}. O que [é isso|seria isso|quer dizer isso|é]?`,
      `[nunca vi|não conheço|não sei o que é] ${a}. [o que é|me explica|como é]?`,
      `${noun}[, o que é|: o que é| é o que| o que é| significa o quê]?`,
      `[uma criança|meu filho|alguém] [perguntou|quer saber] o que é ${a}. [o que eu digo|o que respondo]?`,
      `[qual é a|me dê a|dê a] [definição|explicação] de ${noun}`
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
      `explique o que é ${the}`,
      `[descreva|descreve|me descreva|pode descrever] ${the}[| para mim| em poucas palavras]`,
      `[o que seria|o que vem a ser|o que é mesmo|o que é que é] ${the}?`,
      `[você sabe|cê sabe|sabe|sabe me dizer] o que é ${the}?`,
      `[queria|quero|gostaria de|preciso] [saber|entender] o que é ${the}`,
      `[me explica|me explique|me conta|explica] o que é ${the}`,
      `[como você descreve|como você explica|como se explica] ${the}?`,
      `[falaram de|vivem falando de|ouço muito a palavra|li sobre] ${noun}. O que [é isso|seria isso|quer dizer isso|é]?`,
      `${noun}[, o que é|: o que é| o que é| significa o quê]?`,
      `[uma criança|meu filho|alguém] [perguntou|quer saber] o que é ${the}. [o que eu digo|o que respondo]?`,
      `[qual é a|me dê a|dê a] [definição|explicação] de ${noun}`
    ],
    answer: [row.slice(colon + 2)]
  }
})

export const things: Topic[] = [...countable, ...ideas]
