// Takes evidence: asks one model after the other, keeps what each says, then judges. What was asked
// before is not asked again.
import { setPriority } from 'node:os'
import { basename } from 'node:path'
import { LetheError } from '../base/errors'
import type { EvidenceTiming } from '../contract/evidenceCost'
import type { EvidenceItem } from '../contract/evidenceRequest'
import { forcedLoss, type ForcedText } from '../evaluation/forcedTokens'
import { scoreItem } from '../evaluation/itemScores'
import type { CausalRunner } from '../models/causalRunner'
import { openModelFolder, openModelText, type ModelText } from '../models/modelFolder'
import { ItemReader, readItems, type EvidenceItems } from './evidenceItems'
import { judged } from './evidenceJudgement'
import { idOf, ScoreFile, type ScoreLine } from './evidenceScores'
import { openRunner } from './openRunner'
import type { EvidenceModelSpec, JobResult, JobSpec } from './protocol'
import type { JobContext } from './run'

type EvidenceSpec = Extract<JobSpec, { type: 'measureEvidence' }>

/** Below chat and everything else, as a training. */
const priority = 10
const flushedEveryMs = 250

export async function measureEvidence(
  spec: EvidenceSpec,
  context: JobContext
): Promise<JobResult<'measureEvidence'>> {
  setPriority(priority)
  const asked = await readItems(spec.folder, spec.settings)
  const files: ScoreFile[] = []
  for (const model of spec.models)
    files.push(await ScoreFile.read(spec.folder, model, asked.sha256))
  const job = new EvidenceJob(spec, context, asked, files)
  for (const [index, model] of spec.models.entries()) {
    const same = spec.models.findIndex((it) => it.attack === model.attack && isSame(it, model))
    if (same < index) await job.repeat(model, files[index]!, files[same]!)
    else await job.ask(model, files[index]!)
  }
  const measured = await judged(spec, asked.items, files)
  const device = files[0]!.device ?? ''
  return { measured, itemsSha256: asked.sha256, device, ...job.timed }
}

class EvidenceJob {
  #done = 0
  #total = 0
  readonly #timings = new Map<string, EvidenceTiming>()
  readonly #openedSeconds: number[] = []

  constructor(
    private readonly spec: EvidenceSpec,
    private readonly context: JobContext,
    private readonly asked: EvidenceItems,
    files: readonly ScoreFile[]
  ) {
    for (const [index, { attack }] of spec.models.entries()) {
      this.#total += askedAfter(attack, asked.items).length
      this.#done += files[index]!.lines.length
    }
  }

