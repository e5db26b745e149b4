// Errors of the network in English.
import type { FormProblem } from '../../../base/errors'
import type { ErrorSentenceTable } from '../sentences'
import {
  addressProblems,
  libraryIntact,
  nothingChanged,
  reachProblems,
  saying,
  textKept
} from './words'

const formProblems: Record<FormProblem, string> = {
  notHttp: 'it does not speak HTTP',
  notAList: 'no list of models',
  contentType: 'no stream of events',
  notAnAnswer: 'no part of an answer',
  tooLong: 'more than an answer can be'
}

export const network = {
  networkOff: () => ({
    what: 'The network is off, so nothing was sent.',
    todo: 'Turn it on in Settings, Network, then ask again.',
    safe: 'Nothing left Lethe; what you typed is still here.',
    commandLine: {
      todo: 'Turn it on with `lethe network on`; `lethe network off` turns it off again.',
      safe: libraryIntact
    }
  }),
  addressRefused: (p) => ({
    what: `The address ${p.address} cannot be used: ${addressProblems[p.problem]}.`,
    todo: 'Write it as http://127.0.0.1:11434/v1. A key has a field of its own.',
    safe: nothingChanged,
    commandLine: {
      todo: 'Give an address such as http://127.0.0.1:11434/v1; a key goes in with --key-stdin.'
    }
  }),
  hostUnreachable: (p) => ({
    what: `${p.host} could not be reached: ${reachProblems[p.problem]}${saying(p.reason)}.`,
    todo: 'See that the server runs and that its address is right, then try again.',
    safe: textKept,
    commandLine: {
      todo: 'See that the server runs and that the address is right, then run the command again.',
      safe: nothingChanged
    }
  }),
  remoteTimeout: (p) => ({
    what: `${p.host} was silent for ${p.seconds} seconds.`,
    todo: 'Try again; a large model may still be loading there.',
    safe: 'What it had sent until then is kept.',
    commandLine: { todo: 'Run the command again; a large model may still be loading there.' }
  }),
  remoteKeyRefused: (p) => ({
    what: `${p.host} does not accept the key, or asks for one (status ${p.status}).`,
    todo: 'Set its key in Settings, Network.',
    safe: textKept,
    commandLine: {
      todo: 'Set its key with `lethe endpoints set NAME --key-stdin`.',
      safe: nothingChanged
    }
  }),
  remoteNotFound: (p) => ({
    what: `${p.host} has nothing at ${p.path}${saying(p.reason)}.`,
    todo: 'Check the address in Settings, Network (it usually ends in /v1), and whether the model is still there.',
    safe: textKept,
    commandLine: {
      todo: 'Check the address (it usually ends in /v1) and the name of the model: `lethe endpoints models NAME`.',
      safe: nothingChanged
    }
  }),
  remoteBusy: (p) => ({
    what: `${p.host} takes no more requests now.`,
    todo: 'Wait a little, then try again.',
    safe: textKept,
    commandLine: { todo: 'Wait a little, then run the command again.', safe: nothingChanged }
  }),
  remoteFailed: (p) => ({
    what: `${p.host} could not answer (status ${p.status})${saying(p.reason)}.`,
    todo: 'Try again; if it stays, look at what that server says on its own machine.',
    safe: 'What it had sent until then is kept.',
    commandLine: { todo: 'Run the command again; if it stays, look at what that server logs.' }
  }),
  remoteRedirected: (p) => ({
    what: `${p.host} sends on to ${p.target}; requests are not followed to another host.`,
    todo: 'If you trust it, give the server that address instead, in Settings, Network.',
    safe: 'Neither your text nor the key went there.',
    commandLine: { todo: 'If you trust it, give the endpoint that address instead.' }
  }),
  remoteMalformed: (p) => ({
    what: `${p.host} answered something that is not the OpenAI API: ${formProblems[p.problem]}.`,
    todo: 'Check that the address leads to an OpenAI-compatible server; it usually ends in /v1.',
    safe: 'What was understood until then is kept.'
  }),
  remoteBroke: (p) => ({
    what: `${p.host} closed the line in the middle of its answer.`,
    todo: 'Try again.',
    safe: 'What it had sent until then is kept.',
    commandLine: { todo: 'Run the command again.' }
  }),
  remoteCannotScore: (p) => ({
    what: `${p.model} answers through a server, which does not give the probability of a text.`,
    todo: 'Choose a model of this machine.',
    safe: 'Nothing was sent.',
    commandLine: { todo: 'Choose a model of `lethe models`.' }
  })
} satisfies Partial<ErrorSentenceTable>
