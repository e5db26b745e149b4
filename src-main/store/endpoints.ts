// Endpoints whose models take part in comparisons. Only `key` gives out a key.
import { and, asc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { LetheError } from '../base/errors'
import { endpointSchema } from '../contract/network'
import type { StoreDatabase } from './database'
import { refuseTaken } from './takenNames'

export const endpointsTable = sqliteTable('endpoints', {
  ordinal: integer('ordinal').primaryKey(),
  id: text('id').notNull().unique(),
  name: text('name').notNull(),
  baseUrl: text('base_url').notNull(),
  key: text('key').notNull(),
  takesMore: integer('takes_more', { mode: 'boolean' }).notNull(),
  listed: text('listed', { mode: 'json' }).notNull(),
  chosen: text('chosen', { mode: 'json' }).notNull(),
  createdAt: integer('created_at').notNull(),
  removedAt: integer('removed_at')
})

const storedEndpointSchema = endpointSchema
  .omit({ host: true, place: true })
  .extend({ removedAt: z.number().int().nullable() })
export type StoredEndpoint = z.infer<typeof storedEndpointSchema>
export type EndpointChanges = Partial<
  Pick<StoredEndpoint, 'name' | 'baseUrl' | 'takesMore' | 'listed' | 'chosen'> & { key: string }
>

const parse = ({ key, ...row }: typeof endpointsTable.$inferSelect): StoredEndpoint =>
  storedEndpointSchema.parse({ ...row, hasKey: key !== '' })

function rowOf(database: StoreDatabase, id: string): typeof endpointsTable.$inferSelect {
  const row = database.select().from(endpointsTable).where(eq(endpointsTable.id, id)).get()
  if (!row) throw new LetheError('notFound', { kind: 'endpoint', id })
  return row
}

export const endpointReads = {
  get(database: StoreDatabase, id: string): StoredEndpoint {
    return parse(rowOf(database, id))
  },
  list(database: StoreDatabase): StoredEndpoint[] {
    const { removedAt, ordinal } = endpointsTable
    return database
      .select()
      .from(endpointsTable)
      .where(isNull(removedAt))
      .orderBy(asc(ordinal))
      .all()
      .map(parse)
  },
  /** '' where there is none. */
  key(database: StoreDatabase, id: string): string {
    return rowOf(database, id).key
  }
}

export const endpointWrites = {
  /** Refuses a name that another endpoint bears. */
  add(
    database: StoreDatabase,
    { endpoint, key }: { endpoint: Omit<StoredEndpoint, 'hasKey'>; key: string }
  ): StoredEndpoint {
    return database.transaction(() => {
      refuseAnother(database, endpoint.name, endpoint.id)
      database
        .insert(endpointsTable)
        .values({ ...endpoint, key })
        .run()
      return parse(rowOf(database, endpoint.id))
    })
  },
  update(
    database: StoreDatabase,
    { id, changes }: { id: string; changes: EndpointChanges }
  ): StoredEndpoint {
    return database.transaction(() => {
      rowOf(database, id)
      if (changes.name !== undefined) refuseAnother(database, changes.name, id)
      if (Object.keys(changes).length > 0) {
        database.update(endpointsTable).set(changes).where(eq(endpointsTable.id, id)).run()
      }
      return parse(rowOf(database, id))
    })
  },
  setRemoved(
    database: StoreDatabase,
    { id, removedAt }: { id: string; removedAt: number | null }
  ): StoredEndpoint {
    return database.transaction(() => {
      if (removedAt === null) refuseAnother(database, rowOf(database, id).name, id)
      database.update(endpointsTable).set({ removedAt }).where(eq(endpointsTable.id, id)).run()
      return parse(rowOf(database, id))
    })
  },
  /** At start: removed endpoints go, and their keys with them. How many there were. */
  purge(database: StoreDatabase): number {
    return database.delete(endpointsTable).where(isNotNull(endpointsTable.removedAt)).run().changes
  }
}

function refuseAnother(database: StoreDatabase, wanted: string, id: string): void {
  const { name, removedAt } = endpointsTable
  const others = database
    .select({ name })
    .from(endpointsTable)
    .where(and(isNull(removedAt), ne(endpointsTable.id, id)))
    .all()
  refuseTaken(
    wanted,
    others.map((other) => other.name)
  )
}
