import type { Schemas } from '#generated/types.ts'
import { packSets } from '../../complete-floor/pack.ts'
import { countTotals, type LoadFacts, movesBody } from '../../floor/totals.ts'
import type { Stamps } from './statements.ts'

/** A workout to store: the response without its stamps, and what figures and pulls need. */
export interface Draft {
  readonly id: string
  readonly startedAt: number
  /** Null if it is the user's own. */
  readonly timeZone: string | null
  readonly body: string
  readonly setsByTime: Uint8Array
  readonly exerciseIds: readonly string[]
  /** The sets of each exercise in `exerciseIds`. */
  readonly setsByExercise: readonly Uint8Array[]
}

/** Fills in the ids that the client left out, and counts totals. `bodyGrams` is the user's bodyweight. */
export function draftOf(
  input: Schemas['WorkoutInput'],
  id: string,
  factsById: ReadonlyMap<string, LoadFacts>,
  bodyGrams: number,
): Draft {
  const { startedAt, endedAt, timeZone = null, ...rest } = input
  const exercises = entriesOf(input)
  const totals = countTotals({ startedAt, endedAt, exercises }, factsById, bodyGrams)
  const workout = {
    ...rest,
    id,
    startedAt,
    exercises,
    ...(endedAt !== undefined && { endedAt }),
    totals,
  }
  const byExercise = Map.groupBy(exercises, ({ exerciseId }) => exerciseId)
  return {
    id,
    startedAt: Date.parse(startedAt),
    timeZone,
    body: JSON.stringify(workout).slice(0, -1),
    setsByTime: packSets(exercises.flatMap(({ sets }) => sets)),
    exerciseIds: [...byExercise.keys()],
    setsByExercise: [...byExercise.values()].map((entries) => packSets(entries.flatMap(({ sets }) => sets))),
  }
}

/** Whether the totals of a workout depend on bodyweight. */
export function needsBodyweight(
  input: Schemas['WorkoutInput'],
  factsById: ReadonlyMap<string, LoadFacts>,
): boolean {
  const { startedAt, endedAt } = input
  return movesBody({ startedAt, endedAt, exercises: entriesOf(input) }, factsById)
}

function entriesOf({ exercises }: Schemas['WorkoutInput']): Schemas['Workout']['exercises'] {
  return exercises.map(({ id = Bun.randomUUIDv7(), sets, ...entry }) => ({
    id,
    ...entry,
    sets: sets.map((set) => ({ ...set, id: set.id ?? Bun.randomUUIDv7() })),
  }))
}

/** The response for a stored workout. */
export function responseText(body: string, { revision, createdAt, updatedAt, timeZone }: Stamps): string {
  const zone = timeZone === null ? '' : `,"timeZone":"${timeZone}"`
  const times = `"createdAt":"${new Date(createdAt).toISOString()}","updatedAt":"${new Date(updatedAt).toISOString()}"`
  return `${body}${zone},"revision":${revision},${times}}`
}

/** The tag of a response. */
export function tagOf(text: string, { revision }: Stamps): string {
  return `"${revision}-${Bun.hash(text).toString(36)}"`
}

/** The revision that `If-Match` requires; null for any, undefined if it is missing or malformed. */
export function requiredRevision(header: string | null): number | null | undefined {
  if (header === '*') return null
  const revision = Number(/^"(\d+)-\w+"$/.exec(header ?? '')?.[1])
  return Number.isNaN(revision) ? undefined : revision
}
