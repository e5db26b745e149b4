// Errors of files in English.
import type { FileFormat } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import { bytes, count, downloadGone, nothingAdded, nothingChanged, othersFine, why } from './words'

const formats: Record<FileFormat, string> = {
  safetensors: 'a safetensors file',
  tokenizerJson: 'a tokenizer.json',
  sentencePiece: 'a SentencePiece model',
  tofuLog: 'an evaluation log of TOFU',
  report: 'a signed report',
  parquet: 'a Parquet file',
  database: 'a database of Lethe'
}

export const files = {
  fileNotFound: (p) => ({
    what: `There is nothing at ${p.path}.`,
    todo: 'Check the path, or choose the place again.',
    safe: nothingChanged,
    commandLine: { todo: 'Check the path; a relative one starts at the folder you are in.' }
  }),
  fileNotReadable: (p) => ({
    what: `${p.path} may not be read by this account.`,
    todo: 'Give this account permission to read it, then try again.',
    safe: nothingChanged,
    start: {
      todo: 'Give this account permission to read it, or start Lethe with another data folder.'
    }
  }),
  fileEmpty: (p) => ({
    what: `${p.path} is empty.`,
    todo: 'Get the file again.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  fileTruncated: (p) => ({
    what: `${p.path} ends ${count(p.missingBytes)} bytes too early.`,
    todo: 'Get the file again.',
    safe: othersFine,
    commandLine: { safe: nothingAdded }
  }),
  fileMalformed: (p) => ({
    what: `${p.path} cannot be read as ${p.format ? formats[p.format] : 'what it should be'}${p.offset === undefined ? '' : ` (byte ${count(p.offset)})`}: ${why(p.reason)}.`,
    todo: 'Get the file again, or save it anew with the program it came from.',
    safe: othersFine,
    commandLine: { safe: nothingAdded },
    start: {
      todo: 'Start Lethe with another data folder, or put back a copy of this one.',
      safe: nothingChanged
    }
  }),
  fileBusy: (p) => ({
    what: `${p.path} is in use by another program.`,
    todo: 'Close the program that uses it, then try again.',
    safe: nothingChanged
  }),
  pathTooLong: (p) => ({
    what: `The path ${p.path} is longer than this system allows.`,
    todo: 'Move it to a folder with a shorter path, or give it a shorter name.',
    safe: nothingChanged
  }),
  pathCircular: (p) => ({
    what: `The links at ${p.path} lead in a circle.`,
    todo: 'Name the real folder instead of the link.',
    safe: nothingChanged
  }),
  tooManyOpenFiles: (p) => ({
    what: `This system lets Lethe open no more files, so ${p.path} could not be opened.`,
    todo: 'Close other programs or models, then try again.',
    safe: nothingChanged
  }),
  fileTooLargeForDisk: (p) => ({
    what: `${p.path} would be larger than that disk allows for one file.`,
    todo: 'Use a disk with another file system (FAT32 ends at 4 GB), or leave the model in its place.',
    safe: 'What was half-written has been removed; everything else is as it was.'
  }),
  diskFailed: (p) => ({
    what: `The disk that holds ${p.path} did not answer as it should.`,
    todo: 'See that it is connected and healthy, then try again; copy what matters elsewhere first.',
    safe: 'Lethe changed nothing there.'
  }),
  folderNotWritable: (p) => ({
    what: `Lethe may not write in ${p.path}.`,
    todo: 'Give this account permission to write there, or start Lethe with another data folder.',
    safe: 'What was there is untouched.',
    commandLine: {
      todo: 'Give this account permission to write there, or choose another folder with --data-dir.'
    }
  }),
  diskFull: (p) => ({
    what: `The disk that holds ${p.path} is full.`,
    todo: 'Free some space, then try again.',
    safe: 'What was saved before is intact; nothing half-written was left.',
    commandLine: { todo: 'Free some space, then run the command again.' },
    start: { todo: 'Free some space, then start Lethe again.' }
  }),
  diskTooSmall: (p) => ({
    what: `The disk that holds ${p.path} has ${bytes(p.freeBytes)} free; ${bytes(p.needBytes)} are needed.`,
    todo: 'Free some space, then try again.',
    safe: downloadGone,
    commandLine: {
      todo: 'Free some space, or choose a data folder on another disk with --data-dir.'
    }
  })
} satisfies Partial<ErrorSentenceTable>
