import { catalogueData } from '#catalogue/data/index.ts'
import { builtInPrograms } from '#catalogue/programs/index.ts'
import type { Schemas } from '#generated/types.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
import { dayMs } from '#training/day-ms.ts'
import { userDays } from '#training/days.ts'
import {
  foldRun,
  type Program,
  type ProgramStep,
  type RunState,
  readProgram,
  readRunWorkout,
  readySlots,
  type SlotExercise,
  startingBases,
  stepWorkout,
} from '#training/programs/index.ts'
import type { WeightUnit } from '#training/units.ts'

type WorkoutSet = Schemas['WorkoutSet']

/** Returns the reps that a lifter does in a set; `undefined` if the lifter skips it. */
export type Lifter = (set: {
  readonly slot: string
  readonly weight: number
  readonly min: number
  readonly max: number
  readonly key: string | undefined
  readonly isLast: boolean
  readonly openEnded: boolean
}) => number | undefined

/** A lifter who does the fewest prescribed reps. */
const fewestReps: Lifter = ({ min }) => min

/**
 * A lifter with a five-rep max in each slot. With other weights, Epley's formula determines the most reps.
 * The lifter does the fewest prescribed reps, or all reps in an open-ended set.
 */
export function lifterWith(fiveRepMax: (slot: string) => number): Lifter {
  return ({ slot, weight, min, openEnded }) => {
    const reps = Math.floor(((fiveRepMax(slot) * (35 / 30)) / weight - 1) * 30 + 1e-9)
    return Math.max(0, openEnded ? reps : Math.min(min, reps))
  }
}

/** The built-in exercises by slug. */
export const builtInExercises: ReadonlyMap<string, SlotExercise> = new Map(
  catalogueData.map(({ slug, engagement, ...fields }) => [
    slug,
    {
      ...fields,
      id: slug,
      engagement: Object.entries(engagement).map(([muscle, percent]) => ({
        muscle: muscle as Schemas['Muscle'],
        percent,
      })),
    },
  ]),
)
const days = userDays({ timeZone: 'UTC' })
const firstDay = Date.UTC(2026, 0, 5, 17)

type SimulatedInput = ReturnType<typeof stepWorkout>
type SimulatedWorkout = Pick<Schemas['Workout'], 'id' | 'startedAt' | 'endedAt' | 'plan' | 'exercises'>

/** A run of a built-in program whose workouts are logged in the contract's format. */
export class SimulatedRun {
  readonly program: Program
  readonly unit: WeightUnit
  readonly #bases: ReadonlyMap<string, number>
  readonly #workouts: SimulatedWorkout[] = []
  #cache: { readonly state: RunState; workout?: SimulatedInput } | undefined
  readonly #startingWeights: Readonly<Record<string, number>>

