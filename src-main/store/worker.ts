// A thread of the store: the one writer or a reader, by its workerData. better-sqlite3 is synchronous,
// so it never runs where tokens are streamed.
import { parentPort, workerData } from 'node:worker_threads'
import { LetheError } from '../base/errors'
import { openReader, openWriter, rewrite, type StoreDatabase } from './database'
import { dropBackup, migrate } from './migrate'
import { operations } from './operations'
import { rebuildSearch } from './search'
import { sqliteError } from './sqliteErrors'
import type { FromThread, ThreadData, ToThread } from './threadProtocol'

type Operation = (database: StoreDatabase, input: unknown) => unknown

const port = parentPort
if (!port) throw new Error('The store runs in a worker thread.')
const { kind, file } = workerData as ThreadData
const tell = (message: FromThread): void => port.postMessage(message)

try {
  const database = kind === 'write' ? openWriter(file) : openReader(file)
  const created = kind === 'write' && migrate(database.$client, file).created
  port.on('message', (message: ToThread) => {
    const { id } = message
    try {
      tell({ type: 'value', id, value: answer(database, message) })
    } catch (error) {
      const known = sqliteError(error, file)
      tell({ type: 'error', id, error: known.toJSON(), stack: stackOf(error) })
    }
    if (message.type === 'close') port.close()
  })
  tell({ type: 'opened', created })
} catch (error) {
  tell({ type: 'refused', error: sqliteError(error, file).toJSON(), stack: stackOf(error) })
  port.close()
}

function answer(database: StoreDatabase, message: ToThread): unknown {
  if (message.type === 'call') {
    const tables = operations[kind] as Record<string, Record<string, Operation>>
    const operation = tables[message.table]?.[message.operation]
    if (!operation) {
      const reason = { code: 'operationUnknown', operation: message.operation } as const
      throw new LetheError('internal', { reason })
    }
    return operation(database, message.input)
  }
  if (message.type === 'scrub') {
    rebuildSearch(database.$client)
    dropBackup(file)
  }
  if (message.type === 'rewrite') rewrite(database.$client)
  if (kind === 'write') database.$client.pragma('wal_checkpoint(TRUNCATE)')
  if (message.type === 'close') database.$client.close()
  return null
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack : undefined
}
