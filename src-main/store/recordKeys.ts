// The keys of records: a dataset's number and a record's place in it, in one whole number that
// JavaScript holds exactly (two million datasets of four thousand million records).
import type { StoreDatabase } from './database'

const placesOfOne = 2 ** 32

export const keyOf = (number: number, ordinal: number): number => number * placesOfOne + ordinal
export const numberOf = (key: number): number => Math.floor(key / placesOfOne)
export const ordinalOf = (key: number): number => key % placesOfOne
/** The first and the last key that records of this dataset can have. */
export const rangeOf = (number: number): [first: number, last: number] => [
  keyOf(number, 1),
  keyOf(number, placesOfOne - 1)
]
/** The index of words of a dataset. */
export const searchTable = (number: number): string => `record_search_${Math.trunc(number)}`

/** The indexes of words that are there. */
export function searchTables(database: StoreDatabase): string[] {
  return database.$client
    .prepare<[], string>(
      `SELECT name FROM sqlite_master
       WHERE name GLOB 'record_search_[0-9]*' AND sql LIKE 'CREATE VIRTUAL TABLE%'`
    )
    .pluck()
    .all()
}
