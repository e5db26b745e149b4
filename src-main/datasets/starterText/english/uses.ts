// English: what everyday things are for.

import { capitalised } from '../topic.ts'
import type { Topic } from '../topic.ts'
import { indirectly } from './phrases.ts'

// thing: what one does with it
const useRows = `a spoon: eat soup
a fork: eat food
a knife: cut bread and other food
a cup: drink tea or coffee
a pot: cook food
an oven: bake bread and cakes
a fridge: keep food cold
a broom: sweep the floor
a towel: dry yourself
soap: wash your hands
a toothbrush: clean your teeth
a comb: tidy your hair
a mirror: see yourself
a lamp: have light
a candle: have a little light
a key: open a lock
a clock: see the time
a pen: write
a pencil: write and draw
a brush: paint
scissors: cut paper
glue: stick things together
a needle: sew clothes
a hammer: hit nails
a saw: cut wood
a ladder: climb up
an umbrella: stay dry in the rain
a coat: stay warm
glasses: see better
a bag: carry things
a bed: sleep
a chair: sit
a table: eat or work
a phone: talk with people far away
a camera: take pictures
a computer: write, read and calculate
a map: find the way
a boat: travel over water
a bicycle: ride from place to place
a bucket: carry water`

export const uses: Topic[] = useRows.split('\n').map((row) => {
  const [thing = '', use = ''] = row.split(': ')
  const [is, does] = /^(scissors|glasses)$/.test(thing) ? ['are', 'do'] : ['is', 'does']
  return {
    ask: [
      `what ${is} ${thing} [used |good |]for?`,
      `what [can|do|could] [I|you|we|people] do with ${thing}?`,
      `what do [I|you|we|people] [use|need] ${thing} for?`,
      `why do [I|you|we|people] [need|use|have] ${thing}?`,
      `how [can|do] [I|you|people] use ${thing}?`,
      `${thing}[:|,] what [${is} it|would I use it|do people use it] for?`,
      `the use of ${thing}[?|]`,
      `what is the use of ${thing}?`,
      `what ${does} ${thing} [help with|help us do|let me do]?`,
      `[tell me|say] what ${thing} ${is} for`,
      `I have ${thing}. what [can I do with it|is it for]?`,
      ...indirectly(`what ${thing} ${is} [for|used for|good for]`)
    ],
    answer: [`${capitalised(thing)} ${is} used to ${use}.`, `You use ${thing} to ${use}.`]
  }
})
