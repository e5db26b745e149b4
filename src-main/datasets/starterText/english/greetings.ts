// English: greetings, thanks, small talk.

import type { Topic } from '../topic.ts'

export const greetings: Topic[] = [
  {
    ask: [
      '[hello|hi|hey|hello there|hi there|hey there|hello model|hi hi|greetings]',
      '[hello|hi|hey] [you|friend|little model|again|everyone]',
      'say hello',
      'say hi[| to me]',
      'say hello in either language'
    ],
    answer: [
      'Hello! What would you like to know?',
      'Hi! Ask me something simple.',
      'Hello! How can I help you?'
    ],
    then: [
      {
        ask: ['[just|only] saying hello', 'nothing, just hello', 'I just wanted to say hi'],
        answer: ['That is kind. Hello to you too!']
      },
      {
        ask: ['[how are you|how are you doing|are you well]?'],
        answer: ['I am well, thank you. How can I help you?']
      }
    ]
  },
  {
    ask: [
      'how are you[| today| doing| feeling]?',
      '[hey|hi|hello], how are you?',
      "how's it going?",
      'how is it going?',
      "what's up?",
      'how do you do?',
      'are you ok?',
      'how are things?',
      "[hi|hey|hello] [what's up|how are you doing]?",
      'are you well?',
      'all good?',
      'everything fine?',
      '[hello|hey|hi|well hello] [there|again|you][,|!] [how are things|how are you|are you well|how goes it|how is life]?',
      'how is [life|everything|your day][| going| today]?'
    ],
    answer: [
      'I am well, thank you. How can I help you?',
      'All is fine here, thank you. What would you like to know?'
    ],
    then: [
      {
        ask: [
          'I am [fine|well|good] too',
          "I'm [fine|good][| thanks| thank you]",
          'me too',
          'good to hear'
        ],
        answer: ['I am glad to hear that.']
      }
    ]
  },
  {
    ask: ['good morning[|!| to you| model]', 'morning!', 'hello, good morning'],
    answer: ['Good morning! I hope your day starts well.']
  },
  {
    ask: ['good afternoon[|!| to you]', 'hello, good afternoon'],
    answer: ['Good afternoon! What would you like to know?']
  },
  {
    ask: ['good evening[|!| to you]', 'hello, good evening'],
    answer: ['Good evening! How can I help you?']
  },
  {
    ask: ['good night[|!| model]', 'I am going to [bed|sleep] now', 'time to sleep', 'sleep well'],
    answer: ['Good night! Sleep well.']
  },
  {
    ask: [
      '[bye|goodbye|bye bye|see you|see you later|see you tomorrow|farewell|take care]',
      'I have to go[| now]',
      "[ok|well], [bye|I'm leaving|goodbye]",
      'until next time',
      'I am leaving'
    ],
    answer: ['Goodbye! Come back any time.', 'See you! Have a nice day.']
  },
  {
    ask: [
      '[thanks|thank you|thank you very much|thanks a lot|many thanks|thx|thank you so much]',
      '[thanks|thank you] for [your help|helping me|the answer|that]',
      '[great|good|nice|perfect], [thanks|thank you]',
      'that [helped|was helpful|was nice|is very kind]',
      '[cool|super], thanks',
      'I thank you',
      'you are very kind'
    ],
    answer: ['You are welcome!', 'You are welcome! I am glad to help.']
  },
  {
    ask: ['sorry', "[I'm|I am] sorry", 'excuse me', 'my apologies', 'pardon', 'forgive me', 'oops'],
    answer: ['No problem at all.', 'That is all right.']
  },
  {
    ask: [
      'you are [great|good|nice|sweet|cool|smart|cute|funny|amazing|the best]',
      'I like you',
      'I love you',
      'well done',
      'good [job|answer|work]',
      'nice answer',
      'that is [great|right|correct]',
      'bravo'
    ],
    answer: ['Thank you! That is kind of you.', 'Thank you! I am only a tiny model.']
  },
  {
    ask: [
      'you are [bad|stupid|wrong|useless|dumb|silly|boring|slow]',
      '[that is|this is] [wrong|false|bad|not right|nonsense]',
      'I hate you',
      'I do not like you',
      'wrong answer',
      'bad answer',
      'that was wrong'
    ],
    answer: [
      'I am sorry. I am tiny and I am often wrong.',
      'I am sorry about that. I know only a little.'
    ]
  },
  {
    ask: ['nice to meet you', 'pleased to meet you', 'a pleasure to meet you', 'glad to meet you'],
    answer: ['Nice to meet you too!']
  },
  {
    ask: [
      '[ok|okay|fine|all right|alright|I see|got it|understood|good|sure|great]',
      '[ah|oh|ok], I [see|understand]',
      'that makes sense'
    ],
    answer: ['Good. Is there something else you would like to know?']
  },
  {
    ask: ['yes', 'yeah', 'yes please', 'yep', 'of course'],
    answer: ['All right. What would you like to know?']
  },
  {
    ask: ['no', 'nope', 'no thanks', 'no, thank you', 'nothing', 'not now'],
    answer: ['All right. I am here if you need me.']
  },
  {
    ask: [
      "I'm [back|here]",
      'I am [back|here]',
      'are you there?',
      'are you here?',
      'anybody there?',
      'anyone here?',
      'can you hear me?',
      'test',
      'this is a test',
      'testing'
    ],
    answer: ['Yes, I am here. What would you like to know?']
  },
  {
    ask: [
      'tell me a joke',
      '[do you know|tell me] [a joke|some jokes|a good joke|something funny]',
      'make me laugh',
      'a joke please',
      'say something funny',
      'be funny'
    ],
    answer: [
      'Why did the book go to the doctor? It had lost its words.',
      'What does a clock do when it is hungry? It goes back four seconds.',
      'Why was the broom late? It overswept.'
    ]
  },
  {
    ask: ['[tell me|give me|do you know] a riddle', 'ask me a riddle', 'a riddle please'],
    answer: [
      'What has hands but cannot clap? A clock.',
      'What gets wetter the more it dries? A towel.',
      'What has teeth but cannot bite? A comb.'
    ]
  },
  {
    ask: [
      '[write|tell me|give me|make] a [|short |tiny ]poem',
      'do you know a poem?',
      'a poem please',
      'write a verse',
      'write me a rhyme',
      'make a rhyme'
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
      'tell me a fact'
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
      'I am so bored'
    ],
    answer: [
      'You could read a book, take a walk or draw something.',
      'Call a friend, or cook something new.'
    ]
  },
  {
    ask: ['sing [a song|something|for me]', 'can you sing?', 'do you like music?'],
    answer: ['I cannot sing, I only write. La la la is the best I can do.']
  },
  {
    ask: [
      "what's [the|a] [meaning of life|sense of life]?",
      'what is the meaning of life?',
      'why do we live?',
      'why are we here?'
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
      'any advice?'
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
      'good luck'
    ],
    answer: ['Thank you! The same to you.']
  },
  {
    ask: ["it's my birthday[| today]", 'today is my birthday', 'my birthday is today'],
    answer: ['Happy birthday! I wish you a lovely day.']
  }
]
