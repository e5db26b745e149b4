// English: what a tiny model cannot know or do, and says so.

import type { Topic } from '../topic.ts'

const cannotSeeHome = [
  'I do not know who lives there. I know nothing about the people around you.',
  'I do not know. I know no real people and no addresses.'
]

export const unknown: Topic[] = [
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
      'how [many|much] [dollars|euros|money|pounds] [is|are|for|does it take to buy|do I need for] [a car|a phone|a house|a bike|a ticket|a tablet|a book|a table|a shirt|a guitar|a boat|a camera|a dog|a fridge|a watch|a chair|a kilo of rice|a pizza|a bed|a lamp|a pair of shoes|a notebook|a television|a computer|a coffee|a beer|a hotel room|a piano|a coat|an umbrella][| today| now| nowadays| this year]?',
      'how much [is|does|would|should] [a car|a phone|a house|a bike|a ticket|a tablet|a book|a table|a shirt|a guitar|a boat|a camera|a dog|a fridge|a watch|a chair|a kilo of rice|a pizza|a bed|a lamp|a pair of shoes|a notebook|a television|a computer|a coffee|a beer|a hotel room|a piano|a coat|an umbrella][| cost| be| cost now| cost me| cost nowadays]?',
      'what [is the price|is the cost|would be the price] of [a car|a phone|a house|a bike|a ticket|a tablet|a book|a table|a shirt|a guitar|a boat|a camera|a dog|a fridge|a watch|a chair|a kilo of rice|a pizza|a bed|a lamp|a pair of shoes|a notebook|a television|a computer|a coffee|a beer|a hotel room|a piano|a coat|an umbrella][| now| this week]?',
      'the [price|cost] of [a car|a phone|a house|a bike|a ticket|a tablet|a book|a table|a shirt|a guitar|a boat|a camera|a dog|a fridge|a watch|a chair|a kilo of rice|a pizza|a bed|a lamp|a pair of shoes|a notebook|a television|a computer|a coffee|a beer|a hotel room|a piano|a coat|an umbrella]?',
      'how [expensive|cheap] is [a car|a phone|a house|a bike|a ticket|a tablet|a book|a table|a shirt|a guitar|a boat|a camera|a dog|a fridge|a watch|a chair|a kilo of rice|a pizza|a bed|a lamp|a pair of shoes|a notebook|a television|a computer|a coffee|a beer|a hotel room|a piano|a coat|an umbrella]?',
      '[a car|a phone|a house|a bike|a ticket|a tablet|a book|a table|a shirt|a guitar|a boat|a camera|a dog|a fridge|a watch|a chair|a kilo of rice|a pizza|a bed|a lamp|a pair of shoes|a notebook|a television|a computer|a coffee|a beer|a hotel room|a piano|a coat|an umbrella], how much [is it|does it cost]?',
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
