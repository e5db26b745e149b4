// How a model that begins with nothing is talked to: the tokens that its tokenizer begins with, what they
// stand for, and the template that sets a conversation in them.

const separator = '<|endoftext|>'
const endOfTurn = '<|end|>'

export const specialTokens = [
  ...[separator, endOfTurn, '<|system|>', '<|user|>', '<|assistant|>']
] as const

export const roles = { beginning: separator, ending: endOfTurn, padding: separator } as const

export const chatTemplate =
  "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] | trim + '<|end|>' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}"
