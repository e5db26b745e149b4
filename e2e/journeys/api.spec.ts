// The built host's API under many clients at once: nobody is lost, no answer is mixed with another's,
// and the memory of the host stays flat.
import { spawnSync } from 'node:child_process'
import OpenAI from 'openai'
import { z } from 'zod'
import { startLethe, type Host } from './host'
import { expect, test } from './journey'

const model = 'Starter'
const clients = 50
const rounds = 7
const warmUpRounds = 3
const maxTokens = 8
/** How much the host may grow over the rounds after those that warm it up; it levels off later. */
const growthLimitBytes = 32 * 2 ** 20

const prompts = Array.from({ length: clients }, (_, index) => `Tell me about number ${index}.`)

function clientOf({ origin, token }: Host): OpenAI {
  return new OpenAI({ baseURL: `${origin}/v1`, apiKey: token, maxRetries: 0 })
}

const temperature = 2 // so that most answers differ

const asked = (index: number) => ({
  model,
  messages: [{ role: 'user' as const, content: prompts[index]! }],
  temperature,
  seed: index,
  max_tokens: maxTokens
})

async function streamed(openai: OpenAI, index: number) {
  const options = { stream: true, stream_options: { include_usage: true } } as const
  let text = ''
  let chunks = 0
  let finish: string | null = null
  let usage: OpenAI.CompletionUsage | null | undefined
  for await (const chunk of await openai.chat.completions.create({ ...asked(index), ...options })) {
    const [choice] = chunk.choices
    text += choice?.delta.content ?? ''
    finish = choice?.finish_reason ?? finish
    usage = chunk.usage ?? usage
    chunks++
  }
  return { text, chunks, finish, tokens: usage?.completion_tokens }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await run()
  return performance.now() - startedMs
}

/** The resident memory of the host itself, engines not included. */
function residentBytes({ process: { pid } }: Host): number {
  const row = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  return Number(row) * 1024
}

test.skip(process.platform === 'win32', 'looks at memory with ps')

test('fifty clients at once get the answers that each gets alone', async ({ host }, info) => {
  test.setTimeout(240_000)
  const openai = clientOf(host)
  await expect
    .poll(async () => (await openai.models.list()).data.map(({ id }) => id))
    .toContain(model)

  const alone = []
  for (const index of prompts.keys()) alone.push(await streamed(openai, index))
  expect(new Set(alone.map(({ text }) => text)).size).toBeGreaterThan(clients / 2)
  for (const { text, finish, tokens } of alone) {
    expect(text).not.toBe('')
    expect(finish).toMatch(/^(stop|length)$/)
    expect(tokens).toBeLessThanOrEqual(maxTokens)
  }

  const memory: number[] = []
  const durationsMs: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedMs = performance.now()
    const together = await Promise.all(prompts.map((_, index) => streamed(openai, index)))
    durationsMs.push(Math.round(performance.now() - startedMs))
    expect(together.map(({ text, finish, tokens }) => ({ text, finish, tokens }))).toEqual(
      alone.map(({ text, finish, tokens }) => ({ text, finish, tokens }))
    )
    memory.push(residentBytes(host))
  }
  const figures = { clients, rounds, durationsMs, memoryMiB: memory.map((it) => it / 2 ** 20) }
  await info.attach('figures.json', { body: JSON.stringify(figures) })
  const growthBytes = memory.at(-1)! - memory[warmUpRounds - 1]!
  expect(growthBytes, JSON.stringify(figures)).toBeLessThan(growthLimitBytes)
})

test('clients that all go away leave the engine free', async ({ host }) => {
  const openai = clientOf(host)
  await expect.poll(async () => (await openai.models.list()).data.length).toBeGreaterThan(0)
  await streamed(openai, 0) // the model is open
  const aloneMs = await timed(() =>
    openai.chat.completions.create({ ...asked(1), max_tokens: 400 })
  )
  const stop = new AbortController()
  const { signal } = stop
  const calls = prompts.map((_, index) =>
    openai.chat.completions.create({ ...asked(index), max_tokens: 400 }, { signal })
  )
  await openai.models.list() // they are on their way
  stop.abort()
  const ends = await Promise.allSettled(calls)
  expect(ends.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(clients / 2)
  // Had they stayed in the line, their answers would have come first.
  const nextMs = await timed(() => streamed(openai, 1))
  expect(nextMs, `one answer takes ${aloneMs} ms`).toBeLessThan((clients / 2) * aloneMs)
})

test('programs and the command line get the same answer', async ({ host }) => {
  const openai = clientOf(host)
  await expect.poll(async () => (await openai.models.list()).data.length).toBeGreaterThan(0)
  const answer = await openai.chat.completions.create(asked(7))
  const run = startLethe([
    ...[
      'generate',
      model,
      '--prompt',
      prompts[7]!,
      '--temperature',
      `${temperature}`,
      '--seed',
      '7'
    ],
    ...['--max-tokens', String(maxTokens), '--json', '--data-dir', host.dataFolder]
  ])
  expect(await run.exit, run.printed()).toBe(0)
  const result = z
    .object({ text: z.string(), ids: z.array(z.number()), promptTokens: z.number() })
    .parse(JSON.parse(run.stdout()))
  expect(answer.choices[0]?.message.content).toBe(result.text)
  expect(answer.usage).toMatchObject({
    prompt_tokens: result.promptTokens,
    completion_tokens: result.ids.length
  })
})
