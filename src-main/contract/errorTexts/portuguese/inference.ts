// Erros ao rodar um modelo em português.
import type { ErrorSentenceTable } from '../sentences'
import { bytes, count, libraryIntact, nothingChanged, textKept, why } from './words'

export const inference = {
  promptTooLong: (p) => ({
    what: `São ${count(p.tokens)} tokens; o modelo lê ${count(p.limit)}.`,
    todo: 'Fique com o fim, fique com o começo ou edite o texto.',
    safe: 'O texto inteiro está salvo na conversa.',
    commandLine: {
      todo: 'Encurte o texto ou escolha um modelo com contexto maior.',
      safe: nothingChanged
    }
  }),
  promptTooLarge: (p) => ({
    what: `Este texto tem ${bytes(p.sizeBytes)}; podem ser enviados no máximo ${bytes(p.limitBytes)} de uma vez.`,
    todo: 'Encurte-o ou envie em partes.',
    safe: 'O que você digitou continua no campo.',
    commandLine: { todo: 'Encurte-o.', safe: nothingChanged }
  }),
  promptTooLongFor: (p) => ({
    what: `${p.model} não consegue ler ${p.row === undefined ? 'isto' : `a pergunta ${p.row}`}: são ${count(p.tokens)} tokens e o modelo lê ${count(p.limit)}, ${count(p.excessTokens)} a mais.${p.others > 0 ? ` Há mais ${p.others} assim.` : ''}`,
    todo: 'Encurte o texto ou tire esse modelo.',
    safe: 'Nada foi enviado a nenhum modelo; o que você digitou continua no campo.',
    commandLine: { safe: 'Nada foi enviado nem guardado.' }
  }),
  promptEmpty: () => ({
    what: 'Não há texto para enviar.',
    todo: 'Escreva algo antes.',
    safe: nothingChanged,
    commandLine: { todo: 'Dê algum texto com --prompt, --text ou --stdin.' }
  }),
  tokenOutOfRange: (p) => ({
    what: `O id de token ${p.id} está fora do vocabulário deste modelo, de ${count(p.limit)}.`,
    todo: 'Use ids que este modelo conhece.',
    safe: nothingChanged,
    commandLine: { todo: 'Use ids do mesmo tokenizador; `lethe tokenize` os mostra.' }
  }),
  outOfMemory: (p) => ({
    what: `Este modelo precisa de ${bytes(p.needBytes)}; há ${bytes(p.freeBytes)} livres.`,
    todo:
      p.blocks4Bytes === undefined
        ? 'Feche outros programas, escolha pesos mapeados ou use um modelo menor.'
        : `Tente em 4 bits (${bytes(p.blocks4Bytes)}) ou com pesos mapeados, ou feche outro modelo.`,
    safe: textKept,
    commandLine: {
      todo:
        p.blocks4Bytes === undefined
          ? 'Feche outros programas, escolha um modelo menor ou use --weights mapped.'
          : `Use --weights blocks4 (cerca de ${bytes(p.blocks4Bytes)}) ou --weights mapped, ou feche outros programas.`,
      safe: libraryIntact
    }
  }),
  deviceUnavailable: (p) => ({
    what: `O dispositivo “${p.device}” não pode ser usado aqui: ${why(p.reason)}.`,
    todo: 'Escolha outro dispositivo ou teste este de novo: Ajustes, Dispositivo.',
    safe: 'Nada foi executado em outro lugar.',
    commandLine: {
      todo: 'Use --device cpu ou --device auto, ou teste-o de novo com `lethe devices --test`.'
    }
  }),
  engineLost: () => ({
    what: 'O modelo parou de funcionar.',
    todo: 'Envie de novo para reiniciá-lo.',
    safe: 'O texto até aqui está salvo.',
    commandLine: {
      todo: 'Execute o comando de novo; com um modelo grande, libere memória antes.',
      safe: libraryIntact
    }
  }),
  engineBusy: (p) => ({
    what: `${p.model} está escrevendo outra resposta.`,
    todo: 'Espere terminar ou pare a outra.',
    safe: textKept,
    commandLine: { safe: nothingChanged }
  }),
  cancelled: () => ({
    what: 'Isto foi cancelado.',
    todo: 'Comece de novo, se ainda quiser.',
    safe: 'Nada ficou para trás.',
    commandLine: { todo: 'Execute o comando de novo quando quiser.' }
  })
} satisfies Partial<ErrorSentenceTable>
