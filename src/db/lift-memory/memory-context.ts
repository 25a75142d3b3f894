import { isDeepStrictEqual } from 'node:util'
import { bodyweightOver } from '#training/bodyweight.ts'
import { type DaySettings, userDays } from '#training/days.ts'
import { type MemoryOptions, memoryVersion } from '#training/lift-state/index.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { findExerciseFacts } from '../exercises/facts.ts'
import type { ExerciseFactsRow } from '../exercises/rows.ts'
import { type BodyweightRow, haveBodyweightsChanged, listBodyweights } from '../measurements/bodyweights.ts'
import type { Reader } from '../schema/index.ts'

/** The owner of a memory. */
export interface MemoryOwner extends DaySettings {
  readonly id: string
}

/** Everything that the memory of lifts depends on, apart from workouts. */
export interface MemoryContext {
  readonly options: MemoryOptions
  /**
   * A digest of the part that workouts with these exercises up to an instant depend on. The set must not
   * be mutated.
   */
  digestOf(exerciseIds: ReadonlySet<string>, startedAt: number): string
}

/** No day that contains an instant, in any time zone, extends further than this from it, in milliseconds. */
const twoDays = 2 * 86_400_000
const allTime = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER }

/**
 * Reads what the memory of these exercises depends on. If nothing has changed, returns the same object as
 * `known`, because a digest of dozens of exercises costs more than folding a workout.
 */
export async function memoryContext(
  db: Reader,
  user: MemoryOwner,
  exerciseIds: ReadonlySet<string>,
  known?: KnownContext,
): Promise<MemoryContext> {
  const exercises = await findExerciseFacts(db, user.id, exerciseIds)
  const moving = exercises.values().some((facts) => bodyweightShareOf(facts) > 0)
  const measured = moving ? await bodyweightsNow(db, user.id, known) : []
  return known?.context instanceof ReadContext && known.context.isOf(user, exercises, measured)
    ? known.context
    : new ReadContext(user, exercises, measured)
}

/** Reads all bodyweights, unless none has changed since the last read. */
async function bodyweightsNow(
  db: Reader,
  userId: string,
  known: KnownContext | undefined,
): Promise<readonly BodyweightRow[]> {
  if (known?.context instanceof ReadContext && known.context.moving) {
    if (!(await haveBodyweightsChanged(db, userId, known.seq))) return known.context.measured
  }
  return listBodyweights(db, userId, allTime)
}

/** A context that was read at or after the user's change `seq`; the horizon is not above it. */
interface KnownContext {
  readonly seq: number
  readonly context: MemoryContext
}

type Facts = ReadonlyMap<string, ExerciseFactsRow>

class ReadContext implements MemoryContext {
  readonly options: MemoryOptions
  readonly #user: DaySettings
  readonly #exercises: Facts
  /** Empty unless one of the exercises moves the lifter's body. */
  readonly measured: readonly BodyweightRow[]
  readonly #digests = new WeakMap<ReadonlySet<string>, Map<number, string>>()

  constructor(user: DaySettings, exercises: Facts, measured: readonly BodyweightRow[]) {
    const days = userDays(user)
    this.options = { exercises, days, bodyweightAt: bodyweightOver(measured, days) }
    this.#user = user
    this.#exercises = exercises
    this.measured = measured
  }

  /** Whether one of the exercises moves the lifter's body. */
  get moving(): boolean {
    return this.#exercises.values().some((facts) => bodyweightShareOf(facts) > 0)
  }

  isOf(
    { timeZone, dayStartHour }: DaySettings,
    exercises: Facts,
    measured: readonly BodyweightRow[],
  ): boolean {
    return (
      this.#user.timeZone === timeZone &&
      this.#user.dayStartHour === dayStartHour &&
      this.#exercises.size === exercises.size &&
      exercises.values().every((facts) => isDeepStrictEqual(facts, this.#exercises.get(facts.id))) &&
      isSameList(this.measured, measured)
    )
  }

  digestOf(ids: ReadonlySet<string>, startedAt: number): string {
    const known = this.#digests.get(ids) ?? new Map<number, string>()
    this.#digests.set(ids, known)
    const digest = known.get(startedAt) ?? this.#newDigest(ids, startedAt)
    known.set(startedAt, digest)
    return digest
  }

  #newDigest(ids: ReadonlySet<string>, startedAt: number): string {
    const facts = [...ids].sort().flatMap((id) => this.#exercises.get(id) ?? [])
    const isMoving = facts.some((one) => bodyweightShareOf(one) > 0)
    const used = isMoving ? bodyweightsUpTo(this.measured, startedAt) : []
    const counted = facts.map(({ id, tracking, bodyweightShare }) => [id, tracking, bodyweightShare])
    return digest([memoryVersion, this.#user.timeZone, this.#user.dayStartHour, counted, used])
  }
}

function isSameList(a: readonly BodyweightRow[], b: readonly BodyweightRow[]): boolean {
  if (a === b) return true
  const isSame = ({ measuredAt, weightGrams }: BodyweightRow, at: number) =>
    measuredAt === b[at]?.measuredAt && weightGrams === b[at]?.weightGrams
  return a.length === b.length && a.every(isSame)
}

/** The first one applies to all workouts before it. */
function bodyweightsUpTo(measured: readonly BodyweightRow[], startedAt: number) {
  return measured
    .filter(({ measuredAt }, index) => index === 0 || measuredAt < startedAt + twoDays)
    .map(({ measuredAt, weightGrams }) => [measuredAt, weightGrams])
}

function digest(value: unknown): string {
  return Bun.hash(JSON.stringify(value)).toString(36)
}
