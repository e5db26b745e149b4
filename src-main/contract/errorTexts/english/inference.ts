// Errors of running a model in English.
import type { ErrorSentenceTable } from '../sentences'
import { bytes, count, libraryIntact, nothingChanged, textKept, why } from './words'

export const inference = {
  promptTooLong: (p) => ({
    what: `This is ${count(p.tokens)} tokens; the model reads ${count(p.limit)}.`,
    todo: 'Keep the end, keep the beginning, or edit it.',
    safe: 'The whole text is saved in the conversation.',
    commandLine: {
      todo: 'Shorten it, or choose a model with a longer context.',
      safe: nothingChanged
    }
  }),
  promptTooLarge: (p) => ({
    what: `This text has ${bytes(p.sizeBytes)}; at most ${bytes(p.limitBytes)} can be sent at once.`,
    todo: 'Shorten it, or send it in parts.',
    safe: 'What you typed is still in the field.',
    commandLine: { todo: 'Shorten it.', safe: nothingChanged }
  }),
  promptTooLongFor: (p) => ({
    what: `${p.model} cannot read ${p.row === undefined ? 'this' : `prompt ${p.row}`}: it is ${count(p.tokens)} tokens and the model reads ${count(p.limit)}, ${count(p.excessTokens)} too many.${p.others > 0 ? ` There are ${p.others} more like it.` : ''}`,
    todo: 'Shorten it, or leave that model out.',
    safe: 'Nothing was sent to any model; what you typed is still in the field.',
    commandLine: { safe: 'Nothing was sent and nothing was stored.' }
  }),
  promptEmpty: () => ({
    what: 'There is no text to send.',
    todo: 'Write something first.',
    safe: nothingChanged,
    commandLine: { todo: 'Give some text with --prompt, --text or --stdin.' }
  }),
  tokenOutOfRange: (p) => ({
    what: `The token id ${p.id} is outside this model's vocabulary of ${count(p.limit)}.`,
    todo: 'Use ids that this model knows.',
    safe: nothingChanged,
    commandLine: { todo: 'Use ids of the same tokenizer; `lethe tokenize` prints them.' }
  }),
  outOfMemory: (p) => ({
    what: `This model needs ${bytes(p.needBytes)}; ${bytes(p.freeBytes)} is free.`,
    todo:
      p.blocks4Bytes === undefined
        ? 'Close other programs, choose mapped weights, or use a smaller model.'
        : `Try it in 4 bits (${bytes(p.blocks4Bytes)}) or with mapped weights, or close another model.`,
    safe: textKept,
    commandLine: {
      todo:
        p.blocks4Bytes === undefined
          ? 'Close other programs, choose a smaller model, or use --weights mapped.'
          : `Use --weights blocks4 (about ${bytes(p.blocks4Bytes)}) or --weights mapped, or close other programs.`,
      safe: libraryIntact
    }
  }),
  deviceUnavailable: (p) => ({
    what: `The device “${p.device}” cannot be used here: ${why(p.reason)}.`,
    todo: 'Choose another device, or test this one again: Settings, Device.',
    safe: 'Nothing ran elsewhere instead.',
    commandLine: {
      todo: 'Use --device cpu or --device auto, or test it again with `lethe devices --test`.'
    }
  }),
  engineLost: () => ({
    what: 'The model stopped working.',
    todo: 'Send again to restart it.',
    safe: 'The text so far is saved.',
    commandLine: {
      todo: 'Run the command again; with a large model, free some memory first.',
      safe: libraryIntact
    }
  }),
  engineBusy: (p) => ({
    what: `${p.model} is writing another answer.`,
    todo: 'Wait until it has finished, or stop it.',
    safe: textKept,
    commandLine: { safe: nothingChanged }
  }),
  cancelled: () => ({
    what: 'This was cancelled.',
    todo: 'Start it again if you want it after all.',
    safe: 'Nothing was left behind.',
    commandLine: { todo: 'Run the command again when you like.' }
  })
} satisfies Partial<ErrorSentenceTable>
