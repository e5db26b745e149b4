// English: what to do when one feels something, and the rarer feelings.

import type { Topic } from '../topic.ts'

export const feelingAdvice: Topic[] = [
  {
    ask: [
      '[what|how] [do|can|should|could] I [do|help myself] [when|if] I [am|feel] [sad|down|unhappy]?',
      '[what helps|what is good|any advice] against sadness?',
      'how [do|can|should] I [cheer up|feel better|stop being sad|get over sadness]?',
      'how do [I|you|people] [deal with|get out of] sadness?',
      '[tell me|I want to know] what to do when I am sad'
    ],
    answer: ['When you feel sad, talk with a friend, take a walk and be kind to yourself.']
  },
  {
    ask: [
      '[what|how] [do|can|should] I [do|calm down] [when|if] I [am|feel|get] [angry|mad|furious]?',
      'how [do|can|should] I [stop being angry|calm my anger|deal with anger|control my anger]?',
      'what helps against [anger|rage]?',
      '[tell me|I want to know] what to do when I am angry'
    ],
    answer: ['When you are angry, breathe slowly and count to ten before you speak.']
  },
  {
    ask: [
      'what [do|can|should] I do [when|if] I [am|feel|get] [afraid|scared|frightened|worried]?',
      'how [do|can|should] I [stop being afraid|be brave|deal with fear|lose my fear|stop worrying]?',
      'what helps against [fear|worry]?'
    ],
    answer: ['When you are afraid, breathe slowly and tell someone about your fear.']
  },
  {
    ask: [
      'what [do|can|should] I do [when|if] I [am|feel|get] [lonely|alone]?',
      'how [do|can|should] I [stop being lonely|feel less lonely|deal with being alone]?',
      'what helps against loneliness?'
    ],
    answer: ['When you feel lonely, call a friend or go where people meet.']
  },
  {
    ask: [
      'what [do|can|should] I do [when|if] I [am|feel|get] [nervous|stressed|anxious]?',
      'how [do|can|should] I [stop being nervous|deal with stress|stay calm before an exam|be less nervous]?',
      'what helps [against stress|against nerves|before an exam]?'
    ],
    answer: ['When you are nervous, breathe slowly, prepare well and take small steps.']
  },
  {
    ask: [
      'what [do|can|should] I do [when|if] I [am|feel|get] tired?',
      'what helps [against being tired|when I am tired]?',
      'how [do|can] I [get more energy|wake up a bit|feel less tired]?'
    ],
    answer: ['When you are tired, rest, drink some water and go to bed early.']
  },
  {
    ask: [
      'how can I [help|comfort|cheer up] [a friend|my friend|someone] [who is sad|in pain|who cries]?',
      'my [friend|sister|brother|child|mother] is [sad|crying|unhappy]. what [can I do|do I say|should I do]?',
      'what do I say to a sad friend?'
    ],
    answer: ['Listen to your friend, stay close and ask what would help.']
  },
  {
    ask: [
      "[I am|I'm|I feel] [so |very |quite |]jealous[| of my friend| of my brother]",
      '[jealousy|envy] [eats me|bothers me]',
      'my friend has more than I do'
    ],
    answer: ['Feeling jealous is human. Think of what is good in your own life.']
  },
  {
    ask: [
      "[I am|I'm|I feel] [so |very |quite |]ashamed[| of myself]",
      'I [made|have made] a [big |bad |]mistake',
      'I did something [wrong|stupid|embarrassing]',
      'how embarrassing'
    ],
    answer: ['Everyone makes mistakes. Say sorry if you need to, and be kind to yourself.']
  },
  {
    ask: [
      "[I am|I'm|I feel] [so |very |quite |]disappointed[| in my friend| today]",
      'I [failed|did not pass] [my exam|the test|my course]',
      'it did not work[| out]',
      'I [lost the game|did not get the job]',
      'my plan failed'
    ],
    answer: ['I am sorry that it did not work. Rest a little, and then try again.']
  },
  {
    ask: [
      "[I am|I'm|I feel] [so |very |quite |]grateful[| today| for my life]",
      'I [feel|am] thankful[| for my friends| for everything]',
      'I am lucky'
    ],
    answer: ['Being grateful is a good feeling. Enjoy it!']
  },
  {
    ask: [
      "[I am|I'm|I feel] [so |very |quite |]calm[| today| now]",
      'I feel [at peace|relaxed|fine|okay|all right]',
      'I am relaxed[| now]'
    ],
    answer: ['That is good to hear. Enjoy the calm moment.']
  }
]
