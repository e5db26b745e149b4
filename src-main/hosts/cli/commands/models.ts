// lethe models: what is in the library.
import { UsageError, type Command } from '../command'
import { formatBytes, table } from '../output'
import { modelSummary } from './import'

export const modelsCommand: Command = {
  usage: 'models',
  summary: 'List the models in the library',
  details: 'Prints name, family, size, precision, id; a model whose files are gone says so.',
  options: {},
  async run({ positionals, client, output, signal }) {
    if (positionals.length > 0) throw new UsageError(`unexpected "${positionals[0]}"`)
    const lethe = await client()
    const { models } = await lethe.models.list({}, { signal })
    const rows = models.map((model) => [
      model.name,
      model.family,
      `${(model.parameterCount / 1e6).toFixed(1)}M`,
      formatBytes(model.sizeBytes),
      model.precision,
      model.missing ? `${model.id} (files missing)` : model.id
    ])
    output.result(
      { models: models.map(modelSummary) },
      table(['name', 'family', 'parameters', 'size', 'precision', 'id'], rows)
    )
  }
}
