// The words of one ended answer, as the model chose them: read when they are first needed.
import { failureOf, type Failure } from '../../state/failure'
import { readAnswerTokens } from '../../state/openConversation.svelte'
import { wordsOf, type AnswerWord } from './words'

export class AnswerWords {
  list = $state.raw<AnswerWord[] | null>(null)
  failure = $state<Failure | null>(null)
  readonly messageId: string
  readonly text: string
  #loading: Promise<void> | null = null

  constructor(messageId: string, text: string) {
    this.messageId = messageId
    this.text = text
  }

  load(): Promise<void> {
    this.#loading ??= this.#read()
    return this.#loading
  }

  /** The word that stands at this place of the text; its number in `list`, or -1. */
  at(place: number): number {
    return this.list?.findIndex(({ start, end }) => start <= place && place < end) ?? -1
  }

  async #read(): Promise<void> {
    try {
      this.list = wordsOf(await readAnswerTokens(this.messageId), this.text)
      this.failure = null
    } catch (error) {
      this.failure = failureOf(error)
      this.#loading = null
    }
  }
}
