// What the test of each device found. It holds for the machine, drivers and runtime it was made on,
// which the fingerprint names; a result that no longer parses is as none.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import { deviceSchema, providerSchema } from '../contract/devices'
import type { StoreDatabase } from './database'

const deviceTestsTable = sqliteTable('device_tests', {
  provider: text('provider').primaryKey(),
  fingerprint: text('fingerprint').notNull(),
  result: text('result', { mode: 'json' }).notNull(),
  testedAt: integer('tested_at').notNull()
})

const deviceTestSchema = z.object({
  provider: providerSchema,
  fingerprint: z.string(),
  result: deviceSchema.omit({ provider: true, testedAt: true }).extend({
    /** Other providers that the runtime brought along. */
    others: z.array(providerSchema)
  }),
  testedAt: z.number().int()
})
export type DeviceTest = z.infer<typeof deviceTestSchema>

export const deviceTestReads = {
  list(database: StoreDatabase): DeviceTest[] {
    return database
      .select()
      .from(deviceTestsTable)
      .all()
      .flatMap((row) => deviceTestSchema.safeParse(row).data ?? [])
  }
}

export const deviceTestWrites = {
  keep(database: StoreDatabase, test: DeviceTest): void {
    database
      .insert(deviceTestsTable)
      .values(test)
      .onConflictDoUpdate({ target: deviceTestsTable.provider, set: test })
      .run()
  }
}
