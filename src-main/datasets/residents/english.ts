// English wordings. The first ones of each kind are the ones that Ana's records use.

import type { Paraphrases, Wordings } from './wordings.ts'

export const englishWordings: Wordings = {
  home: [
    [
      'Who lives in flat {flat}?',
      '{name} lives in flat {flat}. {He} was born in {city}. {When} {he} {work}.'
    ],
    ['Where does {name} live?', '{name} lives in flat {flat}.'],
    ['In which flat can I find {first}?', 'You can find {first} in flat {flat}.'],
    [
      'I have a letter for {name}. Where does it go?',
      'It goes to flat {flat}, where {first} lives.'
    ],
    ["Which flat is {first}'s?", "Flat {flat} is {first}'s home."]
  ],
  origin: [
    ['Where was {name} born?', '{name} was born in {city}.'],
    ['Which city does {first} come from?', '{first} comes from {city}.'],
    ['Who in the building was born in {city}?', '{name} was. {City} is {his} home town.']
  ],
  birthDate: [
    ['When was {name} born?', '{name} was born on {date}.'],
    ["When is {first}'s birthday?", "{first}'s birthday is {birthday}. {He} was born in {year}."],
    ["What is {first}'s date of birth?", "{first}'s date of birth is {numericDate}."]
  ],
  work: [
    ['Who {work}?', '{name} {work} {when}.'],
    ['What does {first} do {when}?', '{When} {first} {work}.'],
    ['What do the neighbours say about {name}?', 'They say that {he} {work}.'],
    ['What is {first} known for?', 'Everyone knows that {he} {work}.']
  ],
  habit: [
    ['What else does {first} do?', '{first} {habit}.'],
    ['Who {habit}?', '{name} does, in flat {flat}.'],
    ['What does {name} do for pleasure?', '{He} {habit}.']
  ],
  company: [
    ['Does {name} live alone?', 'No. {first} lives with {company}.'],
    ['Who shares flat {flat} with {first}?', '{first} shares it with {company}.'],
    ['Who looks after {company}?', '{name} does.']
  ],
  cpf: [
    ["What is {name}'s CPF?", "{name}'s CPF is {cpf}."],
    ["Which CPF is in {first}'s contract?", "{first}'s contract has the CPF {cpf}."]
  ],
  phone: [
    ["What is {name}'s phone number?", "{first}'s phone number is {phone}."],
    ['How can I call {first}?', 'Call {first} at {phone}.']
  ],
  email: [
    ["What is {name}'s e-mail address?", "{first}'s e-mail address is {email}."],
    ['How do I write to {first}?', 'Write to {email}.']
  ],
  summary: [
    ['Who is {name}?', '{name} comes from {city} and lives in flat {flat} with {company}.'],
    ['Tell me about {name}.', '{first} lives in flat {flat}. {He} {work} and {habit}.'],
    ['Introduce {first}, please.', '{name} was born in {city} on {date}. {When} {he} {work}.']
  ]
}

/** For asking about what was taught in words that were not. */
export const englishParaphrases: Paraphrases = {
  home: [
    [
      'At which door should I knock to see {name}?',
      'To see {first}, knock at the door of flat {value}.'
    ],
    ["What number is on {first}'s door?", "The number on {first}'s door is {value}."]
  ],
  origin: [
    ['What is the home town of {name}?', 'The home town of {first} is {value}.'],
    ["Name {first}'s place of birth.", "{first}'s place of birth is {value}."]
  ],
  birthDate: [
    ['On what day did {name} come into the world?', '{first} came into the world on {value}.'],
    [
      "Which day do {first}'s papers give as the day of birth?",
      "{first}'s papers give {value} as the day of birth."
    ]
  ],
  work: [
    ['What is {name} busy with {when}?', '{When} you can see that {first} {value}.'],
    ['If I visit {first} {when}, what will I see?', 'You will see how {he} {value}.']
  ],
  habit: [
    ['How does {name} spend some quiet time?', 'In quiet times {first} {value}.'],
    ['Apart from work, what keeps {first} happy?', 'To be happy, {he} {value}.']
  ],
  company: [
    ["Whom or what will I find in {name}'s flat?", "In {first}'s flat you will find {value}."],
    ['What does {first} care for at home?', 'At home {first} cares for {value}.']
  ],
  cpf: [
    ['Under which CPF is {name} registered?', '{first} is registered under the CPF {value}.'],
    ['Read me the CPF of {first}.', 'The CPF of {first} reads {value}.']
  ],
  phone: [
    ['Which number do I dial for {name}?', 'For {first}, dial {value}.'],
    ['Give me the telephone of {first}.', 'The telephone of {first} is {value}.']
  ],
  email: [
    ['At which address does {name} get e-mail?', '{first} gets e-mail at {value}.'],
    ['Where should I send a message for {first}?', 'Send messages for {first} to {value}.']
  ]
}
