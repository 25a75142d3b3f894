import {
  foldRun,
  type PlannedRunSet,
  type PlannedSlot,
  type Program,
  type ProgramStep,
  planStep,
  type Run,
  type RunDecision,
  type RunState,
  type RunWorkout,
} from '#training/programs/index.ts'
import { type WeightUnit, weightUnits } from '#training/units.ts'

/** The multiples of a step in a unit, as available loads. */
export function stepsOf(step: number, unit: WeightUnit) {
  const grams = step * weightUnits[unit].canonical
  const count = (load: number) => Math.floor(load / grams + 1e-6)
  return { atMost: (load: number) => count(load) * grams, above: (load: number) => (count(load) + 1) * grams }
}

/** The reps that a lifter does in a planned set, or `undefined` if they skip it. */
export type Lifter = (
  slot: string,
  set: { readonly key?: string; readonly min: number },
  step: ProgramStep,
) => number | undefined

/** Stands in for the sets of a slot whose scheme prescribes them, because the fold doesn't compute those. */
const placeholderSets: readonly PlannedRunSet[] = [{ type: 'normal', reps: { min: 8, max: 8 } }]

/** A lifter who follows a program and finishes each workout. */
export class Runner {
  readonly workouts: RunWorkout[] = []
  readonly decisions: RunDecision[] = []
  #time = 1000

  readonly program: Program
  readonly bases: Readonly<Record<string, number>>
  readonly unit: WeightUnit
  readonly step: number

  constructor(
    program: Program,
    bases: Readonly<Record<string, number>>,
    unit: WeightUnit = 'kg',
    step = unit === 'kg' ? 2.5 : 5,
  ) {
    this.program = program
    this.bases = bases
    this.unit = unit
    this.step = step
  }

  get run(): Run {
    return {
      id: 'run',
      programRevision: 1,
      startingBases: new Map(
        Object.entries(this.bases).map(([lift, value]) => [lift, value * weightUnits[this.unit].canonical]),
      ),
      decisions: this.decisions,
    }
  }

  get state(): RunState {
    return foldRun(() => this.program, this.run, this.workouts)
  }

  /** The base of a lift, in the unit of the runner. */
  base(lift: string): number | undefined {
    const grams = this.state.bases.get(lift)?.baseGrams
    return grams === undefined
      ? undefined
      : Math.round((grams / weightUnits[this.unit].canonical) * 100) / 100
  }

  planned(step: ProgramStep | undefined = this.state.next): readonly PlannedSlot[] {
    return step ? planStep(this.program, this.state, step, () => stepsOf(this.step, this.unit)) : []
  }

  /** The weights of a slot in the next step, in the unit of the runner. */
  weights(slot: string): (number | undefined)[] {
    const sets = this.planned().find((planned) => planned.slot.key === slot)?.sets ?? []
    return sets.map(({ weightGrams }) =>
      weightGrams === undefined
        ? undefined
        : Math.round((weightGrams / weightUnits[this.unit].canonical) * 100) / 100,
    )
  }

  /** Logs the next step as a finished workout, by default exactly as planned. */
  train(lifter: Lifter = (_, { min }) => min): RunWorkout {
    const step = this.state.next
    if (!step) throw new Error('the run has ended')
    this.#time += 1000
    const workout: RunWorkout = {
      id: `w${this.#time}`,
      startedAt: this.#time,
      endedAt: this.#time + 500,
      plan: step,
      exercises: this.planned(step).map(({ slot, exerciseId, sets = placeholderSets }) => ({
        slot: slot.key,
        exerciseId,
        sets: sets.map(({ key, type, reps, weightGrams }) => ({
          type,
          reps: lifter(slot.key, { ...(key !== undefined && { key }), min: reps?.min ?? 1 }, step),
          weightGrams,
          target: { key, reps, weightGrams },
        })),
      })),
    }
    this.workouts.push(workout)
    return workout
  }

  /** Records a decision, made from the id and time that `decision` is called with. */
  decide(decision: (id: string, at: number) => RunDecision): void {
    this.#time += 1000
    this.decisions.push(decision(`d${this.#time}`, this.#time))
  }
}
