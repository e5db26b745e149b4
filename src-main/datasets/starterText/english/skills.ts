// English: small skills of the house and of free time.

import type { Topic } from '../topic.ts'
import { how } from './phrases.ts'

export const skills: Topic[] = [
  {
    ask: how('[bake|make] [a |a simple |a birthday ]cake'),
    answer: ['Mix flour, eggs, sugar and butter, and bake the cake until it is golden.']
  },
  {
    ask: how('[cook|make|prepare|boil] [pasta|spaghetti|noodles]'),
    answer: ['Cook the pasta in a lot of boiling water with salt, until it is soft.']
  },
  {
    ask: how('[boil|cook|make] [potatoes|a potato]'),
    answer: ['Boil the potatoes in water with salt for about twenty minutes.']
  },
  {
    ask: how('[make|prepare] [a glass of |fresh |some |]lemonade'),
    answer: ['Mix lemon juice, water and a little sugar, and drink the lemonade cold.']
  },
  {
    ask: how('[tie|lace] [my |the |your ]shoes'),
    answer: ['Cross the laces, pull them, make two loops and knot the loops.']
  },
  {
    ask: how('[read|learn to read] [a clock|the clock|the time from a clock]'),
    answer: ['The short hand shows the hour and the long hand shows the minutes.']
  },
  {
    ask: how('[draw|paint] [a house|a simple house]'),
    answer: ['Draw a square for the house, a triangle for the roof, a door and two windows.']
  },
  {
    ask: how('[ride|learn to ride] a [bicycle|bike]'),
    answer: ['Hold the bicycle straight, look ahead, push the pedals and keep moving.']
  },
  {
    ask: how('[swim|learn to swim]'),
    answer: ['Learn to swim with a teacher in shallow water, and first practise floating.']
  },
  {
    ask: how('[wrap|pack] a [gift|present]'),
    answer: ['Lay the gift on paper, fold the paper over it and tape the ends.']
  },
  {
    ask: how('[sew on|put back] a button'),
    answer: ['Pass needle and thread through the button and the cloth many times, then knot it.']
  },
  {
    ask: how('[make|tidy|change] [my|the|a] bed'),
    answer: ['Shake the blanket, pull the sheet flat and put the pillow on the bed.']
  },
  {
    ask: how('[get|remove|wash out] [a stain|stains] [out of a shirt|from a shirt|from clothes]'),
    answer: ['Rinse the stain with cold water, rub it with soap and wash it.']
  },
  {
    ask: how('[write|keep] a diary'),
    answer: ['Write a few lines each day: what happened, and how you felt.']
  },
  {
    ask: how('[read more|read more books|become a reader]'),
    answer: ['Read a few pages every day, and choose books that you like.']
  },
  {
    ask: how('[pack|prepare] [a bag|a suitcase|for a trip]'),
    answer: ['Write a list, put heavy things in the suitcase first and clothes on top.']
  }
]
