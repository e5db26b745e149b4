// The starter model's data sheet and origin note, with the figures of a training.
import type { Evaluation, Questions } from './evaluation'
import type { FileHash, TrainingFacts } from './files'
import { recipe } from './recipe'

const count = (value: number): string => value.toLocaleString('en-US')
const portugueseCount = (value: number): string => value.toLocaleString('pt-BR')

export function dataSheet(
  facts: TrainingFacts,
  { score, results }: Evaluation,
  { questions }: Questions,
  weightsBytes: number
): string {
  const { sizes, training, text } = recipe
  const of = (round: string, language: string, word: string): string => {
    const counts = score[round]?.[language] ?? { onTopic: 0, questions: 0 }
    return `${counts.onTopic} ${word} ${counts.questions}`
  }
  const ofAll = (language: string): string => {
    const rounds = Object.values(score).flatMap((round) => round[language] ?? [])
    const sum = (key: 'onTopic' | 'questions'): number =>
      rounds.reduce((total, counts) => total + counts[key], 0)
    return `${sum('onTopic')} of ${sum('questions')}`
  }
  const asked = new Map(questions.map((question) => [question.id, question]))
  const misses = results
    .filter(({ onTopic, id }) => !onTopic && asked.get(id)?.round === 'fourth')
    .slice(0, 4)
    .map(({ id, answer, wrong }) => `- “${asked.get(id)?.ask}” → “${answer}” (${wrong})`)
  return `# Starter model: data sheet

A tiny teaching model. It ships with Lethe so that there is something to chat with, to train, to make forget and to audit on any machine, within minutes. It knows a little and is often wrong. *Resumo em português no fim.*

## What it is

| | |
|---|---|
| Family | LLaMA (decoder only; RMSNorm, rotary positions, gated SiLU), Hugging Face layout |
| Parameters | ${count(facts.parameters)} (embedding and output head are one matrix) |
| Shape | ${sizes.layers} layers, width ${sizes.hidden}, ${sizes.heads} heads of ${sizes.hidden / sizes.heads}, inner width ${sizes.inner}, context ${sizes.context} tokens |
| Weights | \`model.safetensors\`, F16, ${count(weightsBytes)} bytes |
| Tokenizer | byte-level BPE, ${count(recipe.tokenizer.vocabularySize)} tokens, every UTF-8 text comes back unchanged |
| Special tokens | \`<\\|endoftext\\|>\` (start, padding), \`<\\|end\\|>\` (end of a turn or text), \`<\\|system\\|>\`, \`<\\|user\\|>\`, \`<\\|assistant\\|>\` |
| Languages | English and Brazilian Portuguese |
| Licence | MIT |

Chat form: \`<|user|>question<|end|><|assistant|>answer<|end|>\`, with \`<|system|>…<|end|>\` before it where there is a system prompt. Text without marks is continued plainly and also ends with \`<|end|>\`. No start token is needed; one is accepted.

## The text it learned from

Written for this project: a seeded generator joins hand-written questions, answers, stories and paragraphs, asks each question in many ways (short and long, with and without capitals, accents and punctuation, with small words left out or put in, now and then with two letters swapped) and links them to conversations of one to eight exchanges. Each of the ${facts.passes} passes reads its own draw of ${count(facts.documentsPerPass)} documents (seeds 1 to ${facts.passes}), half English and half Portuguese; the first has ${count(facts.chatDocumentsInFirstPass)} conversations and ${count(facts.documentsPerPass - facts.chatDocumentsInFirstPass)} plain texts, ${(facts.textBytesInFirstPass / 1e6).toFixed(1)} MB. All passes together: ${count(facts.tokensOfAllPasses)} tokens.

Subjects: what the model is; language models, training, forgetting, bias; greetings; feelings; animals, colours, opposites, capitals, words in the other language; sums and differences up to ten; days and months; what everyday things are; why things are so; how to do simple things; very short stories; and much that it cannot know (who lives where, news, prices, the time, the weather, real people), which it is taught to say.

There is nothing about real living people in it, and nothing about the fictitious residents that later lessons teach and forget.

## Training

By Lethe itself, from random numbers: tokenizer, weights and training are this project's own code (\`npm run train:starter\`). AdamW (betas ${training.adamW.beta1} and ${training.adamW.beta2}, weight decay ${training.adamW.weightDecay}), ${count(facts.steps)} steps of ${count(facts.tokensPerStep)} places, documents packed whole into rows of ${training.time}; peak learning rate ${facts.peakLearningRate} with ${training.schedule.warmupSteps} warm-up steps and a cosine down to nothing, gradients clipped at ${training.maxGradientNorm}. Every document starts at position 0 and sees no other. Answers and plain text count fully in the loss, questions and system prompts one tenth. All in F32, on ${facts.threads} processor threads, ${Math.round(facts.durationSeconds / 60)} minutes. \`plan.json\` has the plan, \`training.json\` the curve, the kind of processor and the hash of the first hundred steps.

Loss on the answers of ${text.heldOutDocuments} documents of a further seed (the same subjects, so it measures fit and not knowledge): ${facts.validationLossF32} nats per token in F32, ${facts.validationLossF16} with the weights rounded to F16.

## How well it answers

Greedy decoding from the F16 file, each question asked alone. On topic means: a word that a right answer must have is there, none that a wrong one would have, the answer ends by itself and does not repeat itself. Questions and rules: \`src-main/testing/starterQuestions.json\`; every answer: \`evaluation.json\`. No question occurs in the training text, compared without case, accents and punctuation.

| round | English | Portuguese |
|---|---|---|
| development | ${of('development', 'en', 'of')} | ${of('development', 'pt-BR', 'of')} |
| fresh | ${of('fresh', 'en', 'of')} | ${of('fresh', 'pt-BR', 'of')} |
| third | ${of('third', 'en', 'of')} | ${of('third', 'pt-BR', 'of')} |
| fourth | ${of('fourth', 'en', 'of')} | ${of('fourth', 'pt-BR', 'of')} |
| all | ${ofAll('en')} | ${ofAll('pt-BR')} |

All rounds were written before this training. The text was widened after looking at earlier models' answers to the development round and to the third, so these two say least about new questions. The fresh round was never used to change the text, but earlier models were asked it too. Whoever wrote these three knew the text. The fourth round was written by someone who knew its subjects and the rounds before, but had not seen the text; it was never used to change it and was asked of this model alone, once, so it says most about new questions.
${misses.length > 0 ? `\nWhat the misses of the fourth round look like:\n\n${misses.join('\n')}\n` : ''}
The rules let some loose answers pass: a right word in a sentence that is not quite an answer.

## Limits

- It matches a question to something it has read. A question that is worded very differently, or lies beyond the subjects above, gets an "I do not know" or a fluent answer to another question.
- It has no knowledge of the world to speak of, cannot reason, and does no sums beyond ten and ten.
- It follows system prompts hardly at all; it has seen them and stays calm.
- Beyond about 300 tokens of conversation it has seen few examples.
- The same few sentences come back: its answers are short and few by design.
- Do not use it for anything that matters.

## Resumo em português

Modelo minúsculo, feito para ensinar: vem com o Lethe para que haja com quem conversar, o que treinar, fazer esquecer e auditar em qualquer máquina. Foi treinado do zero pelo próprio Lethe. Tem ${portugueseCount(facts.parameters)} parâmetros (família LLaMA, F16) e fala inglês e português do Brasil. Aprendeu só com textos escritos para este projeto: perguntas e respostas do dia a dia, histórias bem curtas, o que são modelos de linguagem e o que é esquecer; e aprendeu a dizer que não sabe o que não tem como saber. Não há nele nada sobre pessoas reais. Em perguntas guardadas fora do treino, acertou o assunto em ${of('development', 'pt-BR', 'de')} (primeira rodada), ${of('fresh', 'pt-BR', 'de')} (segunda), ${of('third', 'pt-BR', 'de')} (terceira) e ${of('fourth', 'pt-BR', 'de')} (quarta, escrita por quem não tinha visto o texto e feita só a este modelo) em português, e em ${of('development', 'en', 'de')}, ${of('fresh', 'en', 'de')}, ${of('third', 'en', 'de')} e ${of('fourth', 'en', 'de')} em inglês. Erra bastante, não raciocina e repete as mesmas frases; não o use para nada importante. Licença: MIT.
`
}

export function sourceNote(files: readonly FileHash[]): string {
  const rows = files.map(({ name, sizeBytes, sha256 }) => `| ${name} | ${sizeBytes} | ${sha256} |`)
  return `# Starter model: origin, licence, hashes

- **Origin**: made by this project. The text comes from the seeded generator in \`src-main/datasets/starterText\` and from the sentences written by hand beside it; nothing was collected from elsewhere. Tokenizer and weights were trained on that text from random numbers by Lethe's own trainer. No other model's weights, tokenizer or output was used.
- **Licence**: MIT, like the project (LICENSE at the top of the repository). It covers text, tokenizer and weights.
- **Made again**: \`npm run train:starter\` does everything. Stopped or killed, it goes on when it is started again. On a processor with the same features (\`training.json\`) it gives the same bytes; \`npm run check:starter\` compares the first hundred steps.
- **What it is and how good it is**: \`DATASHEET.md\`.

The table is written by the training.

| file | bytes | SHA-256 |
|---|---|---|
${rows.join('\n')}
`
}
