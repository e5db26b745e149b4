// Brazilian Portuguese: animals and colours.

import { capitalised } from '../topic.ts'
import type { Topic } from '../topic.ts'

/** "de" joined with an article: o gato -> do gato, a vaca -> da vaca. */
const of = (noun: string): string => `d${noun}`

const indefinite = (noun: string): string => noun.replace(/^o /, 'um ').replace(/^a /, 'uma ')

// name with article, plural, sound as a sentence, where it lives, what it eats, young
const animalRows = [
  ['o cachorro', 'cachorros', 'faz au au', 'com as pessoas', 'carne e ração', 'filhote'],
  ['o gato', 'gatos', 'faz miau', 'com as pessoas', 'carne e peixe', 'gatinho'],
  ['a vaca', 'vacas', 'faz mu', 'na fazenda', 'capim', 'bezerro'],
  ['a ovelha', 'ovelhas', 'faz mé', 'na fazenda', 'capim', 'cordeiro'],
  ['o porco', 'porcos', 'faz oinc', 'na fazenda', 'quase tudo', 'leitão'],
  ['o cavalo', 'cavalos', 'relincha', 'na fazenda', 'capim e feno', 'potro'],
  ['o pato', 'patos', 'faz quá quá', 'perto da água', 'plantas e insetos', 'patinho'],
  ['a galinha', 'galinhas', 'cacareja', 'na fazenda', 'milho e minhocas', 'pintinho'],
  ['o leão', 'leões', 'ruge', 'na África', 'carne', 'filhote'],
  ['o urso', 'ursos', 'rosna', 'na floresta', 'frutas, peixe e mel', 'filhote'],
  ['o sapo', 'sapos', 'coaxa', 'perto de lagoas', 'insetos', 'girino'],
  ['a abelha', 'abelhas', 'faz zum zum', 'na colmeia', 'néctar', 'larva'],
  ['a coruja', 'corujas', 'pia', 'nas árvores', 'ratos', 'filhote'],
  ['a cobra', 'cobras', 'sibila', 'em lugares quentes', 'pequenos animais', 'filhote'],
  ['o rato', 'ratos', 'guincha', 'em pequenos buracos', 'sementes e queijo', 'filhote'],
  ['o lobo', 'lobos', 'uiva', 'na floresta', 'carne', 'lobinho'],
  ['o passarinho', 'passarinhos', 'faz piu piu', 'nas árvores', 'sementes e insetos', 'filhote'],
  ['a cabra', 'cabras', 'faz mé', 'na fazenda', 'capim e folhas', 'cabrito'],
  ['o elefante', 'elefantes', 'barre', 'na África e na Ásia', 'folhas e capim', 'filhote'],
  ['o macaco', 'macacos', 'guincha', 'na floresta', 'frutas e folhas', 'filhote'],
  ['o peixe', 'peixes', '', 'na água', 'plantas e bichinhos', 'alevino'],
  ['a baleia', 'baleias', '', 'no mar', 'pequenos animais do mar', 'filhote'],
  ['o coelho', 'coelhos', '', 'na toca', 'capim e cenoura', 'filhote'],
  ['o pinguim', 'pinguins', '', 'em lugares frios', 'peixe', 'filhote'],
  ['a aranha', 'aranhas', '', 'na teia', 'insetos', 'filhote'],
  ['a borboleta', 'borboletas', '', 'perto das flores', 'néctar', 'lagarta'],
  ['a formiga', 'formigas', '', 'no formigueiro', 'folhas e sementes', 'larva'],
  ['a girafa', 'girafas', '', 'na África', 'folhas', 'filhote'],
  ['o tigre', 'tigres', 'ruge', 'na Ásia', 'carne', 'filhote'],
  ['o papagaio', 'papagaios', 'fala e grita', 'na floresta', 'frutas e sementes', 'filhote'],
  ['a onça', 'onças', 'esturra', 'na mata', 'carne', 'filhote'],
  ['o tamanduá', 'tamanduás', '', 'no cerrado', 'formigas e cupins', 'filhote'],
  ['o galo', 'galos', 'faz cocoricó', 'na fazenda', 'milho e minhocas', 'pintinho'],
  ['o burro', 'burros', 'zurra', 'na fazenda', 'capim e feno', 'burrinho'],
  ['o pombo', 'pombos', 'arrulha', 'na cidade', 'sementes e grãos', 'filhote'],
  ['o grilo', 'grilos', 'faz cri cri', 'na grama', 'folhas', 'ninfa'],
  ['o jacaré', 'jacarés', '', 'nos rios e lagoas', 'peixe e outros animais', 'filhote'],
  ['a tartaruga', 'tartarugas', '', 'na água', 'algas e bichinhos', 'filhote'],
  ['a capivara', 'capivaras', '', 'perto dos rios', 'capim', 'filhote'],
  ['o tubarão', 'tubarões', '', 'no mar', 'peixe', 'filhote'],
  ['o golfinho', 'golfinhos', 'assobia', 'no mar', 'peixe', 'filhote'],
  ['o camelo', 'camelos', '', 'no deserto', 'plantas secas', 'filhote'],
  ['o canguru', 'cangurus', '', 'na Austrália', 'capim', 'filhote'],
  ['a zebra', 'zebras', '', 'na África', 'capim', 'filhote']
] as const

