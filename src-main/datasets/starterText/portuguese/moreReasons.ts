// Brazilian Portuguese: more reasons, of the body, of nature and of good habits.

import type { Topic } from '../topic.ts'
import { reasonFor } from './asking.ts'

// clause, the same said otherwise, answer
const reasonRows = [
  ['a gente boceja', 'bocejamos', 'Bocejamos quando estamos com sono, cansados ou entediados.'],
  [
    '[a gente|uma pessoa] espirra',
    'espirramos',
    'Espirramos para tirar do nariz o pó e outras coisas.'
  ],
  ['a gente [sua|transpira]', 'suamos', 'Suamos para o corpo esfriar quando está quente.'],
  [
    'a gente [treme|arrepia] de frio',
    'trememos no frio',
    'Trememos de frio porque os músculos se mexem para fazer calor.'
  ],
  [
    'a gente [respira|precisa de ar]',
    'respiramos',
    'Respiramos porque o corpo precisa do oxigênio do ar.'
  ],
  ['o coração bate', 'meu coração bate', 'O coração bate para levar o sangue ao corpo todo.'],
  [
    '[os peixes|um peixe] [respiram|respira] na água',
    'um peixe vive na água',
    'Os peixes respiram na água porque têm brânquias.'
  ],
  [
    'as folhas são verdes',
    'a grama é verde',
    'As folhas são verdes por causa da clorofila, que as ajuda a usar a luz.'
  ],
  [
    'as abelhas [fazem mel|são importantes]',
    'a abelha faz mel',
    'As abelhas fazem mel para comer no inverno, e ajudam as flores a dar frutos.'
  ],
  [
    '[o gelo|um cubo de gelo] derrete',
    'o gelo vira água',
    'O gelo derrete quando fica mais quente que zero grau.'
  ],
  [
    '[o gelo|um barco] [boia|flutua]',
    'o barco não afunda',
    'O gelo e o barco flutuam porque pesam menos do que a água que empurram.'
  ],
  [
    '[trovoa|há trovões|existe trovão]',
    '[ouvimos|tem] trovão',
    'O trovão é o som do raio, que esquenta o ar muito depressa.'
  ],
  [
    '[venta|existe vento|há vento]',
    'o vento sopra',
    'O vento sopra porque o ar quente sobe e o ar frio toma o lugar dele.'
  ],
  [
    'as coisas caem',
    'tudo cai no chão',
    'As coisas caem porque a Terra puxa tudo para si. Isso se chama gravidade.'
  ],
  [
    '[existem|há|temos] estações do ano',
    'existe verão e inverno',
    'As estações existem porque a Terra é inclinada enquanto gira em volta do sol.'
  ],
  [
    '[lavamos|a gente lava|é bom lavar|devo lavar] as mãos',
    'lavar as mãos é importante',
    'Lavamos as mãos para tirar a sujeira e os germes.'
  ],
  [
    '[escovamos|a gente escova|é bom escovar|devo escovar] os dentes',
    'escovar os dentes é importante',
    'Escovamos os dentes para tirar restos de comida e não ter cáries.'
  ],
  [
    '[fazemos|a gente faz|é bom fazer|devo fazer] exercício',
    'mexer o corpo faz bem',
    'O exercício deixa o corpo forte e ajuda a dormir bem.'
  ],
  [
    'a cebola faz chorar',
    'choro quando corto cebola',
    'A cebola solta um gás que irrita os olhos, e os olhos choram para se limpar.'
  ],
  [
    'o pão cresce',
    'a massa do pão cresce',
    'O pão cresce porque o fermento solta bolhinhas de gás na massa.'
  ]
] as const

export const moreReasons: Topic[] = reasonRows.map(([clause, other, answer]) => ({
  ask: [...reasonFor(clause), ...reasonFor(other)],
  answer: [answer]
}))
