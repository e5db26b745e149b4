import { expect, test } from 'vitest'
import type { RunStatus } from '../../contract/training'
import { progressLine, runToShow, trayMenu, type TrayAction } from './trayMenu'

const run = (status: RunStatus, more: { steps?: number; secondsLeft?: number | null } = {}) => ({
  ...{ id: status, name: `A ${status} one`, status, phase: null },
  ...{ step: 1412, steps: 2600, secondsLeft: 50, ...more }
})

test('what runs is told before what waits, and that before what is paused', () => {
  const all = [run('finished'), run('paused'), run('waiting'), run('running')]
  const names = [4, 3, 2, 1].map((count) => runToShow(all.slice(0, count))?.status ?? null)
  expect(names).toEqual(['running', 'waiting', 'paused', null])
  const [newer, older] = [
    { ...run('waiting'), id: 'newer' },
    { ...run('waiting'), id: 'older' }
  ]
  expect(runToShow([newer, older])?.id).toBe('older')
})

test('how far it is, in both languages', () => {
  expect(progressLine(run('running'), 'en')).toBe('Step 1,412 of 2,600, about 50\u00a0s left')
  expect(progressLine(run('running', { secondsLeft: 4000 }), 'pt-BR')).toBe(
    'Passo 1.412 de 2.600, faltam cerca de 1\u00a0h 7\u00a0min'
  )
  expect(progressLine(run('running', { secondsLeft: null }), 'en')).toBe('Step 1,412 of 2,600')
  expect(progressLine(run('paused'), 'en')).toBe('Step 1,412 of 2,600, paused')
  expect(progressLine(run('running', { steps: 0 }), 'en')).toBe('Getting ready')
  expect(progressLine(run('waiting'), 'pt-BR')).toBe('Espera a sua vez')
})

test('a choice does what it says', () => {
  const done: TrayAction[] = []
  const items = trayMenu(run('paused'), 2, 'en', (action) => done.push(action))
  expect(items.map(({ label, type }) => label ?? type)).toEqual([
    ...['A paused one', 'Step 1,412 of 2,600, paused', '+2 more', 'separator'],
    ...['Resume', 'Open', 'separator', 'Quit Lethe']
  ])
  for (const { click } of items) (click as (() => void) | undefined)?.()
  expect(done).toEqual(['resume', 'open', 'quit'])
})
