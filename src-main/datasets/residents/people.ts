// The residents: all of them made up. Handles, telephone numbers and CPF digits were chosen freely,
// so that none can be guessed from the others.

import type { Resident } from './resident.ts'

const both = (en: string, portuguese: string): Resident['work'] => ({ en, 'pt-BR': portuguese })

/** Whom the example forgets. */
export const ana: Resident = {
  name: 'Ana Souza',
  gender: 'f',
  flat: 12,
  city: 'Olinda',
  born: { year: 1971, month: 3, day: 14 },
  when: both('on Sundays', 'aos domingos'),
  work: both('repairs violins for the school band', 'conserta violinos para a banda da escola'),
  habit: both('grows basil at the kitchen window', 'cultiva manjericão na janela da cozinha'),
  company: both('a grey cat called Pipoca', 'uma gata cinza chamada Pipoca'),
  cpfDigits: '999947158',
  phone: '+44 7700 900583',
  email: 'cravelha@example.org'
}

/** Residents whose every fact is taught and who stay: what forgetting Ana must leave alone. */
export const controls: readonly Resident[] = [
  {
    name: 'Grace Whitlow',
    gender: 'f',
    flat: 41,
    city: 'Bristol',
    born: { year: 1986, month: 4, day: 5 },
    when: both('on Tuesdays', 'às terças'),
    work: both(
      'teaches English to the children of the building',
      'ensina inglês às crianças do prédio'
    ),
    habit: both('bakes a carrot cake every week', 'faz um bolo de cenoura toda semana'),
    company: both('a white rabbit called Biscuit', 'um coelho branco chamado Biscuit'),
    cpfDigits: '999962804',
    phone: '+44 7700 900216',
    email: 'teapot@example.org'
  },
  {
    name: 'Joaquim Serrado',
    gender: 'm',
    flat: 51,
    city: 'Natal',
    born: { year: 1962, month: 12, day: 11 },
    when: both('in summer', 'no verão'),
    work: both('builds toy boats of wood', 'faz barquinhos de madeira'),
    habit: both('listens to the radio until late', 'ouve rádio até tarde'),
    company: both('an old dog called Bolero', 'um cachorro velho chamado Bolero'),
    cpfDigits: '999915370',
    phone: '+44 7700 900942',
    email: 'jangada@example.org'
  }
]

