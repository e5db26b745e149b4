// A training as an engine runs it: from the last state that is safe on, step by step, to the trained
// model. What it keeps is whole on the disk before it is told.
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LetheError, type ErrorCode } from '../base/errors'
import type { CurvePoint, TrainingSettings } from '../contract/training'
import { hashTensors } from '../formats/safetensors'
import type { AnyModel } from '../models/architecture'
import { MaskedRunner } from '../models/maskedRunner'
import { openAnyModelFolder, type ModelFolder } from '../models/modelFolder'
import { readCheckpoint, writeCheckpoint, type TrainingState } from '../training/checkpoint'
import { DataPlan } from '../training/dataPlan'
import { refuseWrongTraining } from '../training/deviceCheck'
import { isEvaluationDue, isOutOfBounds } from '../training/keepBest'
import { keptSteps } from '../training/keptStates'
import type { TrainingPlan } from '../training/plan'
import { startingState, trainedTensors } from '../training/startingState'
import { writeTrainedAdapter, writeTrainedModel } from '../training/trainedModel'
import { Trainer, type StepBatches, type StepReport } from '../training/trainer'
import { standBack } from './priority'
import type { JobResult, JobSpec } from './protocol'
import type { JobContext } from './run'
import { dropoutOf, methodOf } from './trainingMethod'
import { checkFence, keptStateFile, removeHalfWritten, runFiles } from './trainingFolder'
import { recitation, recordsToRecite } from './recitation'
import { askModel, askPreview, fixedAnswers, type AskedModel } from './trainingAnswers'
import { Evaluations } from './trainingEvaluation'

type Outcome = 'finished' | 'ended' | 'diverged'
type TrainSpec = Extract<JobSpec, { type: 'train' }>

/** Below chat and everything else: what a person waits for comes first. */
const priority = 10
const toldEveryMs = 250
/** A state is kept so rarely that keeping takes a twentieth of the time at most. */
const leastBetweenKeepsMs = 500
const keepingShare = 1 / 20

export async function train(spec: TrainSpec, context: JobContext): Promise<JobResult<'train'>> {
  standBack(priority)
  const source = await openAnyModelFolder(spec.modelFolder)
  const data = await DataPlan.read(join(spec.folder, runFiles.data))
  const plan = planOf(spec, source, data)
  if (spec.probeSteps === null) await removeHalfWritten(spec.folder)
  const state = await stateOf(spec, source, plan)
  const { threads } = spec
  const { model, weights } = source
  await refuseWrongTraining(plan.device, model.objective)
  context.onEvent({ type: 'trainingPhase', phase: 'training' })
  const trainer = await Trainer.open(model, plan, state, { threads, weights })
  try {
    const evaluations = await Evaluations.read(spec.folder, state.step)
    const job = new TrainingJob(spec, context, source, data, plan, trainer, evaluations)
    return await job.run()
  } finally {
    await trainer.close()
  }
}

class TrainingJob {
  readonly #told: CurvePoint[] = []
  #toldAtMs = performance.now()
  #untoldSeconds = 0
  #keptStep = -1
  #keptAtMs = performance.now()
  #keepMs = 0
  /** Prompts alone leave no evaluation behind. */
  #evaluatedStep = 0
  readonly #evaluationBatches: StepBatches
  readonly #keptSteps: ReadonlySet<number>

