// Texts kept to be used again. Names and the number of them are checked here, where nobody can come between.
import { and, asc, eq, isNull, lt, ne } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { LetheError } from '../base/errors'
import {
  mostPresets,
  promptPresetSchema,
  type PromptPreset,
  type PromptPresetKind
} from '../contract/promptPresets'
import type { StoreDatabase } from './database'
import { refuseTaken } from './takenNames'

export const promptPresetsTable = sqliteTable('prompt_presets', {
  ordinal: integer('ordinal').primaryKey(),
  id: text('id').notNull().unique(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  text: text('text').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  removedAt: integer('removed_at')
})

export type PromptPresetChanges = Partial<
  Pick<PromptPreset, 'name' | 'text' | 'updatedAt' | 'removedAt'>
>

function found(database: StoreDatabase, wanted: string): PromptPreset {
  const { id } = promptPresetsTable
  const row = database.select().from(promptPresetsTable).where(eq(id, wanted)).get()
  if (!row) throw new LetheError('notFound', { kind: 'preset', id: wanted })
  return promptPresetSchema.parse(row)
}

export const promptPresetReads = {
  /** Those that were not removed. */
  list(database: StoreDatabase): PromptPreset[] {
    const { removedAt, ordinal } = promptPresetsTable
    return database
      .select()
      .from(promptPresetsTable)
      .where(isNull(removedAt))
      .orderBy(asc(ordinal))
      .all()
      .map((row) => promptPresetSchema.parse(row))
  }
}

export const promptPresetWrites = {
  add(database: StoreDatabase, preset: PromptPreset): PromptPreset {
    return database.transaction(() => {
      refuseAnother(database, preset)
      database.insert(promptPresetsTable).values(preset).run()
      return found(database, preset.id)
    })
  },
  update(
    database: StoreDatabase,
    { id, changes }: { id: string; changes: PromptPresetChanges }
  ): PromptPreset {
    return database.transaction(() => {
      const before = found(database, id)
      const after = { ...before, ...changes }
      if (after.removedAt === null) refuseAnother(database, after)
      database.update(promptPresetsTable).set(changes).where(eq(promptPresetsTable.id, id)).run()
      return found(database, id)
    })
  },
  /** Erases those that were removed before `before`. How many there were. */
  purge(database: StoreDatabase, before: number): number {
    const { removedAt } = promptPresetsTable
    return database.delete(promptPresetsTable).where(lt(removedAt, before)).run().changes
  }
}

/** Throws `nameTaken`, and `listFull` where it would be one too many beside the others of its kind. */
function refuseAnother(
  database: StoreDatabase,
  { id, kind, name }: { id: string; kind: PromptPresetKind; name: string }
): void {
  const table = promptPresetsTable
  const others = database
    .select({ name: table.name })
    .from(table)
    .where(and(isNull(table.removedAt), eq(table.kind, kind), ne(table.id, id)))
    .all()
  refuseTaken(
    name,
    others.map((other) => other.name)
  )
  if (others.length >= mostPresets) throw new LetheError('listFull', { limit: mostPresets })
}
