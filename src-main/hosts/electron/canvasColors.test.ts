import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { canvasColors } from './canvasColors'

it('are those of the page, so that nothing flashes when it comes', () => {
  const css = readFileSync(resolve(import.meta.dirname, '../../../src-renderer/app.css'), 'utf8')
  const { light, dark } = canvasColors
  expect(css).toContain(`--color-canvas: light-dark(${light}, ${dark});`)
})
