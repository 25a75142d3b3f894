import { catalogueData } from '#catalogue/data/index.ts'
import { builtInPrograms } from '#catalogue/programs/index.ts'
import type { Schemas } from '#generated/types.ts'
import { bodyweightOver } from '#training/bodyweight.ts'
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

/** The reps that a lifter does in a set; `undefined` leaves the slot out. */
export type Lifter = (set: {
  readonly slot: string
  readonly weight: number
  readonly min: number
  readonly max: number
  readonly key: string | undefined
  readonly isLast: boolean
  readonly openEnded: boolean
}) => number | undefined

/** Does exactly what is prescribed. */
export const asPlanned: Lifter = ({ min }) => min

/** Has this five-rep max in each slot, and less for more reps, by Epley; does the fewest prescribed reps if possible. */
export function upTo(fiveRepMax: (slot: string) => number): Lifter {
  return ({ slot, weight, min, openEnded }) => {
    const reps = Math.floor(((fiveRepMax(slot) * (35 / 30)) / weight - 1) * 30 + 1e-9)
    return Math.max(0, openEnded ? reps : Math.min(min, reps))
  }
}

/** The built-in exercises by slug. */
export const facts: ReadonlyMap<string, SlotExercise> = new Map(
  catalogueData.map(({ slug, engagement, ...facts }) => [
    slug,
    {
      ...facts,
      id: slug,
      engagement: Object.entries(engagement).map(([muscle, percent]) => ({
        muscle: muscle as Schemas['Muscle'],
        percent,
      })),
    },
  ]),
)
const days = userDays({ timeZone: 'UTC' })
const day = 86_400_000
const firstDay = Date.UTC(2026, 0, 5, 17)

type SimulatedInput = ReturnType<typeof stepWorkout>
type SimulatedWorkout = Pick<Schemas['Workout'], 'id' | 'startedAt' | 'endedAt' | 'plan' | 'exercises'>

/** A run of a built-in program whose workouts are logged in the contract's format. */
export class SimulatedRun {
  readonly program: Program
  readonly unit: WeightUnit
  readonly #bases: ReadonlyMap<string, number>
  readonly #workouts: SimulatedWorkout[] = []
  #known: { readonly state: RunState; workout?: SimulatedInput } | undefined
  readonly #first: Readonly<Record<string, number>>

  /** @param first the starting weights of the slots with schemes, in the unit */
  constructor(
    id: string,
    bases: Readonly<Record<string, number>> = {},
    { unit = 'kg', first = {} }: { unit?: WeightUnit; first?: Readonly<Record<string, number>> } = {},
  ) {
    const found = builtInPrograms.find((one) => one.id === id)
    if (!found) throw new Error(`no program ${id}`)
    this.program = readProgram(found)
    this.unit = unit
    this.#first = first
    this.#bases = startingBases(
      Object.entries(bases).map(([lift, value]) => ({ lift, base: { value, unit } })),
    )
  }

  get state(): RunState {
    return this.#now.state
  }

  /** The next sets of a slot in lifters' notation: `100x5 102.5x5+`. Equal sets are counted: `3x 100x5`. */
  sets(slot: string): string {
    const texts = this.#next.exercises.flatMap((exercise) =>
      exercise.slot === slot ? exercise.sets.map(textOf) : [],
    )
    return counted(texts)
  }

  /** The base of a lift in the unit. */
  base(lift: string): number {
    const grams = this.state.bases.get(lift)?.baseGrams ?? Number.NaN
    return Math.round((grams / (this.unit === 'kg' ? 1000 : 453.59237)) * 100) / 100
  }

  /** Does the next workout. */
  train(lifter: Lifter = asPlanned): ProgramStep {
    const workout = this.#next
    const id = String(this.#workouts.length).padStart(4, '0')
    const startedAt = this.#time
    this.#workouts.push({
      ...workout,
      id,
      startedAt: new Date(startedAt).toISOString(),
      endedAt: new Date(startedAt + 3_600_000).toISOString(),
      exercises: workout.exercises.map((exercise, e) => ({
        ...exercise,
        id: `${id}-${e}`,
        sets: exercise.sets.map((set, s) => this.#done(lifter, exercise, set, s, `${id}-${e}-${s}`)),
      })),
    })
    const { next } = this.state
    this.#known = undefined
    if (!next) throw new Error('the run has ended')
    return next
  }

  /** The current state of the run, folded once. */
  get #now() {
    if (this.#known) return this.#known
    const run = { id: 'run', programRevision: 1, startingBases: this.#bases, decisions: [] }
    const workouts = this.#workouts.flatMap((workout) => readRunWorkout(workout) ?? [])
    this.#known = { state: foldRun(() => this.program, run, workouts) }
    return this.#known
  }

  /** The next workout, planned once. */
  get #next(): SimulatedInput {
    const { program, unit } = this
    const now = this.#now
    const { next } = now.state
    if (!next) throw new Error('the run has ended')
    if (now.workout) return now.workout
    const slots = readySlots(program, now.state, next, {
      gear: { unit },
      exercises: facts,
      workouts: this.#workouts,
      earlierSets: () => [],
      bodyweightAt: bodyweightOver([], days),
      days,
      since: firstDay,
      at: this.#time,
      unit,
    })
    now.workout = stepWorkout(program, 'run', next, slots, unit)
    return now.workout
  }

  get #time(): number {
    return firstDay + this.#workouts.length * day
  }

  #done(
    lifter: Lifter,
    { slot = '', sets }: Schemas['WorkoutExerciseInput'],
    set: Schemas['WorkoutSetInput'],
    index: number,
    id: string,
  ): WorkoutSet {
    const { durationSeconds, reps, openEnded = false, key } = set.target ?? {}
    const first = this.#first[slot] ?? 20
    const weight = set.weight ?? { value: first, unit: this.unit }
    const does = lifter({
      slot,
      weight: weight.value,
      min: reps?.min ?? 1,
      max: reps?.max ?? 1,
      key,
      isLast: index === sets.length - 1,
      openEnded,
    })
    if (does === undefined) return { ...set, id }
    if (durationSeconds !== undefined) return { ...set, id, durationSeconds }
    return { ...set, id, reps: does, weight }
  }
}

function textOf({ weight, target }: Schemas['WorkoutSetInput']): string {
  const { reps, openEnded } = target ?? {}
  const range = reps ? (reps.min === reps.max ? `${reps.min}` : `${reps.min}-${reps.max}`) : '?'
  return `${weight?.value ?? '?'}x${range}${openEnded ? '+' : ''}`
}

function counted(texts: readonly string[]): string {
  const groups: { text: string; count: number }[] = []
  for (const text of texts) {
    const last = groups.at(-1)
    if (last?.text === text) last.count += 1
    else groups.push({ text, count: 1 })
  }
  return groups.map(({ text, count }) => (count === 1 ? text : `${count}x ${text}`)).join(' ')
}
