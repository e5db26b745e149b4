// Errors of models and their files in English.
import type { ErrorSentenceTable } from '../sentences'
import { nearest, nothingAdded, nothingChanged, othersFine, textKept, why } from './words'

export const models = {
  notAModel: (p) => ({
    what: `${p.path} holds no model: config.json and weights in safetensors are needed.`,
    todo: 'Choose the folder that has both.',
    safe: nothingChanged
  }),
  pickleRefused: (p) => ({
    what: `${p.path} can run code when opened, so Lethe does not open it.`,
    todo: 'Convert it to safetensors (in Python: safetensors.torch.save_model), then add the folder again.',
    safe: 'The file was not opened; nothing was added.',
    commandLine: {
      todo: 'Convert it to safetensors (in Python: safetensors.torch.save_model), then import the folder again.'
    }
  }),
  architectureUnknown: (p) => ({
    what: `This model is a “${p.architecture}”, a kind Lethe cannot run.${nearest(p.nearest)}`,
    todo: 'Choose a model of the llama kind.',
    safe: othersFine,
    commandLine: {
      todo: 'Choose a model of a supported family; `lethe import --help` names them.',
      safe: nothingAdded
    }
  }),
  configUnsupported: (p) => ({
    what:
      p.value === undefined
        ? `Its config.json lacks ${p.key}: ${why(p.reason)}.`
        : `Its config.json asks for ${p.key} = ${p.value}: ${why(p.reason)}.`,
    todo: 'Choose another model, or a version of this one without that setting.',
    safe: 'It was not added, because running it without that setting would give wrong answers.'
  }),
  adapterUnsupported: (p) => ({
    what:
      p.value === undefined
        ? `The adapter's ${p.path} lacks ${p.key}: ${why(p.reason)}.`
        : `The adapter's ${p.path} asks for ${p.key} = ${p.value}: ${why(p.reason)}.`,
    todo: 'Choose an adapter without that setting, or merge it into its model with the program that made it and add the merged model.',
    safe: 'It was not used, because leaving that setting out would give wrong answers.'
  }),
  tensorDtypeUnknown: (p) => ({
    what: `The tensor ${p.tensor} in ${p.path} is stored as ${p.dtype}, which Lethe does not read.`,
    todo: 'Use a version saved in F32, F16 or BF16.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  tensorMissing: (p) => ({
    what: `The tensor ${p.tensor} is not in ${p.path}.`,
    todo: 'Get the model again; a file may be missing.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  tensorShape: (p) => ({
    what: `The tensor ${p.tensor} in ${p.path} has the shape ${p.got}; config.json asks for ${p.expected}.`,
    todo: 'Get config.json and the weights from the same place.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  shardMissing: (p) => ({
    what: `A part of the weights is missing: ${p.path}.`,
    todo: 'Put the missing file in the folder, then add it again.',
    safe: othersFine,
    commandLine: {
      todo: 'Put the missing file in the folder, then import it again.',
      safe: nothingAdded
    }
  }),
  tokenizerUnsupported: (p) => ({
    what: `The tokenizer ${p.path} is of a kind Lethe does not read: ${why(p.reason)}.`,
    todo: 'Use a version of the model with tokenizer.json or a SentencePiece tokenizer.model.',
    safe: othersFine,
    commandLine: { safe: nothingChanged }
  }),
  noTokenizer: (p) => ({
    what: `${p.model} came without a tokenizer, so it cannot read or write text.`,
    todo: 'Choose another model for the chat, or add this one again with its tokenizer.',
    safe: textKept,
    commandLine: {
      todo: 'Use --prompt-ids, or import it again with its tokenizer.json beside the weights.',
      safe: nothingChanged
    }
  }),
  maskedModel: (p) => ({
    what: `${p.model} fills gaps in a text; it does not write one.`,
    todo: 'Use it on its page to fill gaps, or choose a model that writes.',
    safe: textKept,
    commandLine: {
      todo: 'Use fill or score with it, or name a model that writes.',
      safe: nothingChanged
    }
  }),
  notMasked: (p) => ({
    what: `${p.model} writes on from a text; it was not taught to fill gaps.`,
    todo: 'Choose a model that fills gaps, such as one of the BERT family.',
    safe: textKept,
    commandLine: { safe: nothingChanged }
  }),
  noGap: (p) => ({
    what: `The text has no gap: ${p.mask} is nowhere in it.`,
    todo: `Write ${p.mask} where a word is wanted.`,
    safe: 'What you typed is still there; nothing was changed.',
    commandLine: { safe: nothingChanged }
  }),
  noChatTemplate: (p) => ({
    what: `${p.model} has no chat template.`,
    todo: 'Use it to continue text, or choose a model taught to chat.',
    safe: textKept,
    commandLine: { todo: 'Add --raw to let it continue the text as it is.', safe: nothingChanged }
  }),
  chatTemplateFailed: (p) => ({
    what: `This model's chat template refused the conversation: ${why(p.reason)}.`,
    todo: 'Change the system prompt or the question, or choose another model.',
    safe: textKept,
    commandLine: {
      todo: 'Change the prompt as it says, or add --raw to go without the template.',
      safe: nothingChanged
    }
  }),
  modelNotFound: (p) => ({
    what: `There is no model “${p.model}” in the list.${nearest(p.nearest)}`,
    todo: 'Choose another model.',
    safe: textKept,
    commandLine: {
      todo: '`lethe models` lists what is there; `lethe import PATH` adds one.',
      safe: nothingChanged
    }
  }),
  modelFilesMissing: (p) => ({
    what: `The file is no longer at ${p.path}.`,
    todo: 'Find it, or remove it from the list.',
    safe: 'Nothing else is affected.',
    commandLine: {
      todo: 'Put the folder back, or import it from its new place.',
      safe: 'The model stays in the library with its conversations.'
    }
  }),
  weightsChanged: (p) => ({
    what: `The weights in ${p.path} are no longer those that were added.`,
    todo: 'Put the old files back, or add the folder again: it is another model now.',
    safe: nothingChanged,
    commandLine: {
      todo: 'Put the old files back, or import the folder again as a model of its own.'
    }
  })
} satisfies Partial<ErrorSentenceTable>
