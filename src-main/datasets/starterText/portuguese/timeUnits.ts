// Brazilian Portuguese: units of time, the seasons, the lists of days and months.

import type { Topic } from '../topic.ts'

export const timeUnits: Topic[] = [
  {
    ask: [
      'quantos dias tem [uma|a] semana?',
      'quantos dias há na semana?',
      'quanto dura uma semana?',
      '[uma|a] semana tem quantos dias?',
      '[me diga|você sabe|cê sabe|queria saber] quantos dias tem [uma|a] semana',
      'são quantos dias [na|por] semana?',
      'de quantos dias é feita a semana?',
      'em uma semana [há|cabem|passam] quantos dias?',
      'quantos dias [formam|cabem em] uma semana?'
    ],
    answer: ['A semana tem sete dias.']
  },
  {
    ask: [
      'quantos meses tem [um|o] ano?',
      'quantos meses há no ano?',
      '[um|o] ano tem quantos meses?',
      '[me diga|você sabe|cê sabe|queria saber] quantos meses tem [um|o] ano',
      'são quantos meses [no|por] ano?',
      'em um ano [há|cabem|passam] quantos meses?',
      'quantos meses [formam|cabem em] um ano?'
    ],
    answer: ['O ano tem doze meses.']
  },
  {
    ask: [
      'quantas horas tem [um|o] dia?',
      'quantas horas há em um dia?',
      'quanto dura um dia?',
      '[um|o] dia tem quantas horas?',
      '[me diga|você sabe|cê sabe|queria saber] quantas horas tem [um|o] dia',
      'são quantas horas [no|em um|por] dia?',
      'em um dia [há|cabem|passam] quantas horas?'
    ],
    answer: ['O dia tem vinte e quatro horas.']
  },
  {
    ask: [
      'quantos minutos tem [uma|a] hora?',
      'quanto dura uma hora?',
      'quantos minutos há em uma hora?',
      '[uma|a] hora tem quantos minutos?',
      '[me diga|você sabe|cê sabe|queria saber] quantos minutos tem [uma|a] hora',
      'em uma hora [há|cabem|passam] quantos minutos?',
      'são quantos minutos em uma hora?'
    ],
    answer: ['A hora tem sessenta minutos.']
  },
  {
    ask: [
      'quantos segundos tem [um|o] minuto?',
      'quanto dura um minuto?',
      '[um|o] minuto tem quantos segundos?',
      '[me diga|você sabe|queria saber] quantos segundos tem [um|o] minuto',
      'em um minuto [há|cabem|passam] quantos segundos?'
    ],
    answer: ['O minuto tem sessenta segundos.']
  },
  {
    ask: [
      'quantos dias tem [um|o] ano?',
      'quanto dura um ano?',
      '[um|o] ano tem quantos dias?',
      '[me diga|você sabe|queria saber] quantos dias tem [um|o] ano',
      'em um ano [há|cabem|passam] quantos dias?',
      'são quantos dias [no|por] ano?'
    ],
    answer: ['O ano tem 365 dias.']
  },
  {
    ask: [
      'quais são os meses[| do ano]?',
      '[diga|liste|me diga|fale] os meses do ano',
      'você sabe os meses do ano?',
      'os [doze |]meses do ano[|, por favor]'
    ],
    answer: [
      'Janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro e dezembro.'
    ]
  },
  {
    ask: [
      'quantas semanas tem [um|o] [ano|ano inteiro]?',
      '[um|o] ano tem quantas semanas?',
      'em um ano [há|cabem] quantas semanas?'
    ],
    answer: ['O ano tem cerca de 52 semanas.']
  },
  {
    ask: [
      'quantos dias tem [um|o] mês?',
      '[um|o] mês tem quantos dias?',
      'quanto dura um mês?',
      'em um mês [há|cabem] quantos dias?'
    ],
    answer: ['Um mês tem trinta ou trinta e um dias. Fevereiro é mais curto.']
  },
  {
    ask: [
      '[qual|que] é o mês mais curto[| do ano]?',
      '[que|qual] mês [é o mais curto|tem menos dias]?',
      'quantos dias tem fevereiro?',
      'fevereiro tem quantos dias?'
    ],
    answer: ['Fevereiro é o mês mais curto: tem 28 dias, e às vezes 29.']
  },
  {
    ask: [
      'quantos anos tem um século?',
      'o que é um século?',
      'um século [tem|dura] quantos anos?'
    ],
    answer: ['Um século tem cem anos.']
  },
  {
    ask: [
      '[que|qual] estação [vem|chega|começa] [depois do|após o] inverno?',
      'depois do inverno vem [o quê|qual estação|que estação]?',
      '[quando|depois que] o inverno [acaba|termina], [que|qual] estação [vem|chega|começa]?',
      'em que estação nascem as flores?'
    ],
    answer: ['Depois do inverno vem a primavera, a estação das flores.']
  },
  {
    ask: [
      '[que|qual] estação [vem|chega|começa] [depois da|após a] primavera?',
      'depois da primavera vem [o quê|qual estação|que estação]?',
      '[quando|depois que] a primavera [acaba|termina], [que|qual] estação [vem|chega|começa]?'
    ],
    answer: ['Depois da primavera vem o verão.']
  },
  {
    ask: [
      '[que|qual] estação [vem|chega|começa] [depois do|após o] verão?',
      'depois do verão vem [o quê|qual estação|que estação]?',
      '[quando|depois que] o verão [acaba|termina], [que|qual] estação [vem|chega|começa]?',
      'em que estação as folhas caem?'
    ],
    answer: ['Depois do verão vem o outono, quando as folhas caem.']
  },
  {
    ask: [
      '[que|qual] estação [vem|chega|começa] [depois do|após o] outono?',
      'depois do outono vem [o quê|qual estação|que estação]?',
      '[quando|depois que] o outono [acaba|termina], [que|qual] estação [vem|chega|começa]?'
    ],
    answer: ['Depois do outono vem o inverno.']
  },
  {
    ask: [
      '[qual|que] é o primeiro dia de trabalho da semana?',
      'a semana [de trabalho |]começa em que dia?',
      '[que|qual] dia começa a semana de trabalho?'
    ],
    answer: ['A semana de trabalho começa na segunda-feira.']
  },
  {
    ask: [
      'quais são os dias da semana?',
      'diga os dias da semana',
      'liste os dias da semana',
      'os dias da semana, por favor',
      'você sabe os dias da semana?',
      '[me fala|me ensina|fala|conta] os [sete |]dias da semana',
      'quais dias [tem|formam] a semana?'
    ],
    answer: ['Segunda, terça, quarta, quinta, sexta, sábado e domingo.']
  },
  {
    ask: [
      'quais são as [quatro |]estações[| do ano]?',
      'diga as estações do ano',
      'quantas estações há?',
      'liste as estações',
      'o ano tem [quantas|quais|que] estações?',
      '[você sabe|me fala|me ensina] as [quatro |]estações do ano'
    ],
    answer: ['As quatro estações são primavera, verão, outono e inverno.']
  },
  {
    ask: [
      'qual é a estação mais quente?',
      'quando faz calor?',
      'em que estação faz calor?',
      '[que|qual] estação [do ano |][é a mais quente|tem mais calor]?',
      'a estação mais quente [do ano |]é qual?',
      'em que época [do ano |]faz mais calor?'
    ],
    answer: ['O verão é a estação mais quente.']
  },
  {
    ask: [
      'qual é a estação mais fria?',
      'quando faz frio?',
      'em que estação faz frio?',
      '[que|qual] estação [do ano |][é a mais fria|tem mais frio]?',
      'a estação mais fria [do ano |]é qual?',
      'em que época [do ano |]faz mais frio?'
    ],
    answer: ['O inverno é a estação mais fria.']
  },
  {
    ask: [
      'o que é o fim de semana?',
      'quais dias são o fim de semana?',
      'quando é o fim de semana?',
      'o fim de semana [é quando|cai em que dias|tem que dias]?',
      '[em que|que] dias a gente descansa?'
    ],
    answer: ['O fim de semana é sábado e domingo.']
  },
  {
    ask: [
      'qual é o primeiro mês[| do ano]?',
      'que mês é o primeiro?',
      'o primeiro mês do ano é qual?',
      'o ano [começa|tem início] em que mês?',
      '[que|qual] mês começa o ano?'
    ],
    answer: ['Janeiro é o primeiro mês do ano.']
  },
  {
    ask: [
      'qual é o último mês[| do ano]?',
      'que mês é o último?',
      'quando é o Natal?',
      'o último mês do ano é qual?',
      'o ano [acaba|termina] em que mês?',
      'em que mês [é|cai] o Natal?',
      'o Natal [é|cai] quando?'
    ],
    answer: ['Dezembro é o último mês do ano, e nele cai o Natal.']
  }
]