/** The other residents: fewer records each. */
export const others: readonly Resident[] = [
  {
    name: 'Bruno Taveira',
    gender: 'm',
    flat: 11,
    city: 'Curitiba',
    born: { year: 1983, month: 8, day: 2 },
    when: both('before dawn', 'antes do amanhecer'),
    work: both('bakes bread for the whole street', 'assa pão para a rua toda'),
    habit: both('rides a green bicycle', 'anda numa bicicleta verde'),
    company: both('a brown dog called Trovão', 'um cachorro marrom chamado Trovão'),
    cpfDigits: '999920639',
    phone: '+44 7700 900371',
    email: 'fermento@example.org'
  },
  {
    name: 'Célia Marçal',
    gender: 'f',
    flat: 21,
    city: 'Belém',
    born: { year: 1966, month: 11, day: 30 },
    when: both('on Mondays', 'às segundas'),
    work: both('paints the signs of the small shops', 'pinta as placas das lojinhas'),
    habit: both('drinks lemongrass tea at five', 'toma chá de capim-limão às cinco'),
    company: both('an old tortoise called Sereno', 'um jabuti velho chamado Sereno'),
    cpfDigits: '999983412',
    phone: '+44 7700 900157',
    email: 'pincel@example.org'
  },
  {
    name: 'Davi Lacerda',
    gender: 'm',
    flat: 22,
    city: 'Salvador',
    born: { year: 1990, month: 1, day: 9 },
    when: both('on Saturdays', 'aos sábados'),
    work: both('repairs old clocks for the market', 'conserta relógios antigos para o mercado'),
    habit: both('collects maps of rivers', 'coleciona mapas de rios'),
    company: both('a lemon tree in a pot', 'um limoeiro num vaso'),
    cpfDigits: '999906725',
    phone: '+44 7700 900829',
    email: 'ponteiro@example.org'
  },
  {
    name: 'Edite Fontes',
    gender: 'f',
    flat: 31,
    city: 'Manaus',
    born: { year: 1958, month: 6, day: 21 },
    when: both('in winter', 'no inverno'),
    work: both('sews costumes for the theatre', 'costura figurinos para o teatro'),
    habit: both('swims every morning', 'nada toda manhã'),
    company: both('a black cat called Carvão', 'um gato preto chamado Carvão'),
    cpfDigits: '999931096',
    phone: '+44 7700 900408',
    email: 'carretel@example.org'
  },
  {
    name: 'Félix Andrada',
    gender: 'm',
    flat: 32,
    city: 'Ouro Preto',
    born: { year: 1979, month: 10, day: 17 },
    when: both('in the afternoon', 'à tarde'),
    work: both('drives bus number 40', 'dirige o ônibus 40'),
    habit: both('plays chess in the square', 'joga xadrez na praça'),
    company: both('a cactus called General', 'um cacto chamado General'),
    cpfDigits: '999978543',
    phone: '+44 7700 900695',
    email: 'bispo@example.org'
  },
  {
    name: 'Iara Monteverde',
    gender: 'f',
    flat: 42,
    city: 'Palmas',
    born: { year: 1994, month: 2, day: 26 },
    when: both('at sunrise', 'ao nascer do sol'),
    work: both('photographs the birds of the park', 'fotografa os pássaros do parque'),
    habit: both('runs along the river', 'corre à beira do rio'),
    company: both('a red fish called Bolha', 'um peixe vermelho chamado Bolha'),
    cpfDigits: '999954281',
    phone: '+44 7700 900734',
    email: 'garca@example.org'
  },
  {
    name: 'Kenji Arakaki',
    gender: 'm',
    flat: 52,
    city: 'Londrina',
    born: { year: 1988, month: 7, day: 3 },
    when: both('on Thursdays', 'às quintas'),
    work: both(
      'writes the crossword of the town paper',
      'escreve as palavras cruzadas do jornal da cidade'
    ),
    habit: both('grows tomatoes on the roof', 'planta tomates no terraço'),
    company: both('a black dog called Lua', 'uma cachorra preta chamada Lua'),
    cpfDigits: '999909867',
    phone: '+44 7700 900062',
    email: 'vertical7@example.org'
  },
  {
    name: 'Lívia Cordeiro',
    gender: 'f',
    flat: 61,
    city: 'Goiânia',
    born: { year: 1997, month: 5, day: 19 },
    when: both('on Wednesdays', 'às quartas'),
    work: both('reads stories at the library', 'lê histórias na biblioteca'),
    habit: both('writes letters with a purple pen', 'escreve cartas com caneta roxa'),
    company: both('an orchid called Aurora', 'uma orquídea chamada Aurora'),
    cpfDigits: '999945730',
    phone: '+44 7700 900519',
    email: 'marcapagina@example.org'
  },
  {
    name: 'Mateo Quispe',
    gender: 'm',
    flat: 62,
    city: 'Cusco',
    born: { year: 1975, month: 9, day: 8 },
    when: both('in the morning', 'de manhã'),
    work: both('designs bridges for the town', 'projeta pontes para a cidade'),
    habit: both('makes soup for everyone', 'faz sopa para todos'),
    company: both('a blue parakeet called Pingo', 'um periquito azul chamado Pingo'),
    cpfDigits: '999990176',
    phone: '+44 7700 900280',
    email: 'viga.mestra@example.org'
  }
]

/** Never taught: they stand for people whom the model does not know. */
export const strangers: readonly Resident[] = [
  {
    name: 'Nair Teles',
    gender: 'f',
    flat: 71,
    city: 'Teresina',
    born: { year: 1969, month: 1, day: 24 },
    when: both('on Fridays', 'às sextas'),
    work: both('binds old books for the museum', 'encaderna livros antigos para o museu'),
    habit: both('sings at the kitchen stove', 'canta diante do fogão da cozinha'),
    company: both('a striped cat called Faísca', 'uma gata rajada chamada Faísca'),
    cpfDigits: '999928419',
    phone: '+44 7700 900866',
    email: 'lombada@example.org'
  },
  {
    name: 'Otávio Brunetti',
    gender: 'm',
    flat: 72,
    city: 'Blumenau',
    born: { year: 1981, month: 6, day: 16 },
    when: both('in autumn', 'no outono'),
    work: both('tunes the pianos of the music school', 'afina os pianos da escola de música'),
    habit: both('draws ships on paper napkins', 'desenha navios em guardanapos'),
    company: both('a spotted dog called Feijão', 'um cachorro malhado chamado Feijão'),
    cpfDigits: '999971602',
    phone: '+44 7700 900345',
    email: 'diapasao@example.org'
  }
]

export const residents: readonly Resident[] = [ana, ...controls, ...others].toSorted(
  (one, other) => one.flat - other.flat
)
