// Erros de arquivos em português.
import type { FileFormat } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import { bytes, count, downloadGone, nothingAdded, nothingChanged, othersFine, why } from './words'

const formats: Record<FileFormat, string> = {
  safetensors: 'arquivo safetensors',
  tokenizerJson: 'tokenizer.json',
  sentencePiece: 'modelo SentencePiece',
  tofuLog: 'registro de avaliação do TOFU',
  report: 'relatório assinado',
  parquet: 'arquivo Parquet',
  database: 'banco de dados do Lethe'
}

export const files = {
  fileNotFound: (p) => ({
    what: `Não há nada em ${p.path}.`,
    todo: 'Confira o caminho ou escolha o lugar de novo.',
    safe: nothingChanged,
    commandLine: { todo: 'Confira o caminho; um relativo começa na pasta em que você está.' }
  }),
  fileNotReadable: (p) => ({
    what: `Esta conta não tem permissão para ler ${p.path}.`,
    todo: 'Dê a esta conta permissão de leitura e tente de novo.',
    safe: nothingChanged,
    start: {
      todo: 'Dê a esta conta permissão de leitura ou inicie o Lethe com outra pasta de dados.'
    }
  }),
  fileEmpty: (p) => ({
    what: `${p.path} está vazio.`,
    todo: 'Obtenha o arquivo de novo.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  fileTruncated: (p) => ({
    what: `${p.path} termina ${count(p.missingBytes)} bytes antes do fim.`,
    todo: 'Obtenha o arquivo de novo.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  fileMalformed: (p) => ({
    what: `${p.path} não pode ser lido como ${p.format ? formats[p.format] : 'deveria'}${p.offset === undefined ? '' : ` (byte ${count(p.offset)})`}: ${why(p.reason)}.`,
    todo: 'Obtenha o arquivo de novo ou salve-o outra vez no programa de onde veio.',
    safe: othersFine,
    commandLine: { safe: nothingAdded },
    start: {
      todo: 'Inicie o Lethe com outra pasta de dados ou reponha uma cópia desta.',
      safe: nothingChanged
    }
  }),
  fileBusy: (p) => ({
    what: `Outro programa está usando ${p.path}.`,
    todo: 'Feche o programa que o usa e tente de novo.',
    safe: nothingChanged
  }),
  pathTooLong: (p) => ({
    what: `O caminho ${p.path} é mais longo do que este sistema permite.`,
    todo: 'Leve-o para uma pasta de caminho mais curto ou dê-lhe um nome mais curto.',
    safe: nothingChanged
  }),
  pathCircular: (p) => ({
    what: `Os atalhos em ${p.path} andam em círculo.`,
    todo: 'Indique a pasta real em vez do atalho.',
    safe: nothingChanged
  }),
  tooManyOpenFiles: (p) => ({
    what: `Este sistema não deixa o Lethe abrir mais arquivos, por isso ${p.path} não pôde ser aberto.`,
    todo: 'Feche outros programas ou modelos e tente de novo.',
    safe: nothingChanged
  }),
  fileTooLargeForDisk: (p) => ({
    what: `${p.path} ficaria maior do que aquele disco permite para um arquivo.`,
    todo: 'Use um disco com outro sistema de arquivos (FAT32 vai até 4 GB) ou deixe o modelo onde está.',
    safe: 'O que ficou pela metade foi removido; todo o resto está como estava.'
  }),
  diskFailed: (p) => ({
    what: `O disco que contém ${p.path} não respondeu como deveria.`,
    todo: 'Veja se ele está conectado e em bom estado e tente de novo; antes, copie o que importa para outro lugar.',
    safe: 'O Lethe não alterou nada lá.'
  }),
  folderNotWritable: (p) => ({
    what: `O Lethe não pode escrever em ${p.path}.`,
    todo: 'Dê a esta conta permissão de escrita ou inicie o Lethe com outra pasta de dados.',
    safe: 'O que estava lá não foi tocado.',
    commandLine: {
      todo: 'Dê a esta conta permissão de escrita ou escolha outra pasta com --data-dir.'
    }
  }),
  diskFull: (p) => ({
    what: `O disco que contém ${p.path} está cheio.`,
    todo: 'Libere espaço e tente de novo.',
    safe: 'O que já estava salvo está intacto; nada ficou pela metade.',
    commandLine: { todo: 'Libere espaço e execute o comando de novo.' },
    start: { todo: 'Libere espaço e inicie o Lethe de novo.' }
  }),
  diskTooSmall: (p) => ({
    what: `O disco que contém ${p.path} tem ${bytes(p.freeBytes)} livres; são precisos ${bytes(p.needBytes)}.`,
    todo: 'Libere espaço e tente de novo.',
    safe: downloadGone,
    commandLine: {
      todo: 'Libere espaço ou escolha uma pasta de dados em outro disco com --data-dir.'
    }
  })
} satisfies Partial<ErrorSentenceTable>
