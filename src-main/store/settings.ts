// What a person chose: one JSON value a key. A value that no longer parses gives way to its default.
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { settingsSchema, usualSettings, type Settings } from '../contract/settings'
import type { StoreDatabase } from './database'

export const settingsTable = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value').notNull()
})

export interface ReadSettings {
  settings: Settings
  /** Keys whose stored value could not be read. */
  unreadable: string[]
}

function get(database: StoreDatabase): ReadSettings {
  const unreadable: string[] = []
  const values: Record<string, unknown> = {}
  for (const { key, value } of database.select().from(settingsTable).all()) {
    if (!(key in settingsSchema.shape)) continue // of a later or earlier version
    const parsed = parseValue(key as keyof Settings, value)
    if (parsed.success) values[key] = parsed.data
    else unreadable.push(key)
  }
  return { settings: settingsSchema.parse({ ...usualSettings, ...values }), unreadable }
}

export const settingsReads = { get }

export const settingsWrites = {
  update(database: StoreDatabase, changes: Partial<Settings>): ReadSettings {
    return database.transaction(() => {
      for (const [key, chosen] of Object.entries(changes)) {
        if (chosen === undefined) continue
        const value = JSON.stringify(chosen)
        database
          .insert(settingsTable)
          .values({ key, value })
          .onConflictDoUpdate({ target: settingsTable.key, set: { value } })
          .run()
      }
      return get(database)
    })
  }
}

function parseValue(key: keyof Settings, json: string): { success: boolean; data?: unknown } {
  try {
    return settingsSchema.shape[key].safeParse(JSON.parse(json))
  } catch {
    return { success: false }
  }
}