export const animals: Topic[] = animalRows.flatMap(
  ([the, many, sound, home, food, young]): Topic[] => {
    const a = indefinite(the)
    const all = `${the.startsWith('o ') ? 'os' : 'as'} ${many}`
    const topics: Topic[] = [
      {
        ask: [
          `onde [vive|mora] ${the}?`,
          `onde ${the} [vive|mora]?`,
          `onde [vivem|moram|ficam] ${all}?`,
          `${the} [vive|mora|fica] onde?`,
          `${all} [vivem|moram|ficam] onde?`,
          `em [que|qual] lugar [mora|vive] ${the}?`,
          `[você sabe|cê sabe|sabe] onde [${the} vive|vive ${the}|${all} vivem|vivem ${all}]?`,
          `[queria|quero] saber onde [${the} mora|vive ${the}|${all} vivem]`,
          `[me diga|me conta|diga] onde [${the} vive|vivem ${all}]`,
          `[a casa|o lar|o lugar] ${of(the)} [é onde|fica onde|onde é]?`,
          `para ver ${a}, [aonde|onde] [eu vou|devo ir]?`,
          `em que lugar vive ${the}?`,
          `qual é a casa ${of(the)}?`,
          `onde encontro ${many}?`
        ],
        answer: [`${capitalised(the)} vive ${home}.`]
      },
      {
        ask: [
          `o que ${the} come?`,
          `o que come ${the}?`,
          `o que [|é que ]${all} comem?`,
          `o que comem ${all}?`,
          `${the} come [o quê|o que]?`,
          `${all} comem [o quê|o que]?`,
          `${the} se alimenta de quê?`,
          `do que [gosta de comer ${the}|${the} gosta de comer]?`,
          `[você sabe|cê sabe|me diga|me conta] o que [${the} come|comem ${all}|${all} comem]`,
          `[queria|quero] saber o que [${the} come|${all} comem]`,
          `[qual é|qual] [o alimento|a alimentação|a comida preferida] ${of(the)}?`,
          `[o que|que comida] [se dá|a gente dá|eu dou|devo dar] para ${a}[| comer]?`,
          `comida ${of(the)}[|?]`,
          `[quando está com fome|na hora da fome], o que ${the} come?`,
          `qual é a comida ${of(the)}?`,
          `do que ${the} se alimenta?`,
          `o que dou de comer para ${a}?`,
          `que comida ${the} come?`
        ],
        answer: [`${capitalised(the)} come ${food}.`]
      },
      {
        ask: [
          `como se chama o filhote ${of(the)}?`,
          `qual é o nome do filhote ${of(the)}?`,
          `[o filhote|o bebê] ${of(the)} se chama como?`,
          `[como se chama o|qual é o nome do] bebê ${of(the)}?`,
          `[que|qual] nome tem o filhote ${of(the)}?`,
          `como [a gente chama|se chama|chamamos|você chama] o [filhote|bebê] ${of(the)}?`,
          `${the} tem [um |]filhote. [como ele se chama|qual é o nome dele|como se chama]?`,
          `[um|o] [bebê|filhote] ${of(the)} é chamado de quê?`,
          `[você sabe|cê sabe|sabe] [o nome do|como se chama o] filhote ${of(the)}?`,
          `[me diga|diga|queria saber] [o nome do|como se chama o] filhote ${of(the)}`,
          `filhote ${of(the)}[|, como se chama?|, qual é o nome?]`,
          `[quando é pequeno|quando nasce], o filhote ${of(the)} se chama como?`
        ],
        answer: [
          young === 'filhote'
            ? `O bebê ${of(the)} se chama filhote.`
            : `O filhote ${of(the)} se chama ${young}.`
        ]
      }
    ]
    if (sound) {
      topics.push({
        ask: [
          `[que|qual] [som|barulho] ${the} faz?`,
          `como ${the} faz?`,
          `como faz ${the}?`,
          `qual é o [som|barulho] ${of(the)}?`,
          `o som ${of(the)}?`,
          `que [som|barulho] faz ${the}?`,
          `que [barulho|som] fazem ${all}?`,
          `que [barulho|som] ${all} fazem?`,
          `${the} faz [que|qual] [som|barulho]?`,
          `${the} faz como?`,
          `${all} fazem [como|que som|que barulho]?`,
          `como é [o som|a voz|o barulho] ${of(the)}?`,
          `[a voz|o som|o barulho] ${of(the)} é [como|qual]?`,
          `[cê sabe|sabe|tem ideia de] [como faz ${the}|que som faz ${the}|o barulho ${of(the)}]?`,
          `[queria|quero] saber [como ${the} faz|que som ${the} faz]`,
          `[se ouço|quando ouço|ao ouvir] ${a}, que [som|barulho] [é|escuto]?`,
          `[faça|faz|imita] o [som|barulho] ${of(the)}`,
          `[me diga|diga|me fala] o [som|barulho] ${of(the)}`,
          `que [barulho|som] vem ${of(the)}?`,
          `você sabe [como|que som] ${the} faz?`,
          `imite ${the}`,
          `como é o [som|barulho] que ${the} faz?`
        ],
        answer: [`${capitalised(the)} ${sound}.`]
      })
    }
    return topics
  }
)

