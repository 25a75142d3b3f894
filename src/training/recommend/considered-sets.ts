import { dayMs } from '../day-ms.ts'
import type { PerformedSet } from '../types.ts'
import { athleteWindows, type ChosenScheme } from './athlete-log.ts'

/** A time span, in milliseconds since 1970; `before` is excluded. */
interface Span {
  readonly from: number
  readonly before: number
}

/** What the selection needs to know about a set. */
type LoggedSet = Pick<PerformedSet, 'exerciseId' | 'performedAt'>

/** A log whose sets are read as they are needed, each list oldest first. */
export interface SetSource<Logged extends LoggedSet> {
  sets(span: Span): Promise<readonly Logged[]>
  /** The last `limit` sets of an exercise. */
  setsOf(exerciseId: string, span: Span & { readonly limit: number }): Promise<readonly Logged[]>
  /** The start of the last workout before a time. */
  lastStartBefore(time: number): Promise<number | undefined>
}

/** How far back to read, in milliseconds: a day more than necessary, so that the first day is complete. */
export const consideredMs = athleteWindows.progress + dayMs

/** How many of the most recent sets of an exercise to read, no matter how long ago they were done. */
const lastSets = 100
/** More sets than anyone does of one exercise in a lifetime. */
const allSets = 1_000_000

/**
 * The sets that recommendations for `at` are based on, oldest first: those of the last twelve weeks; everything since
 * a scheme was chosen; the most recent sessions of a requested exercise; and the training before a longer break.
 *
 * @param until later sets don't count
 */
export async function consideredSets<Logged extends LoggedSet>(
  source: SetSource<Logged>,
  {
    at,
    until,
    schemes,
    exerciseId,
  }: {
    readonly at: number
    readonly until: number
    readonly schemes: ReadonlyMap<string, ChosenScheme>
    readonly exerciseId?: string | undefined
  },
): Promise<Logged[]> {
  const from = at - consideredMs
  const recent = await source.sets({ from, before: until + 1 })
  return [...(await olderSets(source, recent, { from, schemes, exerciseId })), ...recent]
}

async function olderSets<Logged extends LoggedSet>(
  source: SetSource<Logged>,
  recent: readonly Logged[],
  {
    from,
    schemes,
    exerciseId,
  }: {
    readonly from: number
    readonly schemes: ReadonlyMap<string, ChosenScheme>
    readonly exerciseId: string | undefined
  },
): Promise<readonly Logged[]> {
  if (exerciseId === undefined && recent.length === 0) return lastBlockBefore(source, from)
  const recentIds = new Set(recent.map((set) => set.exerciseId))
  const exerciseIds = exerciseId === undefined ? recentIds : new Set([exerciseId])
  const older: Logged[] = []
  const readIds = new Set<string>()
  for (const id of exerciseIds) {
    const since = schemes.get(id)?.since
    const span =
      since !== undefined && since < from
        ? { from: since - consideredMs, before: from, limit: allSets }
        : recentIds.has(id)
          ? undefined
          : { from: Number.MIN_SAFE_INTEGER, before: from, limit: lastSets }
    if (!span) continue
    older.push(...(await source.setsOf(id, span)))
    readIds.add(id)
  }
  if (exerciseId === undefined && hasReturned(recent, from)) {
    const beforeBreak = await lastBlockBefore(source, from)
    older.push(...beforeBreak.filter((set) => !readIds.has(set.exerciseId)))
  }
  return older.sort((a, b) => a.performedAt - b.performedAt)
}

/** A pause longer than this, in milliseconds, is a break. */
const breakMs = 28 * dayMs

/** Whether a break ended within the window. Users who return haven't done all their lifts yet. */
const hasReturned = ([first]: readonly LoggedSet[], from: number): boolean =>
  first !== undefined && first.performedAt >= from + breakMs

/** The training of twelve weeks up to the last workout before a time. */
async function lastBlockBefore<Logged extends LoggedSet>(
  source: SetSource<Logged>,
  from: number,
): Promise<readonly Logged[]> {
  const last = await source.lastStartBefore(from)
  return last === undefined ? [] : source.sets({ from: last - consideredMs, before: from })
}
