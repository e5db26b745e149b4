// English: jokes, riddles, poems, wishes and other small talk.

import type { Topic } from '../topic.ts'

export const smallTalk: Topic[] = [
  {
    ask: [
      'tell me a joke',
      '[do you know|tell me] [a joke|some jokes|a good joke|something funny]',
      'make me laugh',
      'a joke please',
      'say something funny',
      'be funny',
      '[can|could|will|would] you tell [me |us |][a joke|jokes|something funny|a funny thing]?',
      '[a|one|one more|another|give me a|I need a|I want a|I would like a|let me hear a|got a|have you a|any] [|good |short |silly |funny |little ]joke[?|]',
      'do you [know|have] [any |some |][jokes|good jokes|funny stories]?',
      '[make|can you make] me [laugh|smile|giggle]',
      '[I want|I would like|I need] to [laugh|hear a joke|smile|hear something funny]',
      '[tell|say|write] [something|anything|me something] [funny|silly|to laugh about]',
      '[cheer me up|entertain me|be silly]',
      '[joke|jokes|joke please|joke time]',
      'are you funny?',
      'what is the [best|funniest] joke you know?'
    ],
    answer: [
      'Here is a joke. Why did the book go to the doctor? It had lost its words.',
      'Here is a joke. What does a clock do when it is hungry? It goes back four seconds.',
      'Here is a joke. Why was the broom late? It overswept.'
    ]
  },
  {
    ask: [
      '[tell me|give me|do you know] a riddle',
      'ask me a riddle',
      'a riddle please',
      '[give|tell|ask] [me |us |]a [|hard |easy |short |little |new ]riddle',
      '[can|could] you [give|ask|tell] me a riddle?',
      '[a|one|one more|another|I want a|I like a|let us have a] riddle[| please]',
      'do you [know|have] [any |some |]riddles?',
      '[I like|I love] riddles',
      '[let me guess|make me guess|make me think|puzzle me]',
      'a [puzzle|brain teaser] please'
    ],
    answer: [
      'Here is a riddle. What has hands but cannot clap? A clock.',
      'Here is a riddle. What gets wetter the more it dries? A towel.',
      'Here is a riddle. What has teeth but cannot bite? A comb.'
    ]
  },
  {
    ask: [
      '[write|tell me|give me|make] a [|short |tiny ]poem',
      'do you know a poem?',
      'a poem please',
      'write a verse',
      'write me a rhyme',
      'make a rhyme',
      '[can|could|will] you [write|make|tell me|say|give me] a [|short |little |nice ]poem?',
      '[a|one|one more|another|I want a|I would like a|let me hear a] [|short |little ][poem|verse|rhyme][| please]',
      '[poem|poetry|a few lines of poetry][| please]',
      'do you know [any |some |][poems|poetry|verses]?',
      '[write|say|recite] [something that rhymes|a few verses|a poem for me|some lines in rhyme]',
      '[can|do] you [rhyme|write poetry|write poems]?',
      'be a poet'
    ],
    answer: [
      'The moon is high, the night is deep, the little town has gone to sleep.',
      'A drop of rain, a blade of grass, the quiet clouds that slowly pass.',
      'The river runs, the river sings, and carries off forgotten things.'
    ]
  },
  {
    ask: [
      '[tell me|say] something',
      '[talk|chat] [to|with] me',
      "let's talk",
      'say anything',
      'tell me something [new|nice|interesting]',
      'what do you want to talk about?',
      'surprise me',
      'give me a fun fact',
      'tell me a fact',
      '[tell|teach|give] me [a |one |another ][fact|fun fact|curious thing|strange thing|new thing|small fact]',
      '[can|could] you tell me something [nice|new|interesting|surprising|I do not know]?',
      '[do you know|is there] [something|anything] [interesting|surprising|curious]?',
      '[let us|shall we|can we|I want to] [talk|chat|have a chat|speak a little]',
      '[say|write] [whatever you like|what you want|a sentence|something nice]',
      '[did you know something|a fun fact please|facts please|something new please]',
      'what [is|would be] [interesting|a curious fact]?',
      '[teach|show] me something[| new| today]',
      'I want to [learn|hear] something [new|nice|interesting]'
    ],
    answer: [
      'Did you know that bees dance to tell other bees where flowers are?',
      'Here is something nice: an octopus has three hearts.',
      'Did you know that snow is made of tiny ice crystals, each with its own shape?'
    ]
  },
  {
    ask: [
      "[I am|I'm] bored",
      'this is boring',
      'what [can|should] I do now?',
      'I have nothing to do',
      'I am so bored',
      "[I am|I'm|I feel] [so |very |really |terribly |][bored|bored today|bored at home|bored to death]",
      '[nothing to do|so boring|boredom|how boring|what a boring day|the day is boring][| here| today| at home]',
      'what [can|could|should] [I|we] do [today|now|at home|on a rainy day|in my free time|on Sunday|when I am bored|against boredom]?',
      '[any|give me some|do you have] ideas [for something to do|against boredom|for a boring day|for my free time]?',
      'I do not know what to do[| with my day| now]',
      '[find|suggest] something [for me |]to do'
    ],
    answer: [
      'You could read a book, take a walk or draw something.',
      'Call a friend, or cook something new.'
    ]
  },
  {
    ask: [
      'sing [a song|something|for me]',
      'can you sing?',
      'do you like music?',
      '[can|could|will|would] you sing [|a song |something ][for me|to me]?',
      '[sing|hum|play] [me |][a song|a tune|a lullaby|something]',
      '[do you|can you] [know a song|make music|know any songs|have a favourite song]?',
      'I want [to hear |]a song',
      '[song please|a song please|give me a song]',
      'what [music|song] do you [like|know]?'
    ],
    answer: ['I cannot sing, I only write. La la la is the best I can do.']
  },
  {
    ask: [
      "what's [the|a] [meaning of life|sense of life]?",
      'what is the meaning of life?',
      'why do we live?',
      'why are we here?',
      'what is [the point|the purpose|the goal|the sense] of [life|living|it all]?',
      '[what|why] do [people|we|you think we] live[| for]?',
      '[tell me|explain|do you know] the meaning of life',
      'what [is life about|matters in life|makes life good]?',
      '[why am I here|why do we exist|what is life for]?'
    ],
    answer: [
      'That is a big question for a tiny model. Many people find it in love, work and friends.'
    ]
  },
  {
    ask: [
      '[give me|do you have] [some |]advice',
      'what should I do today?',
      'give me a tip',
      'a tip please',
      'any advice?',
      '[can|could] you give me [some |a piece of |a little |good ]advice?',
      '[I need|I would like|give me] [some |a little |good |a piece of ]advice',
      '[what|which] [advice|tip] do you [have|give]?',
      '[what|how] should I [live today|spend my day|begin my day|begin]?',
      '[a|one|one good] [tip|hint|piece of advice] for [me|today|my day|life]',
      '[advise|advise me|tell me what to do today]'
    ],
    answer: ['Drink some water, take a short walk and rest well.', 'Do one small thing at a time.']
  },
  {
    ask: [
      'happy birthday',
      'merry christmas',
      'happy new year',
      'happy easter',
      'have a nice day',
      'have a good weekend',
      'good luck',
      '[have|I wish you|enjoy] a [nice|good|lovely|great|happy] [day|evening|weekend|week|time|holiday]',
      '[happy|merry] [holidays|christmas|new year|easter|weekend][| to you| everyone| little model]',
      '[all the best|best wishes|my best wishes|good luck to you|cheers to you]',
      'enjoy your [day|evening|weekend|week]'
    ],
    answer: ['Thank you! The same to you.']
  },
  {
    ask: [
      "it's my birthday[| today]",
      'today is my birthday',
      'my birthday is today',
      '[today|tomorrow|yesterday|this week] [I am|I turn|I turned|I became] [ten|twelve|twenty|thirty|forty|fifty|sixty]',
      "[I have|it is|it's] my birthday[| today| this week| tomorrow]",
      'I am [celebrating|having] my birthday[| today]',
      '[I get|I got] [presents|a birthday cake][| today]',
      '[wish me|say] happy birthday[| to me]'
    ],
    answer: ['Happy birthday! I wish you a lovely day.']
  },
  {
    ask: [
      "[I am|I'm] [going to|off to|leaving for|on my way to] [work|school|the office|the market|the gym][| now]",
      '[I have|I need] to [work|study|cook|clean][| now| today]',
      '[time|it is time] [for work|for school|to work]'
    ],
    answer: ['Have a good time, and come back when you like.']
  },
  {
    ask: [
      "[I have|I've got] a [new |little |big |lovely |][dog|cat|bird|rabbit|horse|fish]",
      'my [dog|cat|bird|rabbit|fish] is [cute|funny|sleeping|playing|so sweet|old|young]',
      'I [love|like] my [dog|cat|bird|rabbit]'
    ],
    answer: ['How nice! Animals are good company.']
  },
  {
    ask: [
      '[I like|I love|I enjoy] [music|books|reading|cooking|football|dancing|walking|painting|gardening|flowers|films]',
      'my hobby is [reading|cooking|football|dancing|walking|painting|gardening]',
      'in my free time I [read|cook|dance|walk|paint|play]'
    ],
    answer: ['That sounds nice. It is good to do what you love.']
  },
  {
    ask: [
      "[let us|let's|shall we|can we|I want to|do you want to] play[| a game| something]?",
      '[play|game] with me',
      '[do you know|give me] a game[| to play]',
      'what can we play?'
    ],
    answer: ['I can play riddles. Ask me for a riddle, or count with me.']
  },
  {
    ask: [
      "[I am|I'm] [a student|a teacher|a doctor|a nurse|a farmer|a driver|a cook|retired|a mother|a father|a child]",
      'I work [as a teacher|as a cook|in a shop|in an office|in a hospital|at home]'
    ],
    answer: ['Nice to meet you! What would you like to know?']
  }
]
