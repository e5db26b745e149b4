import { expect, test } from 'vitest'
import { shapeFields } from '../contract/recordFiles'
import { shapeFields as readerFields } from '../datasets/shapes'

test('the window knows the fields of each shape as the reader does', () => {
  const known = Object.entries(readerFields).map(([shape, fields]) => [
    shape,
    Object.entries(fields).map(([name, { optional }]) => (optional ? { name, optional } : { name }))
  ])
  expect(Object.fromEntries(known)).toEqual(shapeFields)
})
