import { isDeepStrictEqual } from 'node:util'
import { bodyweightOver } from '#training/bodyweight.ts'
import { type DaySettings, userDays } from '#training/days.ts'
import { type MemoryOptions, memoryVersion, mostLifted } from '#training/lift-state/index.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { findExerciseFacts } from '../exercises/facts.ts'
import type { ExerciseFactsRow } from '../exercises/rows.ts'
import { type BodyweightRow, haveBodyweightsChanged, listBodyweights } from '../measurements/bodyweights.ts'
import type { Reader } from '../schema/index.ts'
import { allTime } from '../values/instant.ts'
import { maxDayDistance } from '../values/local-times.ts'

export interface MemoryOwner extends DaySettings {
  readonly id: string
}

/** All inputs of the memory of lifts, except the workouts. */
export interface MemoryContext {
  readonly options: MemoryOptions
  /**
   * A digest of the part that workouts with these exercises up to an instant depend on. The set must not
   * be mutated.
   */
  digestOf(exerciseIds: ReadonlySet<string>, startedAt: number): string
}

/**
 * Reads what the memory of these exercises depends on. If nothing has changed, returns the context of
 * `previous`, because a digest of dozens of exercises costs more than folding a workout.
 */
export async function memoryContext(
  db: Reader,
  user: MemoryOwner,
  exerciseIds: ReadonlySet<string>,
  previous?: PreviousContext,
): Promise<MemoryContext> {
  const exercises = await findExerciseFacts(db, user.id, exerciseIds)
  const movesBody = exercises.values().some((facts) => bodyweightShareOf(facts) > 0)
  const bodyweights = movesBody ? await currentBodyweights(db, user.id, previous) : []
  return previous?.context instanceof LoadedContext && previous.context.matches(user, exercises, bodyweights)
    ? previous.context
    : new LoadedContext(user, exercises, bodyweights)
}

/** Reads all bodyweights, unless none has changed since the last read. */
async function currentBodyweights(
  db: Reader,
  userId: string,
  previous: PreviousContext | undefined,
): Promise<readonly BodyweightRow[]> {
  if (previous?.context instanceof LoadedContext && previous.context.movesBody) {
    if (!(await haveBodyweightsChanged(db, userId, previous.seq))) return previous.context.bodyweights
  }
  return listBodyweights(db, userId, allTime)
}

/** A context that was read at or after the user's change `seq`. No tombstone of a later change has expired since. */
interface PreviousContext {
  readonly seq: number
  readonly context: MemoryContext
}

type Facts = ReadonlyMap<string, ExerciseFactsRow>

class LoadedContext implements MemoryContext {
  readonly options: MemoryOptions
  readonly #user: DaySettings
  readonly #exercises: Facts
  /** Empty unless one of the exercises moves the lifter's body. */
  readonly bodyweights: readonly BodyweightRow[]
  readonly #digests = new WeakMap<ReadonlySet<string>, Map<number, string>>()

  constructor(user: DaySettings, exercises: Facts, bodyweights: readonly BodyweightRow[]) {
    const days = userDays(user)
    this.options = { exercises, days, bodyweightAt: bodyweightOver(bodyweights, days) }
    this.#user = user
    this.#exercises = exercises
    this.bodyweights = bodyweights
  }

  /** Whether one of the exercises moves the lifter's body. */
  get movesBody(): boolean {
    return this.#exercises.values().some((facts) => bodyweightShareOf(facts) > 0)
  }

  matches(
    { timeZone, dayStartHour }: DaySettings,
    exercises: Facts,
    bodyweights: readonly BodyweightRow[],
  ): boolean {
    return (
      this.#user.timeZone === timeZone &&
      this.#user.dayStartHour === dayStartHour &&
      this.#exercises.size === exercises.size &&
      exercises.values().every((facts) => isDeepStrictEqual(facts, this.#exercises.get(facts.id))) &&
      isSameList(this.bodyweights, bodyweights)
    )
  }

  digestOf(ids: ReadonlySet<string>, startedAt: number): string {
    const digests = this.#digests.get(ids) ?? new Map<number, string>()
    this.#digests.set(ids, digests)
    const digest = digests.get(startedAt) ?? this.#newDigest(ids, startedAt)
    digests.set(startedAt, digest)
    return digest
  }

  #newDigest(ids: ReadonlySet<string>, startedAt: number): string {
    const facts = [...ids].sort().flatMap((id) => this.#exercises.get(id) ?? [])
    const movesBody = facts.some((exercise) => bodyweightShareOf(exercise) > 0)
    const bodyweights = movesBody ? bodyweightsUpTo(this.bodyweights, startedAt) : []
    const exercises = facts.map((exercise) => {
      const { id, tracking, bodyweightShare } = exercise
      return [id, tracking, bodyweightShare, mostLifted(exercise)]
    })
    return digest([memoryVersion, this.#user.timeZone, this.#user.dayStartHour, exercises, bodyweights])
  }
}

function isSameList(a: readonly BodyweightRow[], b: readonly BodyweightRow[]): boolean {
  if (a === b) return true
  const isSame = ({ measuredAt, weightGrams }: BodyweightRow, index: number) =>
    measuredAt === b[index]?.measuredAt && weightGrams === b[index]?.weightGrams
  return a.length === b.length && a.every(isSame)
}

/** The first bodyweight is always included, since it applies to all workouts before it. */
function bodyweightsUpTo(bodyweights: readonly BodyweightRow[], startedAt: number) {
  return bodyweights
    .filter(({ measuredAt }, index) => index === 0 || measuredAt < startedAt + maxDayDistance)
    .map(({ measuredAt, weightGrams }) => [measuredAt, weightGrams])
}

function digest(value: unknown): string {
  return Bun.hash(JSON.stringify(value)).toString(36)
}