  constructor(
    private readonly spec: TrainSpec,
    private readonly context: JobContext,
    private readonly source: ModelFolder<AnyModel>,
    private readonly data: DataPlan,
    private readonly plan: TrainingPlan,
    private readonly trainer: Trainer,
    private readonly evaluations: Evaluations
  ) {
    this.#evaluationBatches = spec.probeSteps === null ? data.evaluationBatches() : []
    if (existsSync(this.#path('state'))) this.#keptStep = trainer.stepsDone
    this.#keptSteps = keptSteps(data.facts, spec.settings.keptStates)
  }

  async run(): Promise<JobResult<'train'>> {
    const { spec, context, trainer, plan } = this
    const { device, stepsDone } = trainer
    context.onEvent({ type: 'trainingOpened', step: stepsDone, steps: plan.steps, device })
    if (spec.probeSteps !== null) return this.#probe(spec.probeSteps)
    let outcome: Outcome
    try {
      outcome = await this.#train()
    } catch (error) {
      if (context.signal.aborted) await this.#keep()
      throw error
    } finally {
      this.#tell(true)
    }
    const step = trainer.stepsDone
    const { best } = this.evaluations
    const isBest = best !== null && spec.settings.keepBest
    if (outcome === 'diverged' && !isBest) return { outcome, step, secondsAStep: null, made: false }
    if (outcome !== 'diverged') await this.#keep()
    context.onEvent({ type: 'trainingPhase', phase: 'making' })
    const { method } = plan
    const learned = isBest
      ? await this.evaluations.bestValues(trainer.shapes)
      : await trainer.values()
    const [adapter, made] = [this.#path('adapter'), this.#path('made')]
    // A killed engine may have left them, whole.
    for (const folder of [adapter, made]) await rm(folder, { recursive: true, force: true })
    if (method.type === 'lora') {
      const learnedAdapter = { settings: method, values: learned }
      await writeTrainedAdapter(this.source, learnedAdapter, adapter, spec.name)
    }
    await writeTrainedModel(this.source, method, learned, made)
    if (spec.settings.recitations > 0)
      await askModel(made, spec.threads, (model) =>
        this.#tellRecited(model, isBest ? best.step : step)
      )
    return { outcome, step, secondsAStep: null, made: true }
  }

  async #train(): Promise<Outcome> {
    const { trainer, plan, context, spec } = this
    const { patience } = spec.settings
    for (;;) {
      await context.steering.turn(context.signal, this.#onHeld)
      if (context.signal.aborted) throw new LetheError('cancelled')
      if (context.steering.isEnding) return 'ended'
      const step = trainer.stepsDone
      if (step === spec.lastStep) return 'finished'
      if (this.#isDue(step)) {
        if (!(await this.#evaluate())) return 'diverged'
        if (this.evaluations.isOver({ patience }) && step < plan.steps) return 'ended'
      }
      if (step >= plan.steps) return 'finished'
      if (!(await this.#step())) return 'diverged'
    }
  }

  #isDue(step: number): boolean {
    const { evaluateEverySteps: everySteps, prompts, recitations } = this.spec.settings
    // Asked for records alone, it is asked at its end, and along the way where a person says how often.
    const recites = recitations > 0 && everySteps !== null
    const isAsked = prompts.length > 0 || this.#evaluationBatches.length > 0 || recites
    if (!isAsked || this.#evaluatedStep === step || this.evaluations.has(step)) return false
    return isEvaluationDue(step, { everySteps }, this.data.facts)
  }

  /** False once it diverged: huge steps may fit what is learned, and nothing else. */
  async #evaluate(): Promise<boolean> {
    const { trainer, context, spec, source } = this
    const { keepBest } = spec.settings
    const step = trainer.stepsDone
    this.#tell(true)
    context.onEvent({ type: 'trainingPhase', phase: 'evaluating' })
    const batches = this.#evaluationBatches
    const loss = batches.length > 0 ? await trainer.evaluate(batches) : null
    if (loss !== null && this.#isOutOfBounds(loss)) return false
    if (this.#asksModel) {
      const values = await trainer.values()
      await askPreview(source, this.plan.method, values, spec, (model) => this.#ask(model, step))
      if (context.signal.aborted) throw new LetheError('cancelled')
    }
    if (loss !== null) {
      await checkFence(spec.folder, context.fence)
      const isBest = this.evaluations.isBest({ step, loss })
      if (isBest && keepBest) {
        // Going on from an earlier state, the best until then would be gone.
        await this.#keep()
        await this.evaluations.keepBest(trainer.shapes, await trainer.values())
      }
      await this.evaluations.add({ step, loss })
      context.onEvent({ type: 'trainingEvaluated', step, evaluationLoss: loss, isBest })
    }
    this.#evaluatedStep = step
    context.onEvent({ type: 'trainingPhase', phase: 'training' })
    return true
  }

  get #asksModel(): boolean {
    const { prompts, recitations } = this.spec.settings
    return prompts.length > 0 || recitations > 0
  }

  async #ask(model: AskedModel, step: number): Promise<void> {
    const { context, spec, source } = this
    const { signal } = context
    const { prompts } = spec.settings
    const answers = await fixedAnswers(prompts, model, { name: source.folder, step, signal })
    if (signal.aborted) return
    if (prompts.length > 0) context.onEvent({ type: 'trainingAnswers', answers })
    await this.#tellRecited(model, step)
  }

  async #tellRecited({ runner, text }: AskedModel, step: number): Promise<void> {
    const { recitations, seed } = this.spec.settings
    // One that fills gaps is never asked to go on.
    if (recitations === 0 || runner instanceof MaskedRunner) return
    const records = recordsToRecite(this.data, seed, recitations)
    if (records.all === 0) return // with all of them taken out there is nothing to ask for
    const { signal, onEvent } = this.context
    const recited = await recitation(runner, records, { step, eosIds: text.eosIds, signal })
    onEvent({ type: 'trainingRecited', recited })
  }

  #isOutOfBounds(loss: number): boolean {
    return isOutOfBounds(loss, this.source.model.shape.vocabularySize)
  }

  /** False once it diverged. */
  async #step(): Promise<boolean> {
    const { trainer, data } = this
    const step = trainer.stepsDone
    if (this.#keptSteps.has(step)) await this.#keepForGood(step)
    const startedMs = performance.now()
    const report = await trainer.step(data.batchesOf(step))
    this.#untoldSeconds += (performance.now() - startedMs) / 1000
    this.#told.push(pointOf(report))
    this.#tell(false)
    if (report.outcome === 'diverged' || this.#isOutOfBounds(report.loss)) return false
    const sinceMs = performance.now() - this.#keptAtMs
    if (sinceMs >= Math.max(leastBetweenKeepsMs, this.#keepMs / keepingShare)) await this.#keep()
    return true
  }

  async #probe(steps: number): Promise<JobResult<'train'>> {
    const { trainer, plan, data, context } = this
    await trainer.step(data.batchesOf(0)) // the first one takes longer
    const startedMs = performance.now()
    let done = 0
    while (done < steps && trainer.stepsDone < plan.steps) {
      await context.steering.turn(context.signal, this.#onHeld)
      if (context.signal.aborted) throw new LetheError('cancelled')
      await trainer.step(data.batchesOf(trainer.stepsDone))
      done++
    }
    const secondsAStep = done === 0 ? null : (performance.now() - startedMs) / 1000 / done
    return { outcome: 'probed', step: trainer.stepsDone, secondsAStep, made: false }
  }

  /** The state as it is now, unless it is safe already. */
  async #keep(): Promise<void> {
    const { trainer, spec, context } = this
    const step = trainer.stepsDone
    if (step === this.#keptStep) return
    this.#tell(true)
    const startedMs = performance.now()
    await checkFence(spec.folder, context.fence)
    await writeCheckpoint(this.#path('state'), this.plan, trainer.shapes, await trainer.state())
    this.#keptStep = step
    this.#keptAtMs = performance.now()
    this.#keepMs = this.#keptAtMs - startedMs
    context.onEvent({ type: 'trainingSaved', step })
  }

  /** Forgetting a record that is read later begins here: with what is the best so far, if that counts. */
  async #keepForGood(step: number): Promise<void> {
    const { trainer, spec, context, evaluations } = this
    const path = join(spec.folder, keptStateFile(step))
    if (existsSync(path)) return
    const { shapes } = trainer
    const best = spec.settings.keepBest ? await evaluations.bestState(shapes) : null
    await checkFence(spec.folder, context.fence)
    await writeCheckpoint(path, this.plan, shapes, {
      ...(await trainer.state()),
      ...(best && { best })
    })
  }

  #tell(now: boolean): void {
    const nowMs = performance.now()
    if (this.#told.length === 0 || (!now && nowMs - this.#toldAtMs < toldEveryMs)) return
    const points = this.#told.splice(0)
    this.context.onEvent({ type: 'trainingSteps', points, seconds: this.#untoldSeconds })
    this.#untoldSeconds = 0
    this.#toldAtMs = nowMs
  }

  readonly #onHeld = (held: boolean): void => {
    this.#tell(true)
    this.context.onEvent({ type: 'trainingHeld', held })
  }

  #path(file: keyof typeof runFiles): string {
    return join(this.spec.folder, runFiles[file])
  }
}

const damaged: ReadonlySet<ErrorCode> = new Set(['fileMalformed', 'fileTruncated'])

/** From the last state that is safe; before the first one, from the model, if that is still the same. */
async function stateOf(
  { folder, weightsSha256, probeSteps }: TrainSpec,
  source: ModelFolder<AnyModel>,
  plan: TrainingPlan
): Promise<TrainingState> {
  const path = join(folder, runFiles.state)
  if (probeSteps === null && existsSync(path))
    return readCheckpoint(path, plan, trainedTensors(source, plan)).catch((error: unknown) => {
      const isDamaged = error instanceof LetheError && damaged.has(error.code)
      throw isDamaged ? new LetheError('runStateUnreadable', { path }, { cause: error }) : error
    })
  if (probeSteps === null && (await hashTensors(source.weights)) !== weightsSha256)
    throw new LetheError('weightsChanged', { path: source.folder })
  return startingState(source, plan)
}

export function planOf(
  { settings, weightsSha256, device }: Pick<TrainSpec, 'settings' | 'weightsSha256' | 'device'>,
  source: Pick<ModelFolder<AnyModel>, 'model'>,
  data: DataPlan
): TrainingPlan {
  const { steps, time } = data.facts
  return {
    ...{ weightsSha256, dataSha256: data.sha256, device, steps, time },
    ...{ batch: settings.batch, recompute: settings.saveMemory, seed: settings.seed },
    method: methodOf(source, settings.method),
    dropout: dropoutOf(settings.method),
    evaluation: null,
    learningRate: settings.learningRate,
    schedule: { kind: settings.schedule, warmupSteps: warmupSteps(settings, steps) },
    adamW: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: settings.weightDecay },
    maxGradientNorm: settings.maxGradientNorm
  }
}

function warmupSteps({ warmupShare }: TrainingSettings, steps: number): number {
  return Math.round(warmupShare * steps)
}

function pointOf({ step, outcome, loss, learningRate, gradientNorm }: StepReport): CurvePoint {
  const learned = outcome !== 'empty'
  const number = (value: number): number | null =>
    learned && Number.isFinite(value) ? value : null
  return {
    ...{ step: step + 1, loss: number(loss), evaluationLoss: null, learningRate },
    gradientNorm: number(gradientNorm)
  }
}
