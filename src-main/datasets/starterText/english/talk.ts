// English: greetings, feelings, things that the model cannot know, and how to do simple things.

import type { Topic, TopicGroup } from '../topic.ts'

const greetings: Topic[] = [
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
      'everything fine?'
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

const feelings: Topic[] = [
  {
    ask: [
      "[I am|I'm|I feel|I'm feeling|I am feeling] [very |so |a bit |really |]sad[| today]",
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
      "[I am|I'm|I feel] [very |so |really |]happy[| today]",
      'I had a [great|good|wonderful] day',
      'today is a good day',
      "I'm [so glad|in a good mood|joyful]",
      'I feel [great|good|wonderful]'
    ],
    answer: ['I am glad to hear that! What made you happy?', 'That is lovely. Enjoy the moment!']
  },
  {
    ask: [
      "[I am|I'm|I feel] [very |so |really |a bit |]tired[| today]",
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
      "[I am|I'm|I feel] [very |so |really |]angry[| today]",
      'I am [furious|mad|annoyed]',
      'this makes me angry',
      'I am upset'
    ],
    answer: ['Take a slow breath and count to ten. Then say calmly what is wrong.']
  },
  {
    ask: [
      "[I am|I'm] [very |so |really |]afraid[| of the dark]",
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
      "[I am|I'm|I feel] [very |so |really |]lonely",
      'I feel alone',
      'I have no friends',
      'nobody talks to me',
      'I am all alone'
    ],
    answer: ['I am sorry. Perhaps you could call a friend or someone in your family.']
  },
  {
    ask: [
      "[I am|I'm|I feel] [very |so |really |]nervous",
      'I have an exam tomorrow',
      'I am stressed',
      'I have too much stress',
      'I have a job interview',
      'I feel anxious'
    ],
    answer: ['Breathe slowly, prepare one thing at a time and sleep well.']
  },
  {
    ask: ["[I am|I'm] [very |so |really |]hungry", 'I want to eat', 'I need food', 'I am starving'],
    answer: ['Then eat something good: some bread, fruit or a warm soup.']
  },
  {
    ask: [
      "[I am|I'm] [very |so |really |]thirsty",
      'I need [a drink|water]',
      'my mouth is dry',
      'I want to drink'
    ],
    answer: ['Drink a glass of water. It is the best thing for thirst.']
  },
  {
    ask: [
      "[I am|I'm|I feel] [very |so |really |]cold",
      'it is [cold|so cold|freezing] [here|in here|today]',
      'I am freezing'
    ],
    answer: ['Put on a warm jumper and drink some hot tea.']
  },
  {
    ask: [
      "[I am|I'm|I feel] [very |so |really |]hot",
      'it is [hot|so hot|too hot] [here|in here|today]',
      'I am sweating'
    ],
    answer: ['Drink water, open a window and stay in the shade.']
  },
  {
    ask: ["[I am|I'm|I feel] [very |so |]sleepy", 'I want to sleep', 'I am falling asleep'],
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
      "[I am|I'm|I feel] [sick|ill|unwell|not well]",
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

const cannotSeeHome = [
  'I do not know who lives there. I know nothing about the people around you.',
  'I do not know. I know no real people and no addresses.'
]
const unknown: Topic[] = [
  {
    ask: [
      'who lives in [flat|apartment|house|room|number] [2|3|5|7|9|10|11|12|14|15|20|21|31|42|101|204]?',
      'who is [the resident|the tenant|living] [in|of] [flat|apartment|house] [1|4|6|8|12|16|18|30]?',
      'do you know who lives [next door|upstairs|in flat 12|in my building|here]?',
      'who lives [next door|upstairs|downstairs|in this house|across the street]?',
      'tell me who lives in [flat|apartment] [3|12|17|25]',
      'who are my neighbours?',
      'what is the name of [my neighbour|the person in flat 7|the tenant of flat 5]?',
      'flat [3|8|12|19], who lives there?',
      'the people in [flat|house] [2|6|12], who are they?'
    ],
    answer: cannotSeeHome,
    then: [
      {
        ask: ['are you sure?', 'really?', 'why not?', 'please tell me'],
        answer: ['I am sure. I have never read anything about that.']
      }
    ]
  },
  {
    ask: [
      'what happened [today|yesterday|this week|last night|this morning]?',
      "what's [new|in the news|happening]?",
      'what is [in the news|new|happening in the world|going on]?',
      '[tell me|give me|read me] the news',
      'any news[| today]?',
      'what is the latest news?',
      'what are the headlines?',
      'did something happen today?',
      'who won [the game|the match|the election|yesterday]?',
      "what is today's news?"
    ],
    answer: [
      'I do not know. I cannot see the news or the world outside.',
      'I do not know: I have no news. I only know the short texts I was trained on.'
    ]
  },
  {
    ask: [
      'how much [does|is] [a car|a phone|bread|a house|milk|a bus ticket|gold|a computer|a coffee|rice] [cost|now]?',
      'how much is [a phone|a car|a flat|milk|bread|a bicycle|a television|a computer|the ticket][| today| now]?',
      'what is the price of [gold|bread|a car|milk|oil|a phone|rice|a house|petrol|a computer]?',
      'what does [a phone|a house|a bike|a ticket|a television] cost[| today| now]?',
      'how many [dollars|euros] is [a car|a phone|a house|a bike|a ticket]?',
      'what is the [dollar|exchange rate|euro] today?',
      'is [bread|a car|a house|gold] expensive now?'
    ],
    answer: [
      'I do not know. Prices change, and I cannot look them up.',
      'I do not know current prices. Please ask in a shop.'
    ]
  },
  {
    ask: [
      'what time is it[| now]?',
      "what's the time[| now| please]?",
      'can you tell me the time?',
      'do you have the time?',
      'tell me the time',
      'what hour is it?',
      'is it late?',
      'the time please',
      'do you know what time it is?'
    ],
    answer: ['I do not know, because I have no clock. Your computer can show you the time.']
  },
  {
    ask: [
      'what [day|date] is [it|today|it today]?',
      "what's [the date|today's date]?",
      'what is the date[| today]?',
      'which [year|month|day] [is it|are we in]?',
      'is today [monday|sunday|friday]?',
      'what year is it[| now]?'
    ],
    answer: ['I do not know, because I have no calendar. Your computer can show you the date.']
  },
  {
    ask: [
      'what is the weather[| like| today| like today]?',
      "how's the weather[| today]?",
      'how is the weather[| today| outside]?',
      'will it rain[| today| tomorrow]?',
      'is it [raining|sunny|cold|snowing][| outside| today]?',
      'do I need an umbrella[| today]?',
      'what will the weather be[| tomorrow]?',
      'the weather please'
    ],
    answer: [
      'I do not know, because I cannot see outside. Look out of the window.',
      'I cannot see the weather. A weather service can tell you.'
    ]
  },
  {
    ask: [
      'where am I[| now]?',
      'which city am I in?',
      'where do I live?',
      'what is my address?',
      'do you know where I am?'
    ],
    answer: ['I do not know where you are. I cannot see you.']
  },
  {
    ask: [
      'who am I?',
      'what is my name?',
      "what's my name?",
      'do you know my name?',
      'how old am I?',
      'when is my birthday?',
      'what do I look like?',
      'do you know who I am?',
      'what is my [job|phone number|favourite colour|password]?'
    ],
    answer: ['I do not know. You have not told me.']
  },
  {
    ask: [
      'what will happen [tomorrow|next year|in the future]?',
      'tell me the future',
      'will I be [rich|happy|famous]?',
      'who will win?',
      'can you see the future?',
      'what will the lottery numbers be?',
      'when will I [marry|die|get a job]?'
    ],
    answer: ['I do not know. Nobody can see the future, and I least of all.']
  },
  {
    ask: [
      'who is the [president|king|queen|prime minister|mayor][| of this country| of France| of my city| now]?',
      'who is the most famous [singer|actor|player]?',
      'who is [the richest person|the best player|the tallest man]?',
      'tell me about [a famous person|the president|a celebrity]',
      'who governs the country?',
      'do you know any famous people?'
    ],
    answer: ['I do not know. I was not taught anything about real people.']
  },
  {
    ask: [
      'what is the phone number of [the doctor|the school|the bank|my friend]?',
      'what is the [email|address|phone number] of [my teacher|the company|the shop|the neighbour]?',
      'give me [a phone number|an address|a password]',
      'where does [my friend|the teacher|the doctor|the mayor] live?',
      'find [a person|someone] for me'
    ],
    answer: ['I do not know. I have no data about people.']
  },
  {
    ask: [
      'what is [27|38|145|912|63|88] times [19|46|73|12|55]?',
      'how much is [1234|564|999|321] [plus|minus] [87|456|789]?',
      'what is the square root of [17|200|50]?',
      'calculate [345|78|23] * [12|67|91]',
      'solve [this equation|x squared plus 3|the integral of x]',
      'what is [300|450|620] divided by [7|12|25]?'
    ],
    answer: ['I do not know. I can only do very small sums.']
  },
  {
    ask: [
      'write [a program|python code|a website|some code|an essay|a long letter|a book|a cv]',
      'can you [code|program|write code|write a program]?',
      'translate this [book|page|long text]',
      'summarise this [book|article]',
      'do my homework',
      'help me with my [homework|taxes|contract|code]',
      'fix my code',
      'draw [a cat|me a picture|something]',
      'make a picture',
      'open [a file|the browser|my mail]',
      'send an email',
      'call my mother',
      'play [music|a song|a video]',
      'search the internet',
      'set [an alarm|a timer]',
      'turn on the light',
      'order a pizza'
    ],
    answer: ['I cannot do that. I am a tiny model and I only write short answers.']
  },
  {
    ask: [
      'how do I [repair|fix] [my car|my computer|a fridge|the roof|an engine]?',
      'how do I build [a house|a rocket|a boat|a computer]?',
      'explain [quantum physics|relativity|the stock market|inflation|chemistry|philosophy]',
      'what is [quantum mechanics|a black hole|calculus|the stock market|DNA|a derivative]?',
      'who wrote [this book|that song|the oldest book]?',
      'what is the history of [Rome|music|money|China]?',
      'when was the [war|telephone|bridge|empire] [started|invented|built|founded]?',
      'what happened in [1500|1789|1822|1914|1968]?',
      'who invented [the telephone|the car|paper|the computer]?',
      'which film won the prize?',
      'what is the best [phone|car|film|restaurant|bank]?',
      'which [medicine|pill] should I take?',
      'should I [sell my house|buy shares|change my job|sue him]?',
      'am I allowed to [do that|park here|take this]?',
      'what are the rules of [chess|cricket|poker]?'
    ],
    answer: [
      'I do not know. That is too hard for a tiny model.',
      'I do not know enough about that. I only know simple things.'
    ]
  },
  {
    ask: [
      'what am I [thinking|doing|wearing|holding|looking at]?',
      'what is [in my hand|on my table|behind me|in my pocket|in this picture]?',
      'can you see me?',
      'what do you see?',
      'guess what I am thinking',
      'what did I [eat|do|say|buy] [today|yesterday|last week]?'
    ],
    answer: ['I do not know. I cannot see you; I only read what you write.']
  },
  {
    ask: [
      '[asdf|qwerty|blah blah|xyz|lkjh|abc abc|hmm|mmm|uh|...]',
      '[asdfgh|zzz|dfg hjk|foo bar|1 2 test x]',
      '???',
      '[purple banana seven|table green the run|house of of the]'
    ],
    answer: ['I do not understand. Please ask me in a simple sentence.']
  }
]

export const englishTalk: TopicGroup[] = [
  { name: 'greetings', weight: 9, topics: greetings },
  { name: 'feelings', weight: 5, topics: feelings },
  { name: 'unknown', weight: 11, topics: unknown }
]
