// How the tests of forgetting combine into one verdict. Words are keys; sentences are made where they are
// shown.
import { directTests } from '../base/directTests'
import type { AbilityVerdict } from './abilityVerdict'
import type { TestVerdict, TestWord } from './testVerdict'

export type TestName = (typeof directTests)[number] | 'membership'
export type AttackName = 'relearning' | 'quantization' | 'paraphrase'

/** How a replayed model compares with one trained from the start without the records. */
export type ReplayProof = 'notReplayed' | 'notCompared' | 'sameHash' | 'otherHash'

export interface Evidence {
  /** Null: not tested (no reference, no paraphrases, …). */
  tests: Record<TestName, TestVerdict | null>
  /** After the attack on both models. Null: not tested. */
  attacks: Record<AttackName, TestVerdict | null>
  ability: AbilityVerdict | null
  replay: ReplayProof
}

export type OverallVerdict =
  | { key: 'exact' | 'replayedNotCompared' }
  | { key: 'notForgotten'; tests: TestName[] } // at least one
  | { key: 'comesBack'; attacks: AttackName[] } // at least one
  | { key: 'overForgotten'; tests: TestName[]; attacks: AttackName[] }
  /** `isForgotten`: the direct tests agree on it all the same. At least one of them had records enough. */
  | { key: 'lostAbility'; isForgotten: boolean }
  | {
      key: 'forgotten'
      agreeing: TestName[]
      undecided: { tests: TestName[]; attacks: AttackName[]; ability: boolean }
      notTested: { tests: TestName[]; attacks: AttackName[] }
    }
  | { key: 'cannotTell'; undecided: TestName[]; notTested: TestName[] }

const testNames: readonly TestName[] = [...directTests, 'membership']
const attackNames: readonly AttackName[] = ['relearning', 'quantization', 'paraphrase']

export function overallVerdict({ tests, attacks, ability, replay }: Evidence): OverallVerdict {
  // Equal bytes say more than any test; a replay before that comparison claims no more than that.
  if (replay === 'sameHash') return { key: 'exact' }
  const testsThat = (word: TestWord | null): TestName[] =>
    testNames.filter((name) => (tests[name]?.word ?? null) === word)
  const attacksThat = (word: TestWord | null): AttackName[] =>
    attackNames.filter((name) => (attacks[name]?.word ?? null) === word)

  const remembered = testsThat('notForgotten')
  if (remembered.length > 0) return { key: 'notForgotten', tests: remembered }
  const back = attacksThat('notForgotten')
  if (back.length > 0) return { key: 'comesBack', attacks: back }
  const over = { tests: testsThat('overForgotten'), attacks: attacksThat('overForgotten') }
  if (over.tests.length + over.attacks.length > 0) return { key: 'overForgotten', ...over }
  const agreeing = testsThat('forgotten')
  const isForgotten = directTests.every((name) => agreeing.includes(name))
  // Ability is told by other records: with too few of those that were to be forgotten it says nothing of them.
  const isEnough = directTests.some((name) => hadEnough(tests[name]))
  if (ability?.word === 'lost' && isEnough) return { key: 'lostAbility', isForgotten }
  if (replay === 'notCompared') return { key: 'replayedNotCompared' }
  const notTested = { tests: testsThat(null), attacks: attacksThat(null) }
  if (!isForgotten) {
    return { key: 'cannotTell', undecided: testsThat('cannotTell'), notTested: notTested.tests }
  }
  return {
    ...{ key: 'forgotten', agreeing, notTested },
    undecided: {
      tests: testsThat('cannotTell'),
      attacks: attacksThat('cannotTell'),
      ability: ability?.word !== 'kept'
    }
  }
}

/** Whether there were records enough to tell, whatever it told. */
function hadEnough(verdict: TestVerdict | null): boolean {
  return verdict !== null && verdict.reason !== 'noRecords' && verdict.reason !== 'tooFewGroups'
}
