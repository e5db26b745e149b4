// A file of records as a dataset of an opened application.
import type { Dataset } from '../contract/datasets'
import type { TestClient } from './openedApplication'

export type ImportInput = Parameters<TestClient['datasets']['import']>[0]

export async function importedDataset(
  client: TestClient,
  path: string,
  more: Partial<ImportInput> = {}
): Promise<Dataset> {
  const input: ImportInput = { source: { type: 'path', path }, rejected: 'stop', ...more }
  for await (const event of await client.datasets.import(input)) {
    if (event.type === 'done') return event.dataset
  }
  throw new Error('The import did not end.')
}
