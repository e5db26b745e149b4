import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporaryFolder'
import { comparedAnswersTable, comparisonsTable } from './comparisons'
import { conversationsTable } from './conversations'
import { endpointsTable } from './endpoints'
import { messagesTable } from './messages'
import { backupFileOf, migrate, migrations } from './migrate'
import { modelsTable } from './models'
import { networkRequestsTable } from './networkRequests'
import { promptPresetsTable } from './promptPresets'
import { promptRunsTable } from './promptRuns'
import { settingsTable } from './settings'

interface Column {
  cid: number
  dflt_value: string | null
  name: string
  type: string
  notnull: number
  pk: number
}

test.each([
  ['models', modelsTable],
  ['conversations', conversationsTable],
  ['messages', messagesTable],
  ['comparisons', comparisonsTable],
  ['compared_answers', comparedAnswersTable],
  ['prompt_presets', promptPresetsTable],
  ['prompt_runs', promptRunsTable],
  ['network_requests', networkRequestsTable],
  ['endpoints', endpointsTable],
  ['settings', settingsTable]
] as const)('the columns of %s in the code are those of the database', (name, table) => {
  const database = new Database(':memory:')
  migrate(database, ':memory:')
  const there = database.pragma(`table_info(${name})`) as Column[]
  expect(
    getTableConfig(table).columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      notnull: column.notNull ? 1 : 0,
      pk: column.primary ? 1 : 0
    }))
  ).toEqual(there.map(({ cid: _cid, dflt_value: _default, ...column }) => column))
  const strict = database.pragma('table_list') as { name: string; strict: number }[]
  expect(strict.find((it) => it.name === name)?.strict).toBe(1)
  database.close()
})

test('a later step keeps a copy of the database as it was', () => {
  const file = join(temporaryFolder(), 'lethe.sqlite')
  const database = new Database(file)
  expect(migrate(database, file)).toEqual({ created: true })
  expect(existsSync(backupFileOf(file))).toBe(false)
  database.exec(`INSERT INTO settings VALUES ('theme', '"dark"')`)
  const version = migrations.length + 1
  const next = [...migrations, { version, sql: 'DROP TABLE settings' }]
  expect(migrate(database, file, next)).toEqual({ created: false })
  const backup = new Database(backupFileOf(file), { readonly: true })
  expect(backup.prepare('SELECT value FROM settings').pluck().get()).toBe('"dark"')
  expect(backup.pragma('user_version', { simple: true })).toBe(migrations.length)
  backup.close()
  database.close()
})

test('a step that fails leaves the database as it was', () => {
  const file = join(temporaryFolder(), 'lethe.sqlite')
  const database = new Database(file)
  migrate(database, file)
  const sql = 'CREATE TABLE added (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)'
  const broken = [...migrations, { version: migrations.length + 1, sql }]
  expect(() => migrate(database, file, broken)).toThrow(/nowhere/)
  expect(database.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(database.pragma('table_info(added)')).toEqual([])
  database.close()
})

test('a database of a later version is refused', () => {
  const database = new Database(':memory:')
  database.pragma(`user_version = ${migrations.length + 1}`)
  expect(() => migrate(database, ':memory:')).toThrow(
    expect.objectContaining({
      code: 'databaseTooNew',
      params: { version: migrations.length + 1, known: migrations.length }
    })
  )
  database.close()
})
