// Brazilian Portuguese: the many frames in which people put the same kind of question.

/** Ways of asking for the reason of a clause, such as "o céu é azul". */
export const reasonFor = (clause: string): string[] => [
  `por que ${clause}?`,
  `por que [é que|será que|motivo|razão] ${clause}?`,
  `${clause} por [quê|que]?`,
  `[você sabe|cê sabe|sabe|sabe me dizer|tem ideia de] por que ${clause}?`,
  `[queria|quero|gostaria de] [saber|entender] por que ${clause}`,
  `[me explica|me explique|explica|explique|me conta|me diga|pode explicar] por que ${clause}`,
  `qual é [o motivo|a razão|a causa]: por que ${clause}?`,
  `${clause}. [qual é o motivo|qual a razão|por que isso|por que é assim|qual é a causa]?`,
  `[minha filha|meu filho|uma criança|meu aluno] [perguntou|quer saber] por que ${clause}. [o que eu digo|o que respondo|você sabe]?`
]

/** Ways of asking how a deed is done, such as "fazer chá". */
export const wayTo = (deed: string): string[] => [
  `como ${deed}?`,
  `como [eu faço para|faço pra|faço para|se faz para|a gente faz para|é que faz para] ${deed}?`,
  `como [posso|devo|eu posso|é que posso|consigo|dá para] ${deed}?`,
  `[qual é|qual] [o jeito|a maneira|o modo|a forma] [mais fácil |mais simples |]de ${deed}?`,
  `[me ensina|me ensine|pode me ensinar|você me ensina|ensina] a ${deed}`,
  `[me explica|me explique|me diga|explica|explique|me mostra] como ${deed}`,
  `[quero|queria|preciso|vou|tenho que] ${deed}. [como eu faço|como faço|como se faz|o que eu faço|por onde começo|me ajuda]?`,
  `[quero|queria] [aprender a|saber como] ${deed}`,
  `[o que é preciso para|o que preciso fazer para|o que eu faço para|o que faço pra] ${deed}?`,
  `[não sei|nunca aprendi a|nunca consegui] ${deed}. [me ajuda|como faço|como se faz]?`,
  `[você sabe|cê sabe|sabe|tem ideia de] como [se faz para |]${deed}?`,
  `[passo a passo|passos|dicas|instruções|dica] para ${deed}`
]

/** Ways of asking what something is for, from its name with the indefinite article: "uma faca". */
export const useOf = (a: string): string[] => {
  const noun = a.replace(/^uma? /, '')
  const the = a.startsWith('uma ') ? `a ${noun}` : `o ${noun}`
  return [
    `[para que|pra que] serve ${a}?`,
    `[para que|pra que] serve ${the}?`,
    `${a} serve [para quê|pra quê]?`,
    `[para que|pra que] [a gente usa|se usa|as pessoas usam|usamos|eu uso|você usaria] ${a}?`,
    `[qual é|qual] a [utilidade|função|serventia] d${the}?`,
    `[qual é|qual] o uso d${the}?`,
    `o que [se faz|a gente faz|eu faço|dá para fazer|posso fazer|as pessoas fazem] com ${a}?`,
    `[você sabe|cê sabe|sabe|me diga|me explica|me conta] [para que|pra que] serve ${a}`,
    `[queria|quero] saber [para que|pra que] serve ${a}`,
    `[ganhei|comprei|achei|tenho] ${a}. [pra que serve|para que uso|o que faço com isso]?`,
    `quando [a gente usa|se usa|eu uso|as pessoas usam|devo usar] ${a}?`,
    `por que [alguém|a gente] [usa|precisa de] ${a}?`,
    `[preciso mesmo de|por que ter] ${a}? [para quê|pra quê]?`,
    `${noun}: [para que|pra que] serve?`
  ]
}

/** Ways of asking what a term of the field means: "um token", of which people say "token". */
export const meaningOf = (term: string, word = term.replace(/^(uma?|os?|as?) /, '')): string[] => [
  `o que é ${term}?`,
  `${term} é o quê?`,
  `[o que seria|o que vem a ser|o que é mesmo|que coisa é] ${term}?`,
  `[você sabe|cê sabe|sabe|sabe me dizer|pode me dizer] o que é ${term}?`,
  `[queria|quero|gostaria de|preciso] [saber|entender] o que é ${term}`,
  `[me explica|me explique|explica|explique|me conta|pode explicar] o que é ${term}[| de um jeito simples| em poucas palavras]`,
  `[ouço falar de|li sobre|falam de|falam muito em|me falaram de|não entendo a palavra] ${word}. O que [é|é isso|significa|quer dizer isso|vem a ser isso]?`,
  `[a palavra ${word}|${word}] [quer dizer|significa] o quê?`,
  `${word}[, o que é|: o que é| o que é|, como assim|]?`,
  `[nunca ouvi falar de|não sei nada sobre|sou leigo em] ${word}. [me explica|o que é|pode explicar]?`,
  `[qual é o|qual o] [significado|sentido] de ${word}?`,
  `[em palavras simples|para um leigo|sem complicar], o que é ${term}?`,
  `[defina|descreva|me fale sobre|fale de] ${word}`
]
