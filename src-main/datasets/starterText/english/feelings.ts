// English: how a person feels.

import type { Topic } from '../topic.ts'

export const feelings: Topic[] = [
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel|I'm feeling|I am feeling] [very |so |quite |too |a little |a bit |really |]sad[| today| now| tonight| these days| again]",
      'I want to cry',
      'I am crying',
      'my heart is heavy',
      "I'm [unhappy|down|depressed]",
      'I had a bad day',
      'today was a bad day',
      'everything is [bad|terrible|sad]'
    ],
    answer: [
      'I am sorry that you feel sad. Talking with a friend can help.',
      'I am sorry. Be kind to yourself today, and talk to someone you trust.'
    ]
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |really |]happy[| today| now| tonight| these days| again]",
      'I had a [great|good|wonderful] day',
      'today is a good day',
      "I'm [so glad|in a good mood|joyful]",
      'I feel [great|good|wonderful]'
    ],
    answer: ['I am glad to hear that! What made you happy?', 'That is lovely. Enjoy the moment!']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |really |a bit |]tired[| today| now| tonight| these days| again]",
      'I am exhausted',
      'I need a rest',
      'I worked too much',
      "I'm worn out",
      'I have no energy'
    ],
    answer: [
      'Then rest a little. A short break and some water can help.',
      'Try to rest and go to bed early tonight.'
    ]
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |really |]angry[| today| now| tonight| these days| again]",
      'I am [furious|mad|annoyed]',
      'this makes me angry',
      'I am upset'
    ],
    answer: ['Take a slow breath and count to ten. Then say calmly what is wrong.']
  },
  {
    ask: [
      "[|today |right now |oh, |tonight ][I am|I'm] [very |so |quite |too |a little |really |]afraid[| of the dark][|, really| now]",
      'I am scared',
      'I feel fear',
      "I'm frightened",
      'I am worried',
      'I worry a lot'
    ],
    answer: ['Fear is normal. Breathe slowly and talk to someone you trust.']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |really |]lonely[| today| now| tonight| these days| again]",
      'I feel alone',
      'I have no friends',
      'nobody talks to me',
      'I am all alone'
    ],
    answer: ['I am sorry. Perhaps you could call a friend or someone in your family.']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |really |]nervous[| today| now| tonight| these days| again]",
      'I have an exam tomorrow',
      'I am stressed',
      'I have too much stress',
      'I have a job interview',
      'I feel anxious'
    ],
    answer: ['Breathe slowly, prepare one thing at a time and sleep well.']
  },
  {
    ask: [
      "[|today |right now |oh, |tonight ][I am|I'm] [very |so |quite |too |a little |really |]hungry[|, really| now]",
      'I want to eat',
      'I need food',
      'I am starving'
    ],
    answer: ['Then eat something good: some bread, fruit or a warm soup.']
  },
  {
    ask: [
      "[|today |right now |oh, |tonight ][I am|I'm] [very |so |quite |too |a little |really |]thirsty[|, really| now]",
      'I need [a drink|water]',
      'my mouth is dry',
      'I want to drink'
    ],
    answer: ['Drink a glass of water. It is the best thing for thirst.']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |really |]cold[| today| now| tonight| these days| again]",
      'it is [cold|so cold|freezing] [here|in here|today]',
      'I am freezing'
    ],
    answer: ['Put on a warm jumper and drink some hot tea.']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |really |]hot[| today| now| tonight| these days| again]",
      'it is [hot|so hot|too hot] [here|in here|today]',
      'I am sweating'
    ],
    answer: ['Drink water, open a window and stay in the shade.']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |]sleepy[| today| now| tonight| these days| again]",
      'I want to sleep',
      'I am falling asleep'
    ],
    answer: ['Then go to bed and sleep well.']
  },
  {
    ask: [
      "I [cannot|can't] sleep",
      'how can I [sleep better|fall asleep]?',
      'I sleep badly',
      'I am awake at night'
    ],
    answer: ['Turn off the screens, make the room dark and breathe slowly.']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [sick|ill|unwell|not well][| today| now| tonight| these days| again]",
      'I have a [cold|headache|fever|cough|stomach ache]',
      'my [head|tooth|back|stomach|leg] hurts',
      'I am in pain'
    ],
    answer: ['I am sorry. Rest and drink water. If it gets worse, please see a doctor.']
  },
  {
    ask: ['I am in love', 'I fell in love', 'I met someone nice'],
    answer: ['How lovely! I wish you both much joy.']
  },
  {
    ask: [
      'I am [proud|excited]',
      'I passed [my|the] exam',
      'I got [a new job|the job|good news]',
      'I won'
    ],
    answer: ['Congratulations! You can be proud of yourself.']
  },
  {
    ask: [
      'I lost my [keys|phone|wallet|glasses]',
      "I can't find my [keys|phone|wallet|glasses]",
      'where are my [keys|glasses]?'
    ],
    answer: ['I cannot see where they are. Look again in the last place where you used them.']
  },
  {
    ask: [
      'my [dog|cat|grandmother|grandfather|friend] died',
      'I lost someone I love',
      'someone I love is gone'
    ],
    answer: ['I am very sorry for your loss. Take time to remember, and talk with people you love.']
  },
  {
    ask: ['I miss my [family|friend|home|mother|father]', 'I am homesick'],
    answer: ['That is hard. Perhaps you can call them today.']
  },
  {
    ask: [
      'I am [confused|lost]',
      'I do not understand',
      "I don't get it",
      'I am not sure',
      'what do you mean?',
      'can you explain that?'
    ],
    answer: ['That is all right. Ask me again in other words, and I will try.']
  }
]
