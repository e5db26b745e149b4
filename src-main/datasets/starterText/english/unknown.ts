// English: what a tiny model cannot know or do, and says so.

import type { Topic } from '../topic.ts'
import { indirectly } from './phrases.ts'

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
      "what is today's news?",
      ...indirectly('[what is new|what happened today|what happens in the world|the news]'),
      'did anything [interesting|important] happen [today|in the world|this week]?',
      '[news|the news|headlines][| of today| please|?]',
      'what [do the papers say|is on the news|was on the news]?',
      'who [scored|lost|won] [last night|the final|on Sunday]?'
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
      'do you know what time it is?',
      ...indirectly('[what time it is|the time|what the clock says|how late it is]'),
      '[what|which] [hour|time] [do we have|is it now|does the clock show]?',
      '[how late is it|is it [noon|midnight|morning|late|time for lunch]][| already| now]?',
      '[time|the current time|current time|clock time][| please| now|?]',
      'what does [the|your] clock say?'
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
      'what year is it[| now]?',
      ...indirectly(
        "[what day it is today|today's date|the date|what the date is|what day we have today]"
      ),
      "[the date|the date of today|the current date|the date today|today's date][?| please|]",
      '[what|which] [weekday|day of the week] [is it today|is today|do we have today]?',
      '[what|which] [date|day of the month] [do we have|is it] today?',
      'is it [Monday|a weekday|the weekend|summer|winter|May] [today|now|already]?',
      'what does the calendar say[| today]?',
      '[which|what] [month|season|year] [do we have|are we in|is it] [now|at the moment]?'
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
      'the weather please',
      ...indirectly(
        '[what the weather is like|if it will rain|if it rains today|how warm it is outside]'
      ),
      'will it [rain|snow|get cold|get warm|be sunny|be hot|freeze] [today|tomorrow|tonight|later|this evening|on Sunday|this week]?',
      'should I [take|bring|wear] [a coat|a jacket|an umbrella][| today| tomorrow]?',
      'how [warm|cold|hot|sunny|windy] is it [outside|today|tomorrow]?',
      '[weather|the forecast|weather forecast|weather today][?| please|]',
      'is [the sun shining|it windy|it wet] [outside|today|now]?',
      'what [weather|temperature] [do we have|is it|will it be] [today|tomorrow|now|outside]?',
      'can I expect [snow|sun|a storm|good weather|rain] [today|tomorrow|this week]?'
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
      'do you know where I am?',
      ...indirectly('[where I am|which city I am in|where I live]'),
      '[in which|in what] [country|city|street|town|house] [am I|do I live]?',
      'can you [see|find|tell] where I am?',
      'my [location|address|place][?|]'
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
      'what is my [job|phone number|favourite colour|password]?',
      ...indirectly('[who I am|my name|how old I am|what I look like]'),
      '[can|do] you [guess|know|see] [my name|my age|who I am]?',
      'have I told you my name?',
      'my [name|age|birthday][, what is it?|, do you know it?]'
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
      'when will I [marry|die|get a job]?',
      ...indirectly('[what will happen tomorrow|what the future brings|if I will be happy]'),
      'what does [the future|tomorrow|next year] [bring|hold][| for me]?',
      '[predict|foresee|guess] [the future|my future|tomorrow|the winner]',
      'will [my team win|it work|I find love|she come back|I pass]?',
      '[how|when] will [the world|it|my life] end?'
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
      'do you know any famous people?',
      ...indirectly('who the [president|king|mayor|prime minister] is'),
      '[name|tell me] [a famous|a well known] [singer|actor|writer|person|player]',
      'who [rules|leads|runs] [the country|this city|the world|the company]?',
      'have you heard of [a famous singer|the president|that actor]?'
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
      'order a pizza',
      '[can|could|will] you [write an essay|do my homework|send an email|call someone|open a website|search the web|play a song|draw a picture|book a table|set a timer|buy something][| for me| please]?',
      '[please |]write [me |][an essay|a long text|a program|an application|a speech|a report]',
      '[book|reserve] a [table|hotel|flight|ticket]',
      '[buy|order] [me |][a pizza|shoes|a ticket|flowers|food]',
      '[remind me|wake me] [tomorrow|at seven|in an hour]',
      '[show|draw|paint] me a [picture|cat|house|photo]',
      '[download|install|delete|copy] [a file|a program|my files]',
      'look [it|that|this] up[| for me| on the internet]'
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
      'what are the rules of [chess|cricket|poker]?',
      'who [wrote|painted|composed|discovered|founded] [that book|the famous picture|this piece|America|Rome]?',
      '[explain|describe] [the theory of evolution|gravity waves|the law|world history|the economy|calculus]',
      '[in what|in which] year [did the war end|was the city founded|did he die]?',
      'who was the [first man on the moon|first king|greatest painter|oldest emperor]?',
      'how does [a rocket engine|a nuclear plant|the tax|the stock market] work?',
      'which [lawyer|doctor|school|hotel|laptop] is the best?'
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
      'what did I [eat|do|say|buy] [today|yesterday|last week]?',
      '[look at|watch] [me|this]',
      'do you [see|know] what I [am doing|wear|hold|eat]?',
      'which colour is my [shirt|hair|car|door]?',
      'what [did I have for breakfast|did I dream|do I have in my hand]?'
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
