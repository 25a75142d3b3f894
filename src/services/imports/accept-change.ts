import type { WorkoutContent } from '#db/schema/workouts.ts'
import { partId } from '#interchange/identity.ts'
import { areEqual, merge } from '#training/merge.ts'

type Entry = WorkoutContent['exercises'][number]
type WorkoutSet = Entry['sets'][number]

/** The versions of a workout. */
interface Versions {
  /** As the last import wrote it; undefined if that state is no longer stored. */
  readonly base: WorkoutContent | undefined
  readonly current: WorkoutContent
  readonly file: WorkoutContent
}

/**
 * A workout after the user has accepted its changes in a file: as it is in the file, and merged with what the user has
 * changed or added, which the file doesn't contain.
 */
export function acceptChange({ base, current, file }: Versions): {
  readonly file: WorkoutContent
  readonly merged: WorkoutContent
} {
  const value = withKnownIds(file, base, current)
  // Each field of the result comes from one of the two workouts, so it is a workout.
  const merged = merge(base, { value, at: 1 }, { value: current, at: 0 }) as WorkoutContent
  return { file: value, merged }
}

/**
 * The workout of a file, with the ids that its entries and sets have in the user's log. The ids in `file` are derived
 * from positions: with these, a set inserted in front of others would be merged with the set that was there before.
 */
function withKnownIds(
  file: WorkoutContent,
  base: WorkoutContent | undefined,
  current: WorkoutContent,
): WorkoutContent {
  const { id } = current
  const known = (base ?? current).exercises
  const usedIds = new Set([...known, ...current.exercises].flatMap(idsOf))
  const unusedId = (idAt: (number: number) => string) => {
    let number = 0
    while (usedIds.has(idAt(number))) number++
    usedIds.add(idAt(number))
    return idAt(number)
  }
  const knownEntries = pairs(file.exercises, known, [
    (entry, other) => entry.exerciseId === other.exerciseId,
    // The file's name for the exercise may mean another exercise now.
    (entry, other) => entry.id === other.id && hasSets(entry, other),
  ])
  const exercises = file.exercises.map((entry, position) => {
    const knownEntry = knownEntries.get(entry)
    const knownSets = pairs(entry.sets, knownEntry?.sets ?? [], [
      isSameSet,
      (set, other) => set.id === other.id,
      // Without a base, an unpaired set may be one that the user added, not another version of a set in the file.
      () => base !== undefined,
    ])
    const sets = entry.sets.map((set) => ({
      ...set,
      id: knownSets.get(set)?.id ?? unusedId((number) => partId(id, position, number)),
    }))
    return { ...entry, id: knownEntry?.id ?? unusedId((number) => partId(id, position + number)), sets }
  })
  return { ...file, exercises }
}

/** Pairs each item with at most one other, in order: those that match by the first rule, then the rest by the next. */
function pairs<Item>(
  items: readonly Item[],
  others: readonly Item[],
  rules: readonly ((item: Item, other: Item) => boolean)[],
): ReadonlyMap<Item, Item> {
  const paired = new Map<Item, Item>()
  const unpaired = new Set(others)
  for (const matches of rules) {
    for (const item of items) {
      const other = paired.has(item) ? undefined : [...unpaired].find((candidate) => matches(item, candidate))
      if (other === undefined) continue
      paired.set(item, other)
      unpaired.delete(other)
    }
  }
  return paired
}

/** Whether an entry has all sets of another, which has some. */
function hasSets({ sets }: Entry, other: Entry): boolean {
  return other.sets.length > 0 && pairs(other.sets, sets, [isSameSet]).size === other.sets.length
}

function isSameSet(set: WorkoutSet, other: WorkoutSet): boolean {
  return areEqual({ ...set, id: other.id }, other)
}

function idsOf({ id, sets }: Entry): string[] {
  return [id, ...sets.map((set) => set.id)]
}
