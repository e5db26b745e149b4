// English: how a person feels.

import type { Topic } from '../topic.ts'
import { feelingAdvice } from './feelingAdvice.ts'

const very = '[very |so |quite |rather |terribly |a bit |really |pretty |]'
const feeling = `[I have been|I've been|I am feeling|I'm feeling|I keep feeling|I woke up|I am still|somehow I feel|I must say I am|I think I am|it seems I am|my friend says I look] ${very}`
const being = `[I am|I'm|I feel] ${very}`
const making = `[it makes me|this makes me|that made me|the news made me|my day made me] ${very}`
const lately = '[| today| now| tonight| these days| again| this evening| at the moment]'

export const feelings: Topic[] = [
  ...feelingAdvice,
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel|I'm feeling|I am feeling] [very |so |quite |too |a little |a bit |really |]sad[| today| now| tonight| these days| again]",
      'I want to cry',
      'I am crying',
      'my heart is heavy',
      "I'm [unhappy|down|depressed]",
      'I had a bad day',
      'today was a bad day',
      'everything is [bad|terrible|sad]',
      `${feeling}sad${lately}`,
      `${feeling}[unhappy|down|low|blue|gloomy|miserable]${lately}`,
      `${being}sad [about my friend|because of the news|and I do not know why|because it is over|since this morning|for no reason]`,
      `${making}sad`,
      '[sadness|tears], that is all I feel',
      '[I am in a|I have such a] [low|bad|gloomy] mood',
      'I [cried|have cried|keep crying|was crying] [today|all day|last night]',
      '[nothing|hardly anything] makes me [smile|happy][| any more]',
      "it's been a [sad|hard|bad|rough|terrible|difficult] [day|week|time]",
      'life is [hard|sad|difficult][| right now| for me]',
      "[I am not|I'm not] happy[| today| at all]"
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
      'I feel [great|good|wonderful]',
      `${feeling}[happy|glad|cheerful|joyful]${lately}`,
      `${being}happy [about my new job|because the sun shines|with my life|because my friend came|since this morning|for no reason]`,
      `${making}[happy|glad]`,
      '[what|such] a [lovely|wonderful|great|good|beautiful] day',
      'I am [smiling|full of joy|over the moon|delighted|so pleased]',
      '[life is|everything is|today is|things are] [good|great|beautiful|wonderful|going well]',
      "it's been a [good|great|happy|lovely] [day|week]",
      'I [woke up|am|feel] in a good mood'
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
      'I have no energy',
      `${feeling}[tired|weary|worn out|exhausted|drained]${lately}`,
      `${being}tired [after work|of everything|because I worked all day|after the long trip|from school|because I slept badly]`,
      '[work|school|the day|the week] [made me tired|wore me out|was so tiring]',
      'I have [worked|run|walked|studied] [all day|too long|all night]',
      '[I could use|I would like|I long for] a [rest|break|nap]',
      'my [eyes|legs|arms] are [heavy|tired]',
      'I barely slept [last night|at all|this week]',
      'no energy [left|today|at all]'
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
      'I am upset',
      `${feeling}[angry|annoyed|furious|mad|cross|irritated]${lately}`,
      `${being}angry [with my brother|at my boss|about the noise|with a friend|because he lied|at everyone]`,
      '[my brother|my boss|my neighbour|somebody|he|she] [made me|makes me] [so |very |]angry',
      '[I could|I want to] scream',
      'I [lost my temper|had a fight|had an argument|quarrelled] [with a friend|today|at home|]',
      '[anger|rage] is all I feel'
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
      'I worry a lot',
      `${feeling}[afraid|scared|frightened|anxious|worried]${lately}`,
      `${being}[afraid|scared|frightened] [of spiders|of the dark|of the storm|of flying|of dogs|of being alone|of tomorrow|of the future]`,
      '[spiders|storms|the dark|dogs|heights] [scare|frighten] me',
      '[I have|I feel] [a fear|great fear|fear] of [flying|the dark|heights|dogs|the future]',
      '[something|the noise|that film] [scared|frightened] me',
      'I [worry|am worried] about [my son|money|tomorrow|my health|everything]',
      'what if something bad happens?'
    ],
    answer: ['Fear is normal. Breathe slowly and talk to someone you trust.']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |really |]lonely[| today| now| tonight| these days| again]",
      'I feel alone',
      'I have no friends',
      'nobody talks to me',
      'I am all alone',
      `${feeling}[lonely|alone|left out]${lately}`,
      `${being}[lonely|alone] [here|in this city|without my friends|on weekends|in my new house|even among people]`,
      'I have [nobody|no one] [to talk to|around me|to be with]',
      '[nobody|no one] [calls me|visits me|likes me|understands me|is here]',
      'I [live|eat|sit here|am always] [alone|by myself]',
      '[loneliness|being alone] is hard'
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
      'I feel anxious',
      `${feeling}[nervous|anxious|tense|stressed]${lately}`,
      `${being}[nervous|anxious] [about the exam|about my interview|before the game|about tomorrow|because of school|about my first day|about speaking]`,
      '[my exam|the interview|the big day|my first day|a meeting] is [tomorrow|soon|near|this week]',
      'I have [a test|an exam|an interview|to speak in front of people|a big day] [soon|tomorrow|next week|ahead]',
      '[so much|too much] [stress|pressure|to do]',
      'my hands [shake|are shaking|tremble]',
      'I cannot [calm down|stop thinking about tomorrow]',
      '[stress|pressure] at [work|school]'
    ],
    answer: ['Breathe slowly, prepare one thing at a time and sleep well.']
  },
  {
    ask: [
      "[|today |right now |oh, |tonight ][I am|I'm] [very |so |quite |too |a little |really |]hungry[|, really| now]",
      'I want to eat',
      'I need food',
      'I am starving',
      `${being}hungry [after work|as a wolf|because I ate nothing|already|again]`,
      `${feeling}hungry${lately}`,
      '[my stomach|my belly] is [empty|rumbling]',
      'I [ate nothing|have not eaten|skipped lunch|had no breakfast][| today]',
      '[I could eat|I would like] [a horse|something|a big meal]',
      '[hunger|such hunger]'
    ],
    answer: ['Then eat something good: some bread, fruit or a warm soup.']
  },
  {
    ask: [
      "[|today |right now |oh, |tonight ][I am|I'm] [very |so |quite |too |a little |really |]thirsty[|, really| now]",
      'I need [a drink|water]',
      'my mouth is dry',
      'I want to drink',
      `${being}thirsty [after running|because of the heat|again|already]`,
      `${feeling}thirsty${lately}`,
      'I [could drink|would like|want] [something to drink|a glass of water|a lot of water]',
      '[thirst|such thirst]',
      'I drank nothing[| today]'
    ],
    answer: ['Drink a glass of water. It is the best thing for thirst.']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |really |]cold[| today| now| tonight| these days| again]",
      'it is [cold|so cold|freezing] [here|in here|today]',
      'I am freezing',
      `${feeling}cold${lately}`,
      `${being}cold [without a coat|in this room|in bed|outside]`,
      'my [hands|feet|fingers] are [cold|freezing|like ice]',
      '[how|so] cold [it is|here]',
      'I [cannot|can not] get warm'
    ],
    answer: ['Put on a warm jumper and drink some hot tea.']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |really |]hot[| today| now| tonight| these days| again]",
      'it is [hot|so hot|too hot] [here|in here|today]',
      'I am sweating',
      `${feeling}[hot|too warm]${lately}`,
      '[what|such] a heat',
      '[how|so] hot [it is|in here|today]',
      'the [heat|sun] is too much[| for me]'
    ],
    answer: ['Drink water, open a window and stay in the shade.']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [very |so |quite |too |a little |]sleepy[| today| now| tonight| these days| again]",
      'I want to sleep',
      'I am falling asleep',
      `${feeling}sleepy${lately}`,
      'my eyes [are closing|close|keep closing]',
      'I [yawn|am yawning|keep yawning]',
      'I [could|might] fall asleep [here|now]',
      '[sleepy|so sleepy]'
    ],
    answer: ['Then go to bed and sleep well.']
  },
  {
    ask: [
      "I [cannot|can't] sleep",
      'how can I [sleep better|fall asleep]?',
      'I sleep badly',
      'I am awake at night',
      '[I lie|I am lying|I am still] awake[| all night| in bed]',
      '[sleep|sleeping] is [hard|difficult] for me',
      'what [can|should] I do [to sleep|to fall asleep|when I cannot sleep|if I cannot sleep|against bad sleep]?',
      'how [do|can|should] I [sleep well|get to sleep|get better sleep|sleep through the night]?',
      'I [have trouble|have problems|am bad at] sleeping',
      '[sleep does not come|sleep will not come]',
      'any [tips|idea] [for|how to get] [better|good] sleep?'
    ],
    answer: ['Turn off the screens, make the room dark and breathe slowly.']
  },
  {
    ask: [
      "[|today |right now |lately |this morning ][I am|I'm|I feel] [sick|ill|unwell|not well][| today| now| tonight| these days| again]",
      'I have a [cold|headache|fever|cough|stomach ache]',
      'my [head|tooth|back|stomach|leg] hurts',
      'I am in pain',
      '[I think |]I [caught|am getting|have got] [a cold|the flu|a fever]',
      '[my throat|my ear|my knee|my tummy|my neck] [hurts|is sore|aches]',
      'I [feel|am feeling] [ill|sick|unwell|bad|dizzy|weak][| today]',
      'I have [pain|an ache] in my [head|back|leg|stomach]',
      'I am [coughing|sneezing][| all day]',
      '[what helps|what should I do] [against|with|when I have] [a cold|a headache|a fever|a cough]?',
      'what [do|can|should] I do if I [am|feel] [ill|sick]?'
    ],
    answer: ['I am sorry. Rest and drink water. If it gets worse, please see a doctor.']
  },
  {
    ask: [
      'I am in love',
      'I fell in love',
      'I met someone nice',
      "[I think |]I'm in love[| with someone| again]",
      '[I love|I like|I adore] [a girl|a boy|someone][| very much]',
      '[I have|I found|there is] a new [girlfriend|boyfriend|love]',
      'my heart beats [for someone|fast when I see her|fast when I see him]'
    ],
    answer: ['How lovely! I wish you both much joy.']
  },
  {
    ask: [
      'I am [proud|excited]',
      'I passed [my|the] exam',
      'I got [a new job|the job|good news]',
      'I won',
      'I [did it|made it|finished it|succeeded|won a prize|won the game]',
      'I [passed|finished|completed] [my test|school|my work|the race|the course]',
      'I got [a prize|a good grade|the best mark|promoted|my licence]',
      '[good|great|wonderful] news[!| for me]',
      'my [work|test|race|project] went [well|great]',
      '[I am|I feel] so proud of [myself|my work|my child]'
    ],
    answer: ['Congratulations! You can be proud of yourself.']
  },
  {
    ask: [
      'I lost my [keys|phone|wallet|glasses]',
      "I can't find my [keys|phone|wallet|glasses]",
      'where are my [keys|glasses]?',
      'my [keys|phone|wallet|glasses] [went missing|disappeared]',
      '[have you seen|did you see|do you know where I put] my [keys|phone|wallet|glasses]?',
      'I [forgot|do not know] where [I put|I left] my [keys|phone|wallet|glasses]',
      '[help me|I cannot] find my [keys|phone|wallet|bag]'
    ],
    answer: ['I cannot see where they are. Look again in the last place where you used them.']
  },
  {
    ask: [
      'my [dog|cat|grandmother|grandfather|friend] died',
      'I lost someone I love',
      'someone I love is gone',
      'my [mother|father|uncle|aunt|brother|sister|horse|bird|wife|husband] [died|has died|passed away|is dead]',
      '[someone|a friend|somebody] [close to me|dear to me] [died|passed away]',
      'I [am in mourning|was at a funeral|am grieving]',
      'we buried my [grandmother|dog|friend]'
    ],
    answer: ['I am very sorry for your loss. Take time to remember, and talk with people you love.']
  },
  {
    ask: [
      'I miss my [family|friend|home|mother|father]',
      'I am homesick',
      'I [miss|long for] [my country|my old house|my dog|my sister|my brother|my children|someone|my school]',
      '[my family|my home|my friend] is [far away|so far|not here]',
      'I [want|would like] to [go home|see my family|be at home]'
    ],
    answer: ['That is hard. Perhaps you can call them today.']
  },
  {
    ask: [
      'I am [confused|lost]',
      'I do not understand',
      "I don't get it",
      'I am not sure',
      'what do you mean?',
      'can you explain that?',
      'I [did not|do not|cannot|could not] [understand|follow|get] [you|that|this|it|your answer]',
      '[that|this|your answer] [is not clear|was unclear|makes no sense|is confusing]',
      '[sorry, |]what [did|do] you [mean|say]?',
      '[please |can you |could you |]say [that|it] [again|in other words|differently|more simply]',
      '[huh|what|pardon|come again]?',
      '[I am|I feel|that leaves me] [confused|puzzled]',
      '[explain|say] that [again|once more|better]'
    ],
    answer: ['That is all right. Ask me again in other words, and I will try.']
  }
]
