// Cada erro em português: o que houve, o que fazer, o que está a salvo. O que não existe na linha de
// comando (uma vista, um campo) é dito lá com outras palavras.
import type { ErrorSentenceTable } from './sentences'
import { bias } from './portuguese/bias'
import { datasets } from './portuguese/datasets'
import { files } from './portuguese/files'
import { forgetting } from './portuguese/forgetting'
import { hub } from './portuguese/hub'
import { inference } from './portuguese/inference'
import { models } from './portuguese/models'
import { network } from './portuguese/network'
import { requests } from './portuguese/requests'
import { training } from './portuguese/training'

export const portugueseErrors: ErrorSentenceTable = {
  ...{ ...files, ...models, ...inference },
  ...{ ...network, ...hub, ...requests, ...datasets, ...training, ...forgetting, ...bias }
}