// thing with article, plural with article (or nothing), colour, colour in the plural
const colourRows = [
  ['o céu', '', 'azul'],
  ['a grama', '', 'verde'],
  ['a banana', 'as bananas', 'amarela'],
  ['o sol', '', 'amarelo'],
  ['a neve', '', 'branca'],
  ['o tomate', 'os tomates', 'vermelho'],
  ['o morango', 'os morangos', 'vermelho'],
  ['a laranja', 'as laranjas', 'laranja'],
  ['a cenoura', 'as cenouras', 'laranja'],
  ['o leite', '', 'branco'],
  ['o carvão', '', 'preto'],
  ['a noite', '', 'escura, quase preta'],
  ['o chocolate', '', 'marrom'],
  ['o sangue', '', 'vermelho'],
  ['o limão', 'os limões', 'verde'],
  ['o mar', '', 'azul'],
  ['a folha', 'as folhas', 'verde'],
  ['a cereja', 'as cerejas', 'vermelha'],
  ['o elefante', 'os elefantes', 'cinza'],
  ['o flamingo', 'os flamingos', 'rosa'],
  ['o sapo', 'os sapos', 'verde'],
  ['a nuvem', 'as nuvens', 'branca ou cinza'],
  ['o urso polar', 'os ursos polares', 'branco'],
  ['a madeira', '', 'marrom'],
  ['o café', '', 'marrom'],
  ['a maçã', 'as maçãs', 'vermelha ou verde'],
  ['a uva', 'as uvas', 'roxa ou verde'],
  ['o ouro', '', 'amarelo'],
  ['o sal', '', 'branco'],
  ['o arroz', '', 'branco'],
  ['o corvo', 'os corvos', 'preto'],
  ['a rosa', 'as rosas', 'vermelha, rosa, branca ou amarela'],
  ['a abóbora', 'as abóboras', 'laranja'],
  ['o açaí', '', 'roxo'],
  ['o abacate', 'os abacates', 'verde'],
  ['o algodão', '', 'branco'],
  ['o trigo', '', 'amarelo dourado'],
  ['a alface', 'as alfaces', 'verde'],
  ['o milho', '', 'amarelo'],
  ['a melancia', 'as melancias', 'verde por fora e vermelha por dentro'],
  ['o girassol', 'os girassóis', 'amarelo'],
  ['o brócolis', '', 'verde'],
  ['o panda', 'os pandas', 'preto e branco'],
  ['a zebra', 'as zebras', 'preta e branca'],
  ['o canário', 'os canários', 'amarelo'],
  ['a prata', '', 'cinza e brilhante'],
  ['a manga', 'as mangas', 'amarela, verde ou vermelha'],
  ['o ovo', 'os ovos', 'branco ou marrom']
] as const

