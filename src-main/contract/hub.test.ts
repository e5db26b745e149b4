import { describe, expect, test } from 'vitest'
import { hubReferenceOf } from './hub'

const of = (typed: string) => hubReferenceOf(typed, 'mirror.example:8080')

describe('what names a model of the hub', () => {
  const commit = 'c0ffee00'.repeat(5)
  const good: [typed: string, name: string, revision: string][] = [
    ['owner/name', 'owner/name', 'main'],
    ['  hf:Qwen/Qwen3-0.6B ', 'Qwen/Qwen3-0.6B', 'main'],
    ['hf://a_b/c.d-e', 'a_b/c.d-e', 'main'],
    ['owner/name@v1.0', 'owner/name', 'v1.0'],
    [`owner/name@${commit}`, 'owner/name', commit],
    ['owner/name@refs/pr/3', 'owner/name', 'refs/pr/3'],
    ['https://huggingface.co/owner/name', 'owner/name', 'main'],
    ['http://www.huggingface.co/owner/name/', 'owner/name', 'main'],
    ['huggingface.co/owner/name?library=transformers#use', 'owner/name', 'main'],
    ['https://hf.co/owner/name/tree/dev', 'owner/name', 'dev'],
    ['https://huggingface.co/owner/name/tree/refs%2Fpr%2F3', 'owner/name', 'refs/pr/3'],
    [`https://huggingface.co/owner/name/blob/${commit}/config.json`, 'owner/name', commit],
    ['https://huggingface.co/owner/name/discussions/4', 'owner/name', 'main'],
    ['https://mirror.example:8080/owner/name', 'owner/name', 'main']
  ]
  test.each(good)('%s', (typed, name, revision) => {
    expect(of(typed)).toEqual({ name, revision })
  })

  const bad: [typed: string, problem: string][] = [
    ...['', '/', 'name', 'a/b/c', 'owner/', '/name', 'owner name/x', 'hf:'].map(asForm),
    ...['../..', 'a/..', 'a/b..c', 'a/b--c', 'a/-b', 'a/b.', 'a/b.git', 'a/ção'].map(asForm),
    ...['a/b@', 'a/b@../c', 'a/b@x y', 'a/b@/x', 'a/b@x//y', 'a/b?c=d', 'a\\b/c'].map(asForm),
    ...['https://huggingface.co/', 'https://huggingface.co/a', 'https://hf.co/a/%ff'].map(asForm),
    ...['https://huggingface.co/a/b/tree/..%2F..%2Fx', 'https://[', `a/${'b'.repeat(97)}`].map(
      asForm
    ),
    ['https://huggingface.co.evil.example/a/b', 'otherSite'],
    ['https://example.org/a/b', 'otherSite'],
    ['https://mirror.example/a/b', 'otherSite'],
    ['https://huggingface.co/datasets/a/b', 'notAModel'],
    ['spaces/a', 'notAModel']
  ]
  test.each(bad)('not %j: %s', (typed, problem) => expect(of(typed)).toBe(problem))
})

function asForm(typed: string): [string, string] {
  return [typed, 'form']
}
