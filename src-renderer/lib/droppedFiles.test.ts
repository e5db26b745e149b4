import { expect, it } from 'vitest'
import { pastedFiles } from './droppedFiles'

function pasted(text: string, ...names: string[]): string[] {
  const files = names.map((name) => new File(['x'], name)) as unknown as FileList
  return pastedFiles({ files, getData: () => text }).map(({ name }) => name)
}

it('takes copied files, with or without their names or places beside them', () => {
  expect(pasted('', 'a.txt', 'b c.md')).toEqual(['a.txt', 'b c.md'])
  expect(pasted('a.txt', 'a.txt')).toEqual(['a.txt'])
  const places = 'file:///home/ana/a.txt\r\nfile:///home/ana/b%20c.md\r\n'
  expect(pasted(places, 'a.txt', 'b c.md')).toEqual(['a.txt', 'b c.md'])
  expect(pasted('C:\\ana\\a.txt', 'a.txt')).toEqual(['a.txt'])
})
it('leaves a text alone that comes with a picture of itself', () => {
  expect(pasted('Total\t12', 'image.png')).toEqual([])
  expect(pasted('Just a text')).toEqual([])
  expect(pastedFiles(null)).toEqual([])
})
