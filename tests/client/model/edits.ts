import type { LocalWorkout } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Change } from './schedule.ts'

type Input = Schemas['WorkoutInput'] & { readonly id: string; readonly exercises: Entry[] }
type Entry = Schemas['WorkoutExercise']
type Set = Schemas['WorkoutSet']

/** Creates ids and values that nobody else has created, so that each value identifies its author. */
export class Mint {
  #made = 0
  readonly #namespace: string

  constructor(namespace: number) {
    this.#namespace = namespace.toString(16).padStart(8, '0').slice(-8)
  }

  /** A whole number, 1 or more. */
  number(): number {
    return ++this.#made
  }

  /** A text. */
  text(): string {
    return `v${this.number()}`
  }

  /** The id of something that is created now. */
  id(): string {
    return this.fixedId(0x10000 + this.number())
  }

  /** The id of the resource that steps refer to by this number. */
  fixedId(number: number): string {
    return `0193a5c2-0000-7000-8000-${this.#namespace.slice(-4)}${number.toString(16).padStart(8, '0')}`
  }
}

/** A workout with one change; a new workout if there is none. Undefined if this change isn't possible. */
export function changed(
  before: LocalWorkout | undefined,
  id: string,
  change: Change,
  at: number,
  mint: Mint,
): Input | LocalWorkout | undefined {
  if (!before) return newWorkout(id, mint)
  const entries = before.exercises
  const place = entries.length > 0 ? at % entries.length : -1
  const entry = entries[place]
  if (change === 'name' || change === 'notes') return { ...before, [change]: mint.text() }
  if (change === 'add_entry')
    return { ...before, exercises: [...entries, newEntry('barbell-back-squat', mint)] }
  if (!entry) return undefined
  const withEntry = (next: Entry) => ({ ...before, exercises: entries.with(place, next) })
  const { sets } = entry
  const which = sets.length > 0 ? (at >> 2) % sets.length : -1
  const set = sets[which]
  const withSet = (fields: Partial<Set>) =>
    set && withEntry({ ...entry, sets: sets.with(which, { ...set, ...fields }) })
  switch (change) {
    case 'add_set':
      return withEntry({ ...entry, sets: [...sets, newSet(mint)] })
    case 'reps':
      return withSet({ reps: mint.number() })
    case 'weight':
      return withSet({ weight: { value: mint.number(), unit: 'kg' } })
    case 'set_notes':
      return withSet({ notes: mint.text() })
    case 'drop_set':
      return set && withEntry({ ...entry, sets: sets.toSpliced(which, 1) })
    case 'swap_sets':
      return sets.length > 1
        ? withEntry({ ...entry, sets: [...sets.slice(1), ...sets.slice(0, 1)] })
        : undefined
    case 'move_set': {
      const other = entries[(place + 1) % entries.length]
      if (!set || !other || other === entry) return undefined
      const moved = entries.map((one) => {
        if (one === entry) return { ...one, sets: sets.toSpliced(which, 1) }
        return one === other ? { ...one, sets: [...one.sets, set] } : one
      })
      return { ...before, exercises: moved }
    }
    case 'entry_notes':
      return withEntry({ ...entry, notes: mint.text() })
    case 'drop_entry':
      return { ...before, exercises: entries.toSpliced(place, 1) }
    case 'swap_entries':
      return entries.length > 1 ? { ...before, exercises: entries.toReversed() } : undefined
  }
}

/** A workout with one more exercise. */
export function using(
  before: LocalWorkout | undefined,
  id: string,
  exerciseId: string,
  mint: Mint,
): Input | LocalWorkout {
  const workout = before ?? newWorkout(id, mint)
  return { ...workout, exercises: [...workout.exercises, newEntry(exerciseId, mint)] }
}

/** A workout that the server refuses: it ends before it starts. */
export function invalidWorkout(
  before: LocalWorkout | undefined,
  id: string,
  mint: Mint,
): Input | LocalWorkout {
  return { ...(before ?? newWorkout(id, mint)), name: mint.text(), endedAt: '2020-01-01T00:00:00.000Z' }
}

/** A corrected version of a refused value, which the server accepts. */
export function corrected(value: object): LocalWorkout {
  const { endedAt: _, ...workout } = value as LocalWorkout
  const exercises = workout.exercises.map((entry) =>
    entry.exerciseId.startsWith('0193') ? { ...entry, exerciseId: 'barbell-back-squat' } : entry,
  )
  return { ...workout, exercises }
}

function newWorkout(id: string, mint: Mint): Input {
  return {
    id,
    name: mint.text(),
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [newEntry('barbell-bench-press', mint)],
  }
}

function newEntry(exerciseId: string, mint: Mint): Entry {
  return { id: mint.id(), exerciseId, sets: [newSet(mint)] }
}

function newSet(mint: Mint): Set {
  return { id: mint.id(), type: 'normal', reps: mint.number() }
}
