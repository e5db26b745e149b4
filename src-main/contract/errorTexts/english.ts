// Every error in English: what happened, what to do, what is safe. What has no place in the command
// line (a view, a field) is said in other words there.
import type { ErrorSentenceTable } from './sentences'
import { bias } from './english/bias'
import { datasets } from './english/datasets'
import { files } from './english/files'
import { forgetting } from './english/forgetting'
import { hub } from './english/hub'
import { inference } from './english/inference'
import { models } from './english/models'
import { network } from './english/network'
import { requests } from './english/requests'
import { training } from './english/training'

export const englishErrors: ErrorSentenceTable = {
  ...{ ...files, ...models, ...inference },
  ...{ ...network, ...hub, ...requests, ...datasets, ...training, ...forgetting, ...bias }
}
