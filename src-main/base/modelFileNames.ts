// What belongs to a model besides its weights, by the names that Hugging Face folders use.

export const companionFiles =
  /^(config|generation_config|tokenizer_config|special_tokens_map|added_tokens|vocab|tokenizer|model\.safetensors\.index)\.json$|^(tokenizer|spiece|sentencepiece\.bpe)\.model$|^(merges|vocab)\.txt$|^chat_template\.jinja$|^(licen[cs]e|notice|copying|readme|source|datasheet)(\.(md|txt))?$/i

export const singleWeightsFile = 'model.safetensors'
export const weightsIndexFile = 'model.safetensors.index.json'

/** Files of pickled Python objects: opening one can run any program, so they are refused. */
export const pickleFiles = /\.(bin|pt|pth|ckpt|pkl)$/i