  /** @param startingWeights the weights that the lifter chooses for the first sets of slots, in the unit */
  constructor(
    id: string,
    bases: Readonly<Record<string, number>> = {},
    {
      unit = 'kg',
      startingWeights = {},
    }: { unit?: WeightUnit; startingWeights?: Readonly<Record<string, number>> } = {},
  ) {
    const program = builtInPrograms.find((candidate) => candidate.id === id)
    if (!program) throw new Error(`there is no program ${id}`)
    this.program = readProgram(program)
    this.unit = unit
    this.#startingWeights = startingWeights
    this.#bases = startingBases(
      Object.entries(bases).map(([lift, value]) => ({ lift, base: { value, unit } })),
    )
  }

  get state(): RunState {
    return this.#current.state
  }

  /** The next sets of a slot, such as `100x5 102.5x5+`. Equal sets are counted, such as `3x 100x5`. */
  sets(slot: string): string {
    const texts = this.#next.exercises.flatMap((exercise) =>
      exercise.slot === slot ? exercise.sets.map(textOf) : [],
    )
    return countEqual(texts)
  }

  /** The base of a lift, in the run's unit. */
  base(lift: string): number {
    const grams = this.state.bases.get(lift)?.baseGrams ?? Number.NaN
    return Math.round((grams / (this.unit === 'kg' ? 1000 : 453.59237)) * 100) / 100
  }

  /** Logs the next workout, and returns its step. */
  train(lifter: Lifter = fewestReps): ProgramStep {
    const workout = this.#next
    const id = String(this.#workouts.length).padStart(4, '0')
    const startedAt = this.#time
    this.#workouts.push({
      ...workout,
      id,
      startedAt: new Date(startedAt).toISOString(),
      endedAt: new Date(startedAt + 3_600_000).toISOString(),
      exercises: workout.exercises.map((exercise, exerciseIndex) => ({
        ...exercise,
        id: `${id}-${exerciseIndex}`,
        sets: exercise.sets.map((set, index) =>
          this.#logSet(lifter, exercise, set, index, `${id}-${exerciseIndex}-${index}`),
        ),
      })),
    })
    const { next } = this.state
    this.#cache = undefined
    if (!next) throw new Error('the run has ended')
    return next
  }

  /** The current state of the run, cached until the next workout. */
  get #current() {
    if (this.#cache) return this.#cache
    const run = { id: 'run', programRevision: 1, startingBases: this.#bases, decisions: [] }
    const workouts = this.#workouts.flatMap((workout) => readRunWorkout(workout) ?? [])
    this.#cache = { state: foldRun(() => this.program, run, workouts) }
    return this.#cache
  }

  /** The next workout, cached until it is logged. */
  get #next(): SimulatedInput {
    const { program, unit } = this
    const current = this.#current
    const { next } = current.state
    if (!next) throw new Error('the run has ended')
    if (current.workout) return current.workout
    const slots = readySlots(program, current.state, next, {
      gear: { unit },
      exercises: builtInExercises,
      workouts: this.#workouts,
      earlierSets: () => [],
      bodyweightAt: bodyweightOver([], days),
      days,
      since: firstDay,
      at: this.#time,
      unit,
    })
    current.workout = stepWorkout(program, 'run', next, slots, unit)
    return current.workout
  }

  get #time(): number {
    return firstDay + this.#workouts.length * dayMs
  }

  #logSet(
    lifter: Lifter,
    { slot = '', sets }: Schemas['WorkoutExerciseInput'],
    set: Schemas['WorkoutSetInput'],
    index: number,
    id: string,
  ): WorkoutSet {
    const { durationSeconds, reps, openEnded = false, key } = set.target ?? {}
    const isFirst = !this.#workouts.some(({ exercises }) => exercises.some((entry) => entry.slot === slot))
    const chosen = isFirst || !set.weight ? this.#startingWeights[slot] : undefined
    const value = chosen ?? set.weight?.value ?? 20
    const weight = { value, unit: this.unit }
    const repsDone = lifter({
      slot,
      weight: weight.value,
      min: reps?.min ?? 1,
      max: reps?.max ?? 1,
      key,
      isLast: index === sets.length - 1,
      openEnded,
    })
    if (repsDone === undefined) return { ...set, id }
    if (durationSeconds !== undefined) return { ...set, id, durationSeconds }
    return { ...set, id, reps: repsDone, weight }
  }
}

function textOf({ weight, target }: Schemas['WorkoutSetInput']): string {
  const { reps, openEnded } = target ?? {}
  const range = reps ? (reps.min === reps.max ? `${reps.min}` : `${reps.min}-${reps.max}`) : '?'
  return `${weight?.value ?? '?'}x${range}${openEnded ? '+' : ''}`
}

function countEqual(texts: readonly string[]): string {
  const groups: { text: string; count: number }[] = []
  for (const text of texts) {
    const last = groups.at(-1)
    if (last?.text === text) last.count += 1
    else groups.push({ text, count: 1 })
  }
  return groups.map(({ text, count }) => (count === 1 ? text : `${count}x ${text}`)).join(' ')
}
