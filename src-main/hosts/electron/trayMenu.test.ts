import { expect, test } from 'vitest'
import type { Job } from '../../contract/jobs'
import { progressLine, trayMenu, type TrayAction } from './trayMenu'

const job = (status: Job['status'], more: Partial<Job> = {}) => ({
  ...{ kind: 'training' as const, name: `A ${status} one`, about: { en: '', 'pt-BR': '' }, status },
  ...{ done: 1412, total: 2600, secondsLeft: 50, yielding: false, ...more }
})

test('how far it is, in both languages', () => {
  expect(progressLine(job('running'), 'en')).toBe('Step 1,412 of 2,600, about 50\u00a0s left')
  expect(progressLine(job('running', { secondsLeft: 4000 }), 'pt-BR')).toBe(
    'Passo 1.412 de 2.600, faltam cerca de 1\u00a0h 7\u00a0min'
  )
  expect(progressLine(job('running', { secondsLeft: null }), 'en')).toBe('Step 1,412 of 2,600')
  expect(progressLine(job('paused'), 'en')).toBe('Step 1,412 of 2,600, paused')
  expect(progressLine(job('running', { total: 0 }), 'en')).toBe('Getting ready')
  expect(progressLine(job('waiting'), 'pt-BR')).toBe('Espera a sua vez')
  expect(progressLine(job('running', { kind: 'audit', yielding: true }), 'en')).toBe(
    '1,412 of 2,600 texts, holds still while an answer is written'
  )
  expect(progressLine(job('paused', { kind: 'evidence' }), 'pt-BR')).toBe(
    '1.412 de 2.600 perguntas, em pausa'
  )
})

test('a choice does what it says', () => {
  const done: TrayAction[] = []
  const items = trayMenu(job('paused'), 2, 'en', (action) => done.push(action))
  expect(items.map(({ label, type }) => label ?? type)).toEqual([
    ...['A paused one', 'Step 1,412 of 2,600, paused', '+2 more', 'separator'],
    ...['Resume', 'Open', 'separator', 'Quit Lethe']
  ])
  for (const { click } of items) (click as (() => void) | undefined)?.()
  expect(done).toEqual(['resume', 'open', 'quit'])
})

test('what it is, where its name alone does not say it', () => {
  const about = { en: 'Lethe pairs', 'pt-BR': 'Pares do Lethe' }
  const audit = job('running', { kind: 'audit', name: 'Starter', about })
  expect(trayMenu(audit, 0, 'pt-BR', () => {})[0]!.label).toBe(
    'Auditoria de Starter: Pares do Lethe'
  )
  const evidence = job('running', { kind: 'evidence', name: 'Ana' })
  expect(trayMenu(evidence, 0, 'en', () => {})[0]!.label).toBe('Evidence about Ana')
})
