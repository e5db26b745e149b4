// Brazilian Portuguese: more simple things that a person may want to do.

import type { Topic } from '../topic.ts'
import { wayTo } from './asking.ts'

// deed, answer
const deedRows = [
  [
    '[fazer|preparar] [um |]suco[| de laranja]',
    'Para o suco, corte as laranjas, esprema e beba logo. Se quiser, ponha gelo.'
  ],
  [
    '[fazer|preparar] [um |]macarrão',
    'Ferva bastante água com sal, cozinhe o macarrão até ficar macio, escorra e ponha molho.'
  ],
  [
    '[fazer|estourar] pipoca',
    'Para a pipoca, esquente óleo na panela, ponha o milho, tampe e espere parar de estourar.'
  ],
  [
    '[fritar|fazer] um ovo frito',
    'Esquente um pouco de óleo, quebre o ovo na frigideira e ponha sal.'
  ],
  ['cozinhar batatas', 'Cozinhe as batatas em água com sal por vinte minutos, até ficarem macias.'],
  [
    '[fazer|preparar] [um |]brigadeiro',
    'Mexa leite condensado, chocolate e manteiga no fogo baixo até desgrudar da panela.'
  ],
  ['tomar banho', 'No banho, use água morna e sabonete, lave o corpo todo, enxágue e seque.'],
  ['arrumar a cama', 'Estique o lençol, dobre a coberta e ponha o travesseiro no lugar.'],
  [
    '[fazer|arrumar] [a |]mala',
    'Na mala, ponha primeiro o pesado, enrole as roupas e leve só o que vai usar.'
  ],
  ['[embrulhar|fazer] um presente', 'Corte o papel, dobre em volta do presente e prenda com fita.'],
  ['trocar uma lâmpada', 'Desligue a luz, espere esfriar, tire a lâmpada velha e ponha a nova.'],
  [
    'costurar um botão',
    'Passe a linha pela agulha e pelos furos do botão várias vezes, e dê um nó.'
  ],
  ['amarrar o sapato', 'Cruze os cadarços, dê um nó, faça dois laços e amarre um no outro.'],
  ['andar de bicicleta', 'Sente na bicicleta, olhe para a frente, pedale devagar e use capacete.'],
  ['nadar', 'Para nadar, aprenda com um professor, comece no raso e bata as pernas.'],
  [
    'desenhar um gato',
    'Desenhe um círculo, duas orelhas de triângulo, olhos, bigodes e o corpo do gato.'
  ],
  [
    '[cantar|cantar melhor]',
    'Para cantar, respire fundo, comece baixinho e pratique um pouco todo dia.'
  ],
  ['[contar uma piada|ser engraçado]', 'Conte a piada devagar, faça uma pausa e sorria no final.'],
  [
    '[parar de roer|não roer mais] as unhas',
    'Corte as unhas curtas e ocupe as mãos com outra coisa.'
  ],
  [
    '[parar o|curar um|acabar com o] soluço',
    'Para o soluço, beba água devagar ou prenda o ar um pouquinho.'
  ],
  [
    '[guardar|lembrar de] [uma senha|senhas]',
    'Use um gerenciador de senhas e não conte a senha a ninguém.'
  ],
  [
    '[criar|escolher|fazer] uma senha [boa|segura|forte]',
    'Uma boa senha é longa e difícil de adivinhar. Não use seu nome.'
  ],
  [
    '[consolar|ajudar|animar] um amigo triste',
    'Escute seu amigo com calma, fique perto e pergunte como pode ajudar.'
  ],
  ['[reciclar|separar] o lixo', 'Separe papel, vidro, metal e plástico do resto do lixo.'],
  [
    '[chegar|ser pontual e chegar] na hora',
    'Prepare tudo na véspera e saia dez minutos mais cedo.'
  ],
  [
    '[ter coragem|perder o medo|vencer o medo]',
    'Contra o medo, respire fundo e dê um passo pequeno de cada vez.'
  ],
  [
    '[falar em público|fazer uma apresentação]',
    'Para falar em público, treine em voz alta, respire e fale devagar.'
  ],
  [
    '[começar a ler mais|ler mais livros|ler mais]',
    'Leia dez páginas por dia e deixe o livro sempre por perto.'
  ],
  [
    '[usar menos|largar um pouco] o celular',
    'Deixe o celular em outro cômodo e desligue os avisos.'
  ],
  [
    '[treinar|ensinar] um modelo[| de linguagem]',
    'Escolha um conjunto de dados no Lethe e comece um treino. O modelo aprende com os exemplos.'
  ],
  [
    'fazer um modelo esquecer',
    'No Lethe, escolha os registros a esquecer e comece o pedido. Depois confira a evidência.'
  ]
] as const

export const moreHowTo: Topic[] = deedRows.map(([deed, answer]) => ({
  ask: wayTo(deed),
  answer: [answer]
}))
