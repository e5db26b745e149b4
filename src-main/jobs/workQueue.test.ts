import { expect, test } from 'vitest'
import { deferred } from '../base/deferred'
import { WorkQueue, type QueuedWork } from './workQueue'

/** Work that ends when it is told to, of a source of its own. */
function source(queue: WorkQueue, name: string, queuedAt: number, begun: string[]) {
  const ended = deferred()
  let isReady = false
  const work: QueuedWork = {
    ...{ id: name, name, queuedAt },
    begin: () => {
      isReady = false
      begun.push(name)
      return ended.promise
    }
  }
  queue.add({ ready: async () => (isReady ? [work] : []) })
  return {
    end: () => ended.resolve(),
    ask: () => {
      isReady = true
      return queue.next()
    }
  }
}

test('one at a time, in the order in which they were asked for, whatever asks', async () => {
  const queue = new WorkQueue()
  const begun: string[] = []
  const training = source(queue, 'training', 1, begun)
  const audit = source(queue, 'audit', 2, begun)
  const evidence = source(queue, 'evidence', 3, begun)
  await training.ask()
  await evidence.ask()
  await audit.ask()
  expect(begun).toEqual(['training'])
  expect((await queue.inOrder()).map(({ id }) => id)).toEqual(['audit', 'evidence'])
  training.end()
  await expect.poll(() => begun).toEqual(['training', 'audit'])
  audit.end()
  await expect.poll(() => begun).toEqual(['training', 'audit', 'evidence'])
})

test('work of before begins in its old order, whichever source knows it first', async () => {
  const queue = new WorkQueue()
  const begun: string[] = []
  const training = source(queue, 'training', 1, begun)
  const audit = source(queue, 'audit', 2, begun)
  await queue.fill(async () => {
    await audit.ask()
    expect(begun).toEqual([])
    await training.ask()
  })
  await expect.poll(() => begun).toEqual(['training'])
})
