import type { LocalWorkout } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { Change } from './schedule.ts'

type Input = Schemas['WorkoutInput'] & { readonly id: string; readonly exercises: Entry[] }
type Entry = Schemas['WorkoutExercise']
type Set = Schemas['WorkoutSet']

/** Creates ids and values that are unique, so that each value identifies its author. */
export class UniqueValues {
  #created = 0
  readonly #namespace: string

  constructor(namespace: number) {
    this.#namespace = namespace.toString(16).padStart(8, '0').slice(-8)
  }

  /** A new whole number, 1 or more. */
  number(): number {
    return ++this.#created
  }

  /** A new text. */
  text(): string {
    return `v${this.number()}`
  }

  /** A new id. */
  id(): string {
    return this.fixedId(0x10000 + this.number())
  }

  /** The id of the resource that steps refer to by this number. */
  fixedId(number: number): string {
    return `0193a5c2-0000-7000-8000-${this.#namespace.slice(-4)}${number.toString(16).padStart(8, '0')}`
  }
}

/** A workout with a change, or a new workout without `before`. Undefined if the change isn't possible. */
export function applyChange(
  before: LocalWorkout | undefined,
  id: string,
  change: Change,
  at: number,
  unique: UniqueValues,
): Input | LocalWorkout | undefined {
  if (!before) return newWorkout(id, unique)
  const entries = before.exercises
  const entryIndex = entries.length > 0 ? at % entries.length : -1
  const entry = entries[entryIndex]
  if (change === 'name' || change === 'notes') return { ...before, [change]: unique.text() }
  if (change === 'add_entry')
    return { ...before, exercises: [...entries, newEntry('barbell-back-squat', unique)] }
  if (!entry) return undefined
  const withEntry = (next: Entry) => ({ ...before, exercises: entries.with(entryIndex, next) })
  const { sets } = entry
  const setIndex = sets.length > 0 ? (at >> 2) % sets.length : -1
  const set = sets[setIndex]
  const withSet = (fields: Partial<Set>) =>
    set && withEntry({ ...entry, sets: sets.with(setIndex, { ...set, ...fields }) })
  switch (change) {
    case 'add_set':
      return withEntry({ ...entry, sets: [...sets, newSet(unique)] })
    case 'reps':
      return withSet({ reps: unique.number() })
    case 'weight':
      return withSet({ weight: { value: unique.number(), unit: 'kg' } })
    case 'set_notes':
      return withSet({ notes: unique.text() })
    case 'drop_set':
      return set && withEntry({ ...entry, sets: sets.toSpliced(setIndex, 1) })
    case 'swap_sets':
      return sets.length > 1
        ? withEntry({ ...entry, sets: [...sets.slice(1), ...sets.slice(0, 1)] })
        : undefined
    case 'move_set': {
      const other = entries[(entryIndex + 1) % entries.length]
      if (!set || !other || other === entry) return undefined
      const moved = entries.map((item) => {
        if (item === entry) return { ...item, sets: sets.toSpliced(setIndex, 1) }
        return item === other ? { ...item, sets: [...item.sets, set] } : item
      })
      return { ...before, exercises: moved }
    }
    case 'entry_notes':
      return withEntry({ ...entry, notes: unique.text() })
    case 'drop_entry':
      return { ...before, exercises: entries.toSpliced(entryIndex, 1) }
    case 'swap_entries':
      return entries.length > 1 ? { ...before, exercises: entries.toReversed() } : undefined
  }
}

/** A workout with one more exercise. */
export function addExercise(
  before: LocalWorkout | undefined,
  id: string,
  exerciseId: string,
  unique: UniqueValues,
): Input | LocalWorkout {
  const workout = before ?? newWorkout(id, unique)
  return { ...workout, exercises: [...workout.exercises, newEntry(exerciseId, unique)] }
}

/** A workout that the server rejects: it ends before it starts. */
export function invalidWorkout(
  before: LocalWorkout | undefined,
  id: string,
  unique: UniqueValues,
): Input | LocalWorkout {
  return { ...(before ?? newWorkout(id, unique)), name: unique.text(), endedAt: '2020-01-01T00:00:00.000Z' }
}

/** A corrected version of a rejected workout, which the server accepts. */
export function correct(value: object): LocalWorkout {
  const { endedAt: _, ...workout } = value as LocalWorkout
  const exercises = workout.exercises.map((entry) =>
    entry.exerciseId.startsWith('0193') ? { ...entry, exerciseId: 'barbell-back-squat' } : entry,
  )
  return { ...workout, exercises }
}

function newWorkout(id: string, unique: UniqueValues): Input {
  return {
    id,
    name: unique.text(),
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [newEntry('barbell-bench-press', unique)],
  }
}

function newEntry(exerciseId: string, unique: UniqueValues): Entry {
  return { id: unique.id(), exerciseId, sets: [newSet(unique)] }
}

function newSet(unique: UniqueValues): Set {
  return { id: unique.id(), type: 'normal', reps: unique.number() }
}
