import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { LetheError } from '../../base/errors'
import { readArguments } from './arguments'

const appPath = resolve('/opt/lethe')
const folder = resolve('/home/ana')
const unpacked = (...args: string[]) =>
  readArguments({ argv: ['electron', ...args], isPackaged: false, appPath, folder })
const packaged = (...args: string[]) =>
  readArguments({ argv: ['lethe', ...args], isPackaged: true, appPath, folder })

it('finds the options, whatever Chromium is told beside them', () => {
  const nothing = { dataFolder: undefined, port: null, modelPath: null }
  expect(packaged()).toEqual(nothing)
  expect(unpacked('/opt/lethe')).toEqual(nothing)
  expect(unpacked('--inspect=0', '--remote-debugging-port=0', '/opt/lethe')).toEqual(nothing)
  expect(packaged('--no-sandbox', '--data-dir', 'data', '--port=0')).toEqual({
    dataFolder: 'data',
    port: 0,
    modelPath: null
  })
})

it('takes the folder of a model, from where the person is', () => {
  expect(packaged('models/tiny').modelPath).toBe(resolve('/home/ana/models/tiny'))
  expect(unpacked('/opt/lethe', '/models/tiny').modelPath).toBe(resolve('/models/tiny'))
  expect(unpacked('/opt/lethe', '--data-dir', '/data').modelPath).toBe(null)
})

it.each([['--port=x'], ['--port', '65536'], ['--port=-1'], ['--port=1.5'], ['--data-dir']])(
  'refuses %s %s by its name',
  (...args) => {
    const field = args[0]?.split('=')[0] ?? ''
    expect(() => packaged(...args)).toThrow(LetheError)
    expect(() => packaged(...args)).toThrow(field)
  }
)
