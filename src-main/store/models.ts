// The models of the library. Whether a model's files are still there is not kept: it is looked up.
import { and, asc, eq, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { modelSchema } from '../contract/models'
import type { StoreDatabase } from './database'
import { freeName, namesBeside, refuseTaken } from './takenNames'

export const modelsTable = sqliteTable('models', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  family: text('family').notNull(),
  parameterCount: integer('parameter_count').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  format: text('format').notNull(),
  precision: text('precision').notNull(),
  sha256: text('sha256').notNull(),
  origin: text('origin').notNull(),
  path: text('path').notNull(),
  files: text('files', { mode: 'json' }).notNull(),
  filesStamp: text('files_stamp'),
  chat: text('chat').notNull(),
  contextLength: integer('context_length').notNull(),
  vocabularySize: integer('vocabulary_size').notNull(),
  weightMode: text('weight_mode').notNull(),
  addedAt: integer('added_at').notNull(),
  lastUsedAt: integer('last_used_at'),
  removedAt: integer('removed_at'),
  hub: text('hub', { mode: 'json' })
})

export const storedModelSchema = modelSchema.omit({ missing: true }).extend({
  files: z.array(z.string()), // names in `path` that belong to the model
  filesStamp: z.string().nullable() // sizes and times of an included model's files, to notice an update
})
export type StoredModel = z.infer<typeof storedModelSchema>

const parse = (row: unknown): StoredModel => storedModelSchema.parse(row)

function get(database: StoreDatabase, id: string): StoredModel | null {
  const row = database.select().from(modelsTable).where(eq(modelsTable.id, id)).get()
  return row ? parse(row) : null
}

function found(database: StoreDatabase, id: string): StoredModel {
  const model = get(database, id)
  if (!model) throw new LetheError('notFound', { kind: 'model', id })
  return model
}

export const modelReads = {
  get,
  list(database: StoreDatabase, { removed }: { removed: boolean }): StoredModel[] {
    const { removedAt, addedAt } = modelsTable
    const rows = database
      .select()
      .from(modelsTable)
      .where(removed ? isNotNull(removedAt) : isNull(removedAt))
      .orderBy(asc(addedAt))
      .all()
    return rows.map(parse)
  },
  all(database: StoreDatabase): StoredModel[] {
    return database.select().from(modelsTable).orderBy(asc(modelsTable.addedAt)).all().map(parse)
  }
}

export const modelWrites = {
  /** Adds the model; a name that is taken gets a number: "Name", "Name 2". */
  add(database: StoreDatabase, model: StoredModel): StoredModel {
    return database.transaction(() => {
      const name = freeName(model.name, namesBeside(database, 'models', model.id))
      database
        .insert(modelsTable)
        .values({ ...model, name })
        .run()
      return found(database, model.id)
    })
  },
  /** Refuses a name that another model of the list bears. */
  rename(database: StoreDatabase, { id, name }: { id: string; name: string }): StoredModel {
    return database.transaction(() => {
      found(database, id)
      refuseTaken(name, namesBeside(database, 'models', id))
      database.update(modelsTable).set({ name }).where(eq(modelsTable.id, id)).run()
      return found(database, id)
    })
  },
  update(
    database: StoreDatabase,
    { id, changes }: { id: string; changes: Partial<Omit<StoredModel, 'id' | 'name'>> }
  ): StoredModel {
    return database.transaction(() => {
      found(database, id)
      database.update(modelsTable).set(changes).where(eq(modelsTable.id, id)).run()
      return found(database, id)
    })
  },
  remove(database: StoreDatabase, { id, at }: { id: string; at: number }): StoredModel {
    return database.transaction(() => {
      const model = found(database, id)
      const removedAt = model.removedAt ?? at
      database.update(modelsTable).set({ removedAt }).where(eq(modelsTable.id, id)).run()
      return found(database, id)
    })
  },
  restore(database: StoreDatabase, id: string): StoredModel {
    return database.transaction(() => {
      const name = freeName(found(database, id).name, namesBeside(database, 'models', id))
      database
        .update(modelsTable)
        .set({ removedAt: null, name })
        .where(eq(modelsTable.id, id))
        .run()
      return found(database, id)
    })
  },
  /** Forgets it at once. */
  erase(database: StoreDatabase, id: string): void {
    database.delete(modelsTable).where(eq(modelsTable.id, id)).run()
  },
  /** Forgets the models removed before `before`; included ones only stay hidden. */
  purge(database: StoreDatabase, before: number): StoredModel[] {
    const { removedAt, origin } = modelsTable
    const rows = database
      .delete(modelsTable)
      .where(and(lt(removedAt, before), ne(origin, 'included')))
      .returning()
      .all()
    return rows.map(parse)
  }
}
