import type { Profile } from '#db/accounts/users.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import type { ExerciseFactsRow } from '#db/exercises/rows.ts'
import { listBodyweights } from '#db/measurements/measurements.ts'
import type { Reader } from '#db/schema/index.ts'
import { instant } from '#db/values/instant.ts'
import { contentOf } from '#db/workouts/content.ts'
import type { WorkoutAggregate } from '#db/workouts/rows.ts'
import type { Schemas } from '#generated/types.ts'
import { type BodyweightAt, bodyweightOver } from '#training/bodyweight.ts'
import { userDays } from '#training/days.ts'
import { bodyweightShareOf } from '#training/load.ts'
import { gramsFor, performedSet } from '#training/log/performed-set.ts'
import { workoutTotals } from '#training/totals.ts'
import { fromGrams } from '#training/units.ts'
import { bodyweightsFor } from '../training-log/bodyweights.ts'
import { daysAround } from '../training-log/day-range.ts'
import { type Doubts, doubtsOf } from '../training-log/doubts.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'

/** Facts about the exercises of some workouts, by id. */
type Facts = ReadonlyMap<string, ExerciseFactsRow>

interface PresentOptions {
  readonly unit?: Schemas['WeightUnit'] | undefined
  /** Facts about every exercise of the workout, if they were read before. */
  readonly facts?: Facts
}

/** A user's workouts in the shape of the contract, each with its totals in `unit`. */
export async function presentWorkouts(
  db: Reader,
  user: Profile,
  aggregates: readonly WorkoutAggregate[],
  unit: Schemas['WeightUnit'],
): Promise<Schemas['Workout'][]> {
  const facts = await factsIn(db, user, aggregates)
  const bodyweightAt = await bodyweightFor(db, user, aggregates, facts, unit)
  const doubts = await doubtsOf(db, user)
  return aggregates.map((aggregate) => presented(aggregate, { facts, bodyweightAt, doubts, unit }))
}

/** How many are presented in one turn: a few milliseconds' work, if each has a hundred sets. */
const turnWorkouts = 40

/** The same for a long list, yielding to the event loop in between. */
export async function presentInTurns(
  db: Reader,
  user: Profile,
  aggregates: readonly WorkoutAggregate[],
  unit: Schemas['WeightUnit'],
): Promise<Schemas['Workout'][]> {
  const presented: Schemas['Workout'][] = []
  for (let at = 0; at < aggregates.length; at += turnWorkouts) {
    if (at > 0) await new Promise(setImmediate)
    presented.push(...(await presentWorkouts(db, user, aggregates.slice(at, at + turnWorkouts), unit)))
  }
  return presented
}

/** One workout of the user, with totals in the profile's unit unless another is asked for. */
export async function presentWorkout(
  db: Reader,
  user: Profile,
  aggregate: WorkoutAggregate,
  { unit = user.unit, facts }: PresentOptions = {},
): Promise<Schemas['Workout']> {
  const known = facts ?? (await factsIn(db, user, [aggregate]))
  const bodyweightAt = await bodyweightFor(db, user, [aggregate], known, unit)
  return presented(aggregate, { facts: known, bodyweightAt, doubts: await doubtsOf(db, user), unit })
}

async function factsIn(db: Reader, user: Profile, aggregates: readonly WorkoutAggregate[]): Promise<Facts> {
  const ids = new Set<string>()
  for (const { exercises } of aggregates) for (const { exerciseId } of exercises) ids.add(exerciseId)
  return findExerciseFacts(db, user.id, ids)
}

/** Most workouts contain no bodyweight exercise, and need no measurements. */
async function bodyweightFor(
  db: Reader,
  user: Profile,
  aggregates: readonly WorkoutAggregate[],
  facts: Facts,
  unit: Schemas['WeightUnit'],
): Promise<BodyweightAt> {
  const days = userDays(user)
  const movesTheBody = facts.values().some((exercise) => bodyweightShareOf(exercise) > 0)
  if (!movesTheBody) return bodyweightOver([], days)
  const range = daysAround(aggregates.map(({ workout }) => workout.startedAt))
  return bodyweightOver(bodyweightsFor(unit, await listBodyweights(db, user.id, range)), days)
}

interface Presentation {
  readonly facts: Facts
  readonly bodyweightAt: BodyweightAt
  readonly doubts: Doubts
  readonly unit: Schemas['WeightUnit']
}

/** With totals, which sets that look like typing errors don't count for. */
function presented(
  aggregate: WorkoutAggregate,
  { facts, bodyweightAt, doubts, unit }: Presentation,
): Schemas['Workout'] {
  const { workout, sets } = aggregate
  const { startedAt, timeZone } = workout
  const doubted = doubts.of(workout.id)
  const counted =
    doubted.length === 0 ? sets : sets.filter(({ id }) => !doubted.some(({ setId }) => setId === id))
  const totals = workoutTotals(
    {
      startedAt,
      endedAt: workout.endedAt ?? undefined,
      sets: counted.map((set) => performedSet(set, workout.id, unit)),
    },
    facts,
    bodyweightAt({ performedAt: startedAt, timeZone, workoutBodyweightGrams: ownBodyweight(workout, unit) }),
  )
  const unitOf = (setId: string) => {
    const set = sets.find(({ id }) => id === setId)
    return set?.weightUnit ?? set?.assistanceUnit ?? unit
  }
  return {
    ...contentOf(aggregate),
    totals: {
      volume: fromGrams(totals.volumeGrams, unit),
      sets: totals.sets,
      reps: totals.reps,
      ...(totals.durationSeconds !== undefined && { durationSeconds: totals.durationSeconds }),
    },
    ...presentDoubts(doubted, ({ setId }) => unitOf(setId)),
    revision: workout.revision,
    createdAt: instant(workout.createdAt),
    updatedAt: instant(workout.updatedAt),
  }
}

function ownBodyweight({ bodyweightGrams }: WorkoutAggregate['workout'], unit: Schemas['WeightUnit']) {
  return bodyweightGrams === null ? undefined : gramsFor(bodyweightGrams, unit)
}