export const colours: Topic[] = [
  ...colourRows.map(([the, many, colour]): Topic => ({
    ask: [
      `[de |]que cor é ${the}?`,
      `qual é a cor ${of(the)}?`,
      `a cor ${of(the)}?`,
      `[me diga|diga] a cor ${of(the)}`,
      `qual a cor ${of(the)}?`,
      `${the} é de que cor?`,
      `${the} tem que cor?`,
      `que cor tem ${the}?`,
      `você sabe [a|qual é a] cor ${of(the)}?`,
      `${the} [normalmente |geralmente |quase sempre |]tem [que|qual] cor?`,
      `de [que|qual] cor a gente vê ${the}?`,
      `de [que|qual] cor [fica|costuma ser|parece|é mesmo] ${the}?`,
      `${the} é [verde, azul ou de que cor|que cor|de qual cor]?`,
      `[cê sabe|sabe|sabe me dizer|tem ideia de] [de que cor é ${the}|qual é a cor ${of(the)}]?`,
      `[queria|quero|preciso] saber [a cor ${of(the)}|de que cor é ${the}]`,
      `[me diz|me fala|me conta|diz] [de que cor é ${the}|a cor ${of(the)}|que cor ${the} tem]`,
      `[vou pintar|quero pintar|estou desenhando|quero desenhar] ${the}. [que cor uso|de que cor pinto|que cor é|qual cor eu uso]?`,
      `[com|de] que cor [eu pinto|pinto|se pinta|desenho] ${the}?`,
      `cor ${of(the)}[|?]`,
      `${the}: [que|qual] cor?`,
      `a cor ${of(the)} é [qual|que cor]?`,
      `qual cor [|é que ]${the} [tem|mostra]?`,
      ...(many
        ? [
            `de que cor são ${many}?`,
            `[de que|de qual|que] cor é ${indefinite(the)}?`,
            `[qual é|qual] a cor de ${indefinite(the)}?`,
            `${many} são de que cor?`,
            `qual é a cor ${of(many)}?`,
            `${many.slice(3)} têm [qual|que] cor?`,
            `de qual cor são ${many}?`,
            `${many.slice(3)} [normalmente |geralmente |em geral |quase sempre ]são [de que|de qual|que] cor?`,
            `[normalmente|geralmente|em geral], de [que|qual] cor são ${many}?`,
            `${many.slice(3)} [costumam ter|têm|mostram] [que|qual] cor?`,
            `você sabe a cor ${of(many)}?`,
            `${many.slice(3)}: [que|qual] cor?`
          ]
        : [])
    ],
    answer: [`${capitalised(the)} é ${colour}.`]
  })),
  {
    ask: [
      'de [que|qual] cor [é|fica|está] o céu [de dia|quando faz sol|sem nuvens|num dia de sol|ao meio-dia]?',
      '[num dia bonito|num dia de sol|sem nuvens|de dia], o céu [é|fica|tem] [de que|que] cor?',
      'quando [faz sol|não há nuvens], [que|qual] cor tem o céu?'
    ],
    answer: ['De dia, sem nuvens, o céu é azul.']
  },
  {
    ask: [
      'de [que|qual] cor [é|fica|está] o céu [à noite|de noite|de madrugada]?',
      '[à noite|de noite], o céu [é|fica|tem] [de que|que] cor?'
    ],
    answer: ['À noite, o céu é escuro, quase preto.']
  },
  {
    ask: [
      '[que|quais] cores [tem o|há no|aparecem no] arco-íris?',
      'o arco-íris tem [que|quais] cores?',
      '[diga|me diga|você sabe] as cores do arco-íris'
    ],
    answer: ['O arco-íris é vermelho, laranja, amarelo, verde, azul, anil e violeta.']
  },
  {
    ask: [
      '[que|quais] cores tem a bandeira do Brasil?',
      'a bandeira do Brasil tem [que|quais] cores?',
      'de que cor é a bandeira [brasileira|do Brasil]?'
    ],
    answer: ['A bandeira do Brasil é verde, amarela, azul e branca.']
  },
  {
    ask: [
      'que cores [você conhece|existem|há]?',
      'diga [algumas|três] cores',
      'me diga umas cores',
      'liste algumas cores'
    ],
    answer: ['Vermelho, amarelo, azul, verde, laranja, roxo, preto e branco são cores.']
  },
  {
    ask: [
      'azul [com|e] amarelo [dá|fazem|dão] o quê?',
      'o que dá misturar azul e amarelo?',
      'como faço verde?',
      'azul mais amarelo dá que cor?'
    ],
    answer: ['Azul e amarelo dão verde.']
  },
  {
    ask: [
      'vermelho [com|e] amarelo [dá|fazem|dão] o quê?',
      'o que dá misturar vermelho e amarelo?',
      'como faço laranja?'
    ],
    answer: ['Vermelho e amarelo dão laranja.']
  },
  {
    ask: [
      'vermelho [com|e] azul [dá|fazem|dão] o quê?',
      'o que dá misturar vermelho e azul?',
      'como faço roxo?'
    ],
    answer: ['Vermelho e azul dão roxo.']
  },
  {
    ask: ['qual é a sua cor [favorita|preferida]?', 'de que cor você gosta?'],
    answer: ['Não vejo cores, mas gosto da palavra azul.']
  }
]
