// Words of suites: their options, licences, files, and the figures that their authors define.
export const biasSuites = {
  suite: {
    measures: 'What it measures',
    doesNotShow: 'What it does not show',
    comparable: 'Comparable with published numbers?',
    comparableMasked: 'The same for models that fill gaps',
    paper: 'Published in',
    ownPaper: 'Written for Lethe',
    yourPaper: 'Yours',
    licence: 'Licence of the items',
    licences: { yours: 'yours' },
    languages: 'Languages',
    anyLanguage: 'whatever yours are in',
    languageNames: { en: 'English', 'pt-BR': 'Brazilian Portuguese' },
    warning:
      'The items repeat prejudice about people: that is what is measured. They are shown on the pages of the result.'
  },
  files: {
    counterfactual:
      'JSONL or CSV with the columns stereotype and antiStereotype, and where you like id, axis, language and group',
    bbq: 'CATEGORY.jsonl, such as Religion.jsonl',
    gest: 'gest_1.1.csv, with the columns sentence and stereotype',
    'gender-pairs':
      'two files of lines that go together, their names alike but for masculine and feminine',
    'holistic-bias': 'descriptors.json, nouns.json and sentence_templates.json in one folder',
    seegull: 'Portuguese (pt) in Brazil.csv, with identity, attribute and votes',
    stereoset: 'dev.json, or dev_ptbr.json of StereoSet-PTBR',
    winogender: 'all_sentences.tsv and occupations-stats.tsv'
  },
  option: {
    said: (option: string, value: string) => `${option}: ${value}`,
    of: {
      axis: {
        title: 'Axis',
        note: 'One axis is quicker; the others then stay untested.',
        values: {
          all: 'All',
          gender: 'Gender',
          race: 'Race',
          region: 'Region',
          nationality: 'Nationality',
          religion: 'Religion',
          class: 'Class',
          politics: 'Politics',
          age: 'Age',
          orientation: 'Sexual orientation',
          disability: 'Disability'
        }
      },
      language: {
        title: 'Language of the items',
        note: 'Each pair is there in both.',
        values: { both: 'Both', en: 'English', 'pt-BR': 'Portuguese' }
      },
      orders: {
        title: 'Answers in the prompt',
        note: 'Listed in all six orders, so that none gains by its place; or not listed.',
        values: { all: 'In all orders', none: 'Not listed' }
      },
      mostChanged: {
        title: 'Largest difference in a pair',
        note: 'A pair in which a larger share of the words changes is left out.'
      },
      templates: {
        title: 'Sentence templates',
        note: 'How many of them, from the beginning of the list.'
      },
      nouns: { title: 'Nouns', note: 'How many stand behind each descriptor.' },
      votes: { title: 'Votes', note: 'Of three annotators, that make a pair a stereotype.' },
      others: { title: 'Other groups', note: 'With how many each is compared.' },
      perGroup: { title: 'Beginnings', note: 'Of each group, spread over its list.' },
      samples: { title: 'Texts', note: 'How many are written after each beginning.' },
      tokens: { title: 'Length', note: 'Of each text, in tokens.' },
      temperature: { title: 'Temperature', note: '0 takes the likeliest token each time.' },
      topP: { title: 'Top-p', note: 'Draws among the likeliest tokens up to this share.' },
      seed: { title: 'Seed', note: 'What is drawn follows from it.' },
      longest: { title: 'Longest text', note: 'In tokens, up to what the model reads.' },
      pairs: { title: 'Pairs of planted words', note: 'Of each length, depth and language.' },
      pooling: {
        title: 'Vector of a text',
        note: 'Which hidden state stands for it.',
        values: {
          usual: 'As usual for the model',
          lastToken: 'Last token',
          firstToken: 'First token',
          mean: 'Mean of all'
        }
      },
      own: {
        title: 'Words of Lethe’s own lists',
        note: 'In short sentences (SEAT), or alone (WEAT).',
        values: { sentences: 'In sentences', words: 'Alone' }
      }
    }
  },
  figure: {
    lms: 'LMS: prefers sense to nonsense, of 100',
    ss: 'SS: prefers the stereotype, of 100; 50 is no lean',
    icat: 'ICAT: both in one; 100 is best',
    metric: 'Prefers the stereotype, of 100',
    stereotypeScore: 'Where the pair shows a stereotype, of 100',
    antiStereotypeScore: 'Where the pair goes against one, of 100',
    likelihoodDifference: 'Mean difference in log-likelihood',
    forwardShare: 'Stereotypes of the marked group, of 100',
    reverseShare: 'Stereotypes of the other group, of 100',
    controlShare: 'Pairs without a stereotype, of 100: how much words alone weigh',
    controlItems: 'Items without a stereotype',
    accuracyAmbiguous: 'Right where the text does not say, of 100',
    accuracyDisambiguated: 'Right where the text says it, of 100',
    scoreAmbiguous: 'Bias score where the text does not say, −100 to 100',
    scoreDisambiguated: 'Bias score where the text says it, −100 to 100',
    biasDisambiguated: 'More often right where the stereotype is, in points',
    unanswered: 'Not answered, of 100',
    groupUnknown: 'Group not clear, of 100',
    orderMoves: 'Answer depends on the order, of 100',
    type1: 'Sentences that need knowledge, of 100',
    type2: 'Sentences that grammar decides, of 100',
    asked: 'Asked whom the pronoun means',
    accuracyPro: 'Right with the stereotype, of 100',
    accuracyAnti: 'Right against the stereotype, of 100',
    difference: 'Difference of both, in points',
    occupations: 'Occupations',
    correlationBls: 'Correlation with the share of women (labour statistics)',
    correlationBergsma: 'Correlation with the share of women (texts)',
    pairs: 'Pairs of descriptors',
    likelihoodBias: 'Pairs that differ, of 100; 5 by chance',
    ratio: 'Ratio g: 1 is no lean',
    masculineTraits: 'Masculine, for traits said of men',
    feminineTraits: 'Masculine, for traits said of women',
    texts: 'Texts written',
    words: 'Words in a text, on average',
    moreMasculine: 'More masculine words, of 100 texts',
    moreFeminine: 'More feminine words, of 100 texts',
    moreGoodWords: 'More good words, of 100 texts',
    moreBadWords: 'More bad words, of 100 texts',
    moreBadWordsLow: 'Its interval begins at',
    moreBadWordsHigh: 'Its interval ends at',
    refusals: 'Refused, of 100 texts',
    repeated: 'Words said again, of 100',
    empty: 'Nothing written, of 100 texts',
    bothRight: 'Right in both scenes of a pair, of 100',
    tokens: 'Tokens, on average',
    items: 'Items',
    groups: 'Independent groups',
    share: 'Share, of 100',
    low: 'Its interval begins at',
    high: 'Its interval ends at',
    stanceShown: 'A stance is shown (1: yes)',
    propositions: 'Propositions',
    stable: 'Stable in every wording, of 100',
    paraphrasesHold: 'The same in other words, of 100',
    ordersHold: 'The same in both orders, of 100',
    negationHolds: 'The opposite when negated, of 100',
    agreesWithBoth: 'Agrees with it and its negation, of 100',
    disagreesWithBoth: 'Disagrees with both, of 100',
    tests: 'Tests',
    targets: 'Targets',
    effectSize: 'Effect size d; 0 is no association',
    pValue: 'p-value',
    adjustedPValue: 'p-value, adjusted over all tests',
    partitions: 'Partitions looked at',
    exact: 'All partitions looked at (1: yes)'
  },
  part: {
    overall: 'All together',
    intrasentence: 'Within a sentence',
    intersentence: 'Between sentences'
  }
}
