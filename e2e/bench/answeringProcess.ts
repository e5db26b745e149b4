// A child process that answers each line with one.
import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface, type Interface } from 'node:readline'

export class AnsweringProcess {
  readonly design: string
  readonly #process: ChildProcess
  readonly #answers: AsyncIterator<string>

  constructor(design: string, command: string, options: readonly string[]) {
    this.design = design
    this.#process = spawn(command, options, { stdio: ['pipe', 'pipe', 'inherit'] })
    const lines: Interface = createInterface({ input: this.#process.stdout! })
    this.#answers = lines[Symbol.asyncIterator]()
  }

  async ask(what: string): Promise<string> {
    this.#process.stdin!.write(`${what}\n`)
    const { value, done } = await this.#answers.next()
    if (done) throw new Error(`${this.design} ended`)
    return value
  }

  end(): void {
    this.#process.kill('SIGKILL')
  }
}
