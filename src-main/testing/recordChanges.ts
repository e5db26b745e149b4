// Changes of records through the client of an opened application, waited for.
import type { RecordChangeEvent } from '../contract/datasets'
import type { TestClient } from './openedApplication'

type Done = Extract<RecordChangeEvent, { type: 'done' }>

/** The end of a change, which is its last event. */
export async function changed(
  events: Promise<AsyncIterable<RecordChangeEvent>>
): Promise<Pick<Done, 'dataset' | 'change'>> {
  for await (const event of await events) if (event.type === 'done') return event
  throw new Error('The change did not end.')
}

type Of<K extends 'tag' | 'setSplit' | 'assignSplits' | 'undo'> = Parameters<
  TestClient['datasets'][K]
>[0]

export const recordChanges = ({ datasets }: TestClient) => ({
  tag: (ask: Of<'tag'>) => changed(datasets.tag(ask)),
  setSplit: (ask: Of<'setSplit'>) => changed(datasets.setSplit(ask)),
  assignSplits: (ask: Of<'assignSplits'>) => changed(datasets.assignSplits(ask)),
  undo: (ask: Of<'undo'>) => changed(datasets.undo(ask))
})
