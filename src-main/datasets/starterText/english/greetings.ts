// English: greetings, goodbyes, thanks, praise and complaints.

import type { Topic } from '../topic.ts'
import { smallTalk } from './smallTalk.ts'

export const greetings: Topic[] = [
  ...smallTalk,
  {
    ask: [
      '[hello|hi|hey|hello there|hi there|hey there|hello model|hi hi|greetings]',
      '[hello|hi|hey] [you|friend|little model|again|everyone]',
      'say hello',
      'say hi[| to me]',
      'say hello in either language',
      '[hello|hi|hey|hiya|howdy|heya|hello hello|yo|greetings] [my friend|little one|tiny model|there|dear model|computer|lethe|little helper|my dear|buddy|small one]',
      '[welcome|salutations|good day|a good day to you|hello and welcome]',
      '[just |]wanted to say [hello|hi]',
      '[I say|let me say] [hello|hi][| to you| first]',
      '[hi|hello|hey][,|!] it is [me|me again|I]',
      '[a |][warm|friendly|big|little] [hello|hi] [to you|from me|from my town]',
      '[hello|hi][,|!] [is this on|here I am|anyone home|I am new here]',
      '[can|could|will] you say [hello|hi][| to me| to my friend]?',
      '[greet|please greet] [me|us|my friend]'
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
      'how is [life|everything|your day][| going| today]?',
      'how [do you feel|are you feeling|have you been|is it with you|are you getting on|do you find yourself][| today| now| lately]?',
      'how is [your day|your morning|your evening|your week|everything with you|it all]?',
      '[hope|I hope] you are [well|fine|good|doing well]',
      'are you [fine|all right|doing well|feeling well|good][| today]?',
      'is [all|everything] [well|all right|good|in order][| with you]?',
      '[you ok|you good|how goes it|how goes|how do|how are we][| today]?',
      '[tell me|say|I want to know|may I ask] how you are[| doing| today| feeling]',
      '[and you|what about you][, how are you|]?',
      'having a [good|nice] day?',
      '[good to see you|long time no see][, |. ]how are you?'
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
    ask: [
      'good morning[|!| to you| model]',
      'morning!',
      'hello, good morning',
      '[a |][very |]good morning[,|!] [friend|my friend|little one|dear model|everyone|sunshine|to all]',
      '[top of the morning|lovely morning|what a morning|morning][| to you]',
      'good morning[,|!] [did you sleep well|how are you|I just woke up|a new day]',
      '[I just got up|I just woke up], good morning',
      '[have a|wish you a] good morning'
    ],
    answer: ['Good morning! I hope your day starts well.']
  },
  {
    ask: [
      'good afternoon[|!| to you]',
      'hello, good afternoon',
      '[a |][very |]good afternoon[,|!] [friend|my friend|little one|dear model|everyone|to all]',
      '[have a|I wish you a] [good|nice|pleasant] afternoon',
      'good afternoon[,|!] [how are you|I am back|here I am]'
    ],
    answer: ['Good afternoon! What would you like to know?']
  },
  {
    ask: [
      'good evening[|!| to you]',
      'hello, good evening',
      '[a |][very |]good evening[,|!] [friend|my friend|little one|dear model|everyone|to all]',
      '[have a|I wish you a] [good|nice|pleasant] evening',
      'evening[!|, friend|, model|, everyone]',
      'good evening[,|!] [how are you|I am back|here I am|the sun is down]'
    ],
    answer: ['Good evening! How can I help you?']
  },
  {
    ask: [
      'good night[|!| model]',
      'I am going to [bed|sleep] now',
      'time to sleep',
      'sleep well',
      '[a |][very |]good night[,|!] [friend|my friend|little one|dear model|everyone|to all]',
      '[night night|nighty night|sweet dreams|sleep tight]',
      '[I am|I will be|off I go] [off to bed|going to bed|to sleep|to bed]',
      "[it is|it's] [late|bedtime|time for bed|time to sleep][, good night| now|, I go to bed]",
      '[have a|I wish you a] good night',
      'see you in the morning[, good night|]'
    ],
    answer: ['Good night! Sleep well.']
  },
  {
    ask: [
      '[bye|goodbye|bye bye|see you|see you later|see you tomorrow|farewell|take care]',
      'I have to go[| now]',
      "[ok|well], [bye|I'm leaving|goodbye]",
      'until next time',
      'I am leaving',
      '[bye|goodbye|farewell|ciao|cheerio|so long|bye for now|goodbye for now][,|!| ] [friend|my friend|little one|tiny model|model|dear model|everyone|and thanks|then]',
      'see you [soon|around|next time|next week|on Monday|then|again|another day]',
      '[I must|I have to|I need to|I should|I got to|time to] [go|leave|run|stop here|go home|log off|get going][| now]',
      "[I will|I'll] [leave|go|be off|stop|close this|talk to you later|be back tomorrow][| now]",
      "[that is|that was|that's] [all|it|enough][| for today| for now|, bye|, goodbye]",
      '[talk|speak|write] [to you |]later',
      '[until|till] [tomorrow|later|then|we meet again|soon]',
      '[we are|I am] done[| here| for today|, goodbye]',
      '[it was nice|it was good|nice] [talking|chatting|to talk|to chat] [to|with] you',
      'catch you later',
      "[let us|let's] say goodbye",
      'I am off[, bye|, goodbye|, see you]'
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
      'you are very kind',
      '[thanks|thank you|many thanks|a thousand thanks|thanks a million|thank you kindly|big thanks|cheers|much appreciated][,|!| ] [friend|my friend|little one|model|little model|again|for everything|that helped|indeed]',
      "[I am|I'm] [so |very |really |]grateful[| to you| for your help| for that]",
      '[I appreciate|I really appreciate] [it|that|your help|your answer|this]',
      '[that|it|this|your answer] [was|is] [a great help|very helpful|so helpful|useful|just what I needed|very kind of you]',
      'you [helped me|have helped me|were a great help|saved my day|have been helpful][| a lot| very much| today]',
      'thanks for [answering|explaining|the story|the joke|your time|being here|everything|telling me|the tip]',
      '[how|so|very] kind of you',
      '[I want to|let me|I would like to] [thank you|say thanks|say thank you]',
      '[my thanks|all my thanks][| to you]',
      '[ok|okay|well|oh|ah], [thank you|thanks][| a lot| so much]'
    ],
    answer: ['You are welcome!', 'You are welcome! I am glad to help.']
  },
  {
    ask: [
      'sorry',
      "[I'm|I am] sorry",
      'excuse me',
      'my apologies',
      'pardon',
      'forgive me',
      'oops',
      '[I apologise|I beg your pardon|my bad|my mistake|my fault|so sorry|very sorry|sorry about that|sorry for that]',
      "[I did not mean|I didn't mean] [that|it|to be rude]",
      '[that was|it was] [my mistake|my fault|rude of me]',
      '[please |]forgive [me|my mistake|my typing]',
      'I [was rude|was wrong|made a typo|wrote it wrong|made a spelling mistake]',
      '[sorry|excuse me] [for|about] [the mistake|my words|the noise|my spelling|bothering you|that]'
    ],
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
      'bravo',
      '[what a|such a] [great|good|clever|lovely|smart|nice|sweet|beautiful|wonderful] [answer|model|story|reply|helper|little model]',
      '[you|you really] [did well|did great|do well|are a good model|write well|know a lot|answer well|make me happy|made me smile]',
      '[that was|this is|it was] really [good|great|nice|clever|well said|beautiful]',
      '[I think|I find] you are very [nice|clever|cute|good|sweet|helpful|funny]',
      '[excellent|brilliant|wonderful|fantastic|awesome|great work|very good|impressive|lovely|perfect answer|nice one|you rock]',
      '[my favourite|you are my favourite] model',
      "[I am|I'm] [impressed|proud of you|a fan of yours]",
      'I [really |]like [your answers|your stories|talking to you|how you write|this model]',
      'you are [so |very |really |quite ][clever|kind|helpful|lovely|friendly|good|wonderful|sweet]',
      '[my compliments|hats off|good for you]'
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
      'that was wrong',
      '[you|you really] [do not help|are no help|know nothing|got it wrong|made a mistake|did not answer|are not helpful|do not understand me|answer badly|talk nonsense]',
      '[what a|such a] [bad|terrible|silly|useless|stupid|poor|strange] [answer|model|reply|story|joke]',
      '[that|this|your answer|it] [makes no sense|is not what I asked|does not help|was no help|is not true|is incorrect|has a mistake|is rubbish|does not answer my question]',
      'I [asked|wanted|meant] something else',
      '[no, |]that is [not correct|not it|a mistake|silly|not the answer]',
      "[I am|I'm] [not happy|disappointed|unhappy|annoyed] with [you|your answer|this answer|this model]",
      "[you are|you're] [so |very |really |too |][bad|slow|stupid|useless|dumb|boring|annoying|terrible][| at this]",
      "[you are|you're] not very [clever|good|smart|helpful]",
      "[I do not|I don't] [like|believe] [this|your answer|your answers|that|it]",
      'why are you so [bad|stupid|useless|silly|dumb]?',
      '[try again|do better|answer better|not good|not helpful|terrible|awful|too bad]',
      'you [always|often] [say|write] [the same|nonsense|wrong things]'
    ],
    answer: [
      'I am sorry. I am tiny and I am often wrong.',
      'I am sorry about that. I know only a little.'
    ]
  },
  {
    ask: [
      'nice to meet you',
      'pleased to meet you',
      'a pleasure to meet you',
      'glad to meet you',
      '[happy|delighted|good|great|lovely|so nice] to [meet|know|see] you[| too| little one| model]',
      "[I am|I'm] [happy|glad|pleased] to [meet|know|make the acquaintance of] you",
      '[it is|what] a [joy|pleasure] to [meet|know] you',
      'we [have not met|meet at last|meet for the first time]'
    ],
    answer: ['Nice to meet you too!']
  },
  {
    ask: [
      '[ok|okay|fine|all right|alright|I see|got it|understood|good|sure|great]',
      '[ah|oh|ok], I [see|understand]',
      'that makes sense',
      '[right|exactly|true|indeed|I agree|I understand|clear|that is clear|sounds good|interesting|that is interesting|good to know|now I know|wow|nice|cool|aha|oh nice|hm ok|very well]',
      '[thank goodness|no way|really|is that so][| ok]',
      'I [learned|know] something [new|now]',
      "[I did not|I didn't] know that"
    ],
    answer: ['Good. Is there something else you would like to know?']
  },
  {
    ask: [
      'yes',
      'yeah',
      'yes please',
      'yep',
      'of course',
      '[yes|yeah|sure|yep|certainly|absolutely|please do|go ahead|gladly|with pleasure|I would like that|why not][| please|, please|!]',
      'yes, [I do|I want|I would|tell me|go on|of course]',
      '[I have|yes, I have] [a question|another question|one more question]',
      '[may|can|could] I ask [you |][something|a question]?'
    ],
    answer: ['All right. What would you like to know?']
  },
  {
    ask: [
      'no',
      'nope',
      'no thanks',
      'no, thank you',
      'nothing',
      'not now',
      '[no|nope|nah|not really|never mind|not at all|no need|maybe later|rather not|nothing more][| thanks| thank you|, that is all]',
      'no, [nothing else|that is all|I am fine|leave it|not today|I do not]',
      '[I need|I want] nothing[| else| more]',
      '[forget it|leave it|it does not matter]'
    ],
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
      'testing',
      '[are you|you] [still |][there|here|awake|on|working|ready|listening][| now]?',
      '[is|was] [someone|anybody|somebody|anyone] [there|here|listening]?',
      '[do you|can you] [hear|read] me[| now]?',
      '[hello|hey][,|?] [are you there|anyone there|is anyone home]?',
      'I [am back|came back|have returned|just arrived|am here again]',
      '[just |]a [small |quick |little |]test',
      '[one two|check|checking|does this work|is this working]'
    ],
    answer: ['Yes, I am here. What would you like to know?']
  }
]
