// What holding weights in fewer bits was measured to cost: one text in every precision, the latest for
// each set of tensors.
import { eq, notInArray } from 'drizzle-orm'
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { z } from 'zod'
import type { StoreDatabase } from './database'
import { modelsTable } from './models'

const precisions = ['full', 'blocks8', 'blocks4'] as const

const weightLossesTable = sqliteTable(
  'weight_losses',
  {
    sha256: text('sha256').notNull(),
    precision: text('precision').notNull(),
    bitsPerByte: real('bits_per_byte').notNull(),
    bytes: integer('bytes').notNull(),
    ownText: integer('own_text', { mode: 'boolean' }).notNull(),
    measuredAt: integer('measured_at').notNull()
  },
  (table) => [primaryKey({ columns: [table.sha256, table.precision] })]
)

const weightLossSchema = z.object({
  sha256: z.string(),
  precision: z.enum(precisions),
  bitsPerByte: z.number(),
  bytes: z.number().int(),
  ownText: z.boolean(),
  measuredAt: z.number().int()
})
export type WeightLoss = z.infer<typeof weightLossSchema>

export const weightLossReads = {
  of(database: StoreDatabase, sha256: string): WeightLoss[] {
    return database
      .select()
      .from(weightLossesTable)
      .where(eq(weightLossesTable.sha256, sha256))
      .all()
      .map((row) => weightLossSchema.parse(row))
  }
}

export const weightLossWrites = {
  /** Takes the place of what was measured before on these tensors. */
  replace(
    database: StoreDatabase,
    { sha256, losses }: { sha256: string; losses: readonly Omit<WeightLoss, 'sha256'>[] }
  ): void {
    database.transaction(() => {
      database.delete(weightLossesTable).where(eq(weightLossesTable.sha256, sha256)).run()
      for (const loss of losses)
        database
          .insert(weightLossesTable)
          .values({ sha256, ...loss })
          .run()
    })
  },
  /** Removes what was measured on tensors of no model any more. How many there were. */
  purge(database: StoreDatabase): number {
    const known = database.select({ sha256: modelsTable.sha256 }).from(modelsTable)
    return database
      .delete(weightLossesTable)
      .where(notInArray(weightLossesTable.sha256, known))
      .run().changes
  }
}
