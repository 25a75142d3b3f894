import { type BodyweightAt, bodyweightOver } from '#training/bodyweight.ts'
import { type DaySettings, userDays } from '#training/days.ts'
import type { MemoryOptions } from '#training/lift-state/index.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { findExerciseFacts } from '../exercises/facts.ts'
import { type BodyweightRow, listBodyweights } from '../measurements/bodyweights.ts'
import type { Reader } from '../schema/index.ts'

/** Whose memory it is. */
export interface MemoryOwner extends DaySettings {
  readonly id: string
}

/** Everything that the memory of lifts depends on besides the workouts. */
export interface MemoryContext {
  readonly options: MemoryOptions
  /** A digest of it, as far as workouts of some exercises up to an instant depend on it. */
  digestOf(exerciseIds: ReadonlySet<string>, startedAt: number): string
}

/** No day of any time zone that contains an instant reaches further than this from it, in milliseconds. */
const twoDays = 2 * 86_400_000
const allTime = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER }

/** Reads what the memory of these exercises depends on. */
export async function memoryContext(
  db: Reader,
  user: MemoryOwner,
  exerciseIds: ReadonlySet<string>,
): Promise<MemoryContext> {
  const exercises = await findExerciseFacts(db, user.id, exerciseIds)
  const moving = exercises.values().some((facts) => bodyweightShareOf(facts) > 0)
  const measured = moving ? await listBodyweights(db, user.id, allTime) : []
  const days = userDays(user)
  const bodyweightAt: BodyweightAt = bodyweightOver(measured, days)
  return {
    options: { exercises, days, bodyweightAt },
    digestOf(ids, startedAt) {
      const facts = [...ids].sort().flatMap((id) => exercises.get(id) ?? [])
      const isMoving = facts.some((one) => bodyweightShareOf(one) > 0)
      const used = isMoving ? bodyweightsUpTo(measured, startedAt) : []
      const counted = facts.map(({ id, tracking, bodyweightShare }) => [id, tracking, bodyweightShare])
      return digest([user.timeZone, user.dayStartHour, counted, used])
    },
  }
}

/** The first one counts for all workouts before it. */
function bodyweightsUpTo(measured: readonly BodyweightRow[], startedAt: number) {
  return measured
    .filter(({ measuredAt }, index) => index === 0 || measuredAt < startedAt + twoDays)
    .map(({ measuredAt, weightGrams }) => [measuredAt, weightGrams])
}

function digest(value: unknown): string {
  return Bun.hash(JSON.stringify(value)).toString(36)
}