  get timed(): { timings: EvidenceTiming[]; openSeconds: number } {
    const all = this.#openedSeconds
    const openSeconds = all.reduce((sum, it) => sum + it, 0) / Math.max(1, all.length)
    return { timings: [...this.#timings.values()], openSeconds }
  }

  /** All that the model was not asked yet. */
  async ask(model: EvidenceModelSpec, file: ScoreFile): Promise<void> {
    const { context, spec, asked } = this
    const known = new Set(file.lines.map(idOf))
    const left = askedAfter(model.attack, asked.items).filter(({ id }) => !known.has(id))
    if (left.length === 0 && file.device !== null) return
    this.#tell(model)
    const openedMs = performance.now()
    const source = await openModelFolder(model.model.folder)
    const text = await openModelText(source.folder)
    const { contextLength } = source.model.shape
    const time = Math.min(contextLength, spec.settings.sequenceLength ?? contextLength)
    const reader = new ItemReader(asked, text, basename(source.folder), time)
    const runner = await openRunner(source, model.model, context)
    this.#openedSeconds.push((performance.now() - openedMs) / 1000)
    try {
      await file.open(runner.device)
      let flushedAtMs = performance.now()
      for (const item of left) {
        await context.steering.turn(context.signal, () => {})
        if (context.signal.aborted) throw new LetheError('cancelled')
        const startedMs = performance.now()
        file.add(await this.#score(runner, text, reader, item, model.attack))
        this.#took(item.kind, model.attack !== null, performance.now() - startedMs)
        this.#done++
        if (performance.now() - flushedAtMs < flushedEveryMs) continue
        await file.flush(context.fence)
        flushedAtMs = performance.now()
        this.#tell(model)
      }
    } finally {
      await runner.close()
      await file.close(context.fence)
    }
    this.#tell(model)
  }

  /** What a model of the same bytes said: an exact replay beside a reference that was trained anew. */
  async repeat(model: EvidenceModelSpec, file: ScoreFile, said: ScoreFile): Promise<void> {
    const known = file.lines.length
    if (known === said.lines.length) return
    await file.open(said.device!)
    try {
      for (const line of said.lines.slice(known)) file.add(line)
      this.#done += said.lines.length - known
    } finally {
      await file.close(this.context.fence)
    }
    this.#tell(model)
  }

  async #score(
    runner: CausalRunner,
    text: ModelText,
    reader: ItemReader,
    item: EvidenceItem,
    attack: EvidenceModelSpec['attack']
  ): Promise<ScoreLine> {
    const { signal } = this.context
    if (item.kind === 'canary') return canaryLosses(runner, reader, item, signal)
    const read = reader.tokens(item)
    if (!read) return { nothing: item.id }
    const { seed, samples, temperature, mostAnswerTokens, minKShare } = this.spec.settings
    const isWhole = attack === null
    const answers = { seed, temperature, mostTokens: mostAnswerTokens }
    const ofKind = {
      record: { ...answers, samples },
      kept: { ...answers, samples: 0 },
      question: null,
      heldOut: null
    }[item.kind]
    const scores = await scoreItem(runner, isWhole ? read : { ...read, wrong: [] }, {
      ...{ text, minKShare, signal },
      answers: isWhole ? ofKind : null
    })
    return { item: scores }
  }

  #took(kind: EvidenceItem['kind'], attacked: boolean, ms: number): void {
    const name = `${kind} ${attacked}`
    const before = this.#timings.get(name) ?? { kind, attacked, items: 0, seconds: 0 }
    const [items, seconds] = [before.items + 1, before.seconds + ms / 1000]
    this.#timings.set(name, { kind, attacked, items, seconds })
  }

  #tell({ role, attack }: EvidenceModelSpec): void {
    const [done, total] = [this.#done, this.#total]
    this.context.onEvent({ type: 'evidenceScored', role, attack, done, total })
  }
}

function isSame(one: EvidenceModelSpec, other: EvidenceModelSpec): boolean {
  const { weightMode, device, threads } = one.model
  const isHeldAlike =
    other.model.weightMode === weightMode &&
    other.model.device === device &&
    other.model.threads === threads
  return one.sha256 === other.sha256 && isHeldAlike
}

/** Of an attacked model, the records alone. */
function askedAfter(
  attack: EvidenceModelSpec['attack'],
  items: readonly EvidenceItem[]
): readonly EvidenceItem[] {
  return attack === null ? items : items.filter(({ kind }) => kind === 'record')
}

async function canaryLosses(
  runner: CausalRunner,
  reader: ItemReader,
  { id, text, others }: Extract<EvidenceItem, { kind: 'canary' }>,
  signal: AbortSignal
): Promise<ScoreLine> {
  const lossOf = async (pieces: readonly ForcedText[]): Promise<number> => {
    let total = 0
    let tokens = 0
    for (const piece of pieces) {
      total += (await forcedLoss(runner, piece, signal)) * piece.places.length
      tokens += piece.places.length
    }
    return total / tokens
  }
  const planted = reader.plain(text)
  if (!planted) return { nothing: id }
  const lossNats = await lossOf(planted)
  const otherLosses: number[] = []
  for (const other of others) {
    const read = reader.plain(other)
    if (read) otherLosses.push(await lossOf(read))
  }
  return otherLosses.length === 0 ? { nothing: id } : { canary: { id, lossNats, otherLosses } }
}
