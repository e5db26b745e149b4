import { expect, test } from 'vitest'
import type { Job } from '../contract/jobs'
import { inOrder } from './workList'

const job = (
  id: string,
  status: Job['status'],
  createdAt: number,
  endedAt: number | null = null
) => ({
  ...{
    id,
    kind: 'audit' as const,
    name: id,
    about: { en: '', 'pt-BR': '' },
    flagSetId: null,
    status
  },
  ...{ yielding: false, waitingBehind: null, done: 0, total: 0, secondsLeft: null, device: null },
  ...{ error: null, createdAt, endedAt }
})

test('what runs, what waits in its turn, what waits for something else, what is paused, what ended last', () => {
  const jobs = [
    ...[job('failed', 'failed', 1, 20), job('paused', 'paused', 2), job('blocked', 'waiting', 3)],
    ...[job('second', 'waiting', 4), job('first', 'waiting', 5), job('running', 'running', 6)],
    job('finished', 'finished', 7, 30)
  ]
  expect(inOrder(jobs, ['first', 'second']).map(({ id }) => id)).toEqual([
    ...['running', 'first', 'second', 'blocked', 'paused', 'finished', 'failed']
  ])
})
