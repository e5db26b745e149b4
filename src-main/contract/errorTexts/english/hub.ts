// Errors of the hub in English.
import type {
  HubFormProblem,
  HubModelProblem,
  HubNameProblem,
  LineProblem
} from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import {
  addressProblems,
  bytes,
  count,
  downloadGone,
  nothingChanged,
  othersFine,
  reachProblems,
  saying
} from './words'

const amount = (value: string | number): string =>
  typeof value === 'number' ? count(value) : value
const hubNameProblems: Record<HubNameProblem, string> = {
  form: 'it is not OWNER/NAME',
  otherSite: 'the address leads to another site',
  notAModel: 'that is no model'
}
const lineProblems: Record<LineProblem, string> = {
  ...reachProblems,
  silent: 'it stayed silent',
  broke: 'it closed the line in the middle'
}
const hubFormProblems: Record<HubFormProblem, string> = {
  notHttp: 'it does not speak HTTP',
  notAListing: 'no list of files',
  noSizes: 'a list of files without their sizes',
  tooLong: 'more than a list of files can be',
  redirects: 'it sends on again and again, or nowhere',
  insecure: 'it sends on to an address without encryption',
  inward: 'it sends on to this machine',
  range: 'another part of the file than was asked for'
}
const hubModelProblems: Record<HubModelProblem, (file: string) => string> = {
  pickle: (file) =>
    `its weights are pickle files such as ${file}, which can run code when opened, so Lethe does not open them`,
  gguf: (file) => `its weights are GGUF files such as ${file}, which Lethe does not read`,
  noWeights: () => 'it has neither model.safetensors nor an index of parts',
  noConfig: () => 'it has no config.json',
  badIndex: (file) => `${file} does not say which file holds which tensor`,
  noShard: (file) => `a part of the weights is not there: ${file}`
}

export const hub = {
  hubNameMalformed: (p) => ({
    what: `“${p.name}” names no model of the hub: ${hubNameProblems[p.problem]}.`,
    todo: 'Write OWNER/NAME, or paste the address of the page of the model.',
    safe: 'Nothing was sent.',
    commandLine: {
      todo: 'Write hf:OWNER/NAME, hf:OWNER/NAME@REVISION, or the address of the page of the model.'
    }
  }),
  hubAddressRefused: (p) => ({
    what: `HF_ENDPOINT is ${p.address}, which cannot be used: ${addressProblems[p.problem]}.`,
    todo: 'Set it to an address such as https://huggingface.co, or unset it, then start Lethe again.',
    safe: 'Nothing was sent.'
  }),
  hubModelNotFound: (p) => ({
    what: `${p.host} has no model ${p.model}, or it is private.`,
    todo: 'Check the name; for a private model, start Lethe with your token in HF_TOKEN.',
    safe: nothingChanged
  }),
  hubRevisionNotFound: (p) => ({
    what: `${p.model} on ${p.host} has no revision “${p.revision}”.`,
    todo: 'Name a branch, a tag or a commit of it after “@”, or none for the newest.',
    safe: nothingChanged
  }),
  hubAccessRefused: (p) => ({
    what: `${p.host} does not give out ${p.model} (status ${p.status}): ${
      p.token === 'sent'
        ? 'the token in HF_TOKEN does not open it'
        : 'it asks who you are, and no HF_TOKEN is set'
    }.`,
    todo: `Accept its terms on its page at ${p.host}, then start Lethe with a token of that account in HF_TOKEN.`,
    safe: nothingChanged
  }),
  hubNotAModel: (p) => ({
    what: `${p.model} on ${p.host} cannot be added: ${hubModelProblems[p.problem](p.file)}.`,
    todo: 'Choose a version of it with config.json and weights in safetensors.',
    safe: othersFine
  }),
  hubFileNameRefused: (p) => ({
    what: `${p.model} on ${p.host} holds a file named “${p.file}”, which could be written outside its folder or over another file.`,
    todo: 'Use another model, and report this one on its page at the hub.',
    safe: 'Nothing of it was kept; your other models are fine.'
  }),
  hubUnreachable: (p) => ({
    what: `${p.host} could not be reached: ${lineProblems[p.problem]}.`,
    todo: 'See that this machine is connected, then try again.',
    safe: othersFine
  }),
  hubFailed: (p) => ({
    what: `${p.host} could not answer (status ${p.status})${saying(p.reason)}.`,
    todo: 'Wait a few minutes, then try again.',
    safe: othersFine
  }),
  hubMalformed: (p) => ({
    what: `${p.host} answered something that the hub would not: ${hubFormProblems[p.problem]}.`,
    todo: 'Check HF_ENDPOINT if it is set, and whether a sign-in page stands before this connection.',
    safe: othersFine
  }),
  hubFileDiffers: (p) => ({
    what: `${p.file} from ${p.host} is not what was listed: ${
      p.problem === 'size'
        ? `${amount(p.got)} bytes instead of ${amount(p.expected)}`
        : 'its checksum is another one'
    }.`,
    todo: 'Try again; if it stays, the files on the hub are damaged or something on the way changes them.',
    safe: downloadGone
  }),
  hubDownloadBroke: (p) => ({
    what: `The download of ${p.file} from ${p.host} broke off at ${bytes(p.doneBytes)} of ${bytes(p.totalBytes)}, and ${p.tries} tries did not bring the rest.`,
    todo: 'Try again when the connection holds; it begins anew.',
    safe: downloadGone
  }),
  networkTurnedOff: (p) => ({
    what: `The network was turned off, so the download from ${p.host} was stopped.`,
    todo: 'Turn it on in Settings, Network, then try again.',
    safe: downloadGone,
    commandLine: { todo: 'Turn it on with `lethe network on`, then import again.' }
  })
} satisfies Partial<ErrorSentenceTable>
