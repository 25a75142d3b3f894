import type { LocalMeasurement, LocalWorkout, User } from '#client/index.ts'
import { baseFromLog, lifterOf } from '#client/programs/lifter.ts'
import type { Schemas } from '#generated/types.ts'
import { type BodyweightAt, bodyweightOver } from '#training/bodyweight.ts'
import type { Days } from '#training/days.ts'
import { MemoryFold } from '#training/lift-state/memory-fold.ts'
import { bodyweights, performedSets } from '#training/log/from-workouts.ts'
import type { SlotExercise } from '#training/programs/index.ts'
import { exerciseProgress } from '#training/progress.ts'
import { deloadsIn } from '#training/progression/light-days.ts'
import { exerciseRecords, recordsByExercise } from '#training/records/records.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import type { PerformedSet } from '#training/types.ts'
import { daysOf } from './days-of.ts'
import { isOver } from './is-over.ts'
import type { AllRecords, BaseAsked, BeatenRecord, LiftTrend, QuestionName, Questions } from './questions.ts'

/** The data that answers are computed from. */
export interface FigureLog {
  readonly workouts: readonly LocalWorkout[]
  readonly measurements: readonly LocalMeasurement[]
  readonly exercises: ReadonlyMap<string, SlotExercise>
  readonly user: User | undefined
  readonly unit: Schemas['WeightUnit']
  /** Milliseconds since 1970. */
  readonly now: number
}

const dayMs = 86_400_000
const recentDays = 90
const trendSessions = 12
const trendLifts = 6

type Answers = {
  readonly [Name in QuestionName]: (about: Questions[Name]['about']) => Questions[Name]['answer']
}

/** Answers questions about a log; intermediate results that several answers need are computed once. */
export function answersFor(log: FigureLog): Answers {
  const { workouts, measurements, exercises, user, unit, now } = log
  const days: Days = daysOf(user)
  const bodyweightAt: BodyweightAt = bodyweightOver(bodyweights(measurements, unit), days)
  const context = { exercises, bodyweightAt, days }
  const over = workouts.filter((one) => isOver(one, now))
  const known = (sets: PerformedSet[]) => sets.filter(({ exerciseId }) => exercises.has(exerciseId))
  const wanted = { unit, before: now + 1 }
  const setsOver = once(() => known(performedSets(over, wanted)))
  const memory = once(() => {
    const fold = new MemoryFold()
    fold.take(new ListedSets(setsOver()), context)
    return fold
  })
  const setsOf = (exerciseId: string) => known(performedSets(workouts, { ...wanted, exerciseId }))
  return {
    records: () => allRecords(recordsByExercise(setsOver(), context), over),
    strength: () => {
      const since = new Date(now - recentDays * dayMs).toISOString()
      return mostTrained(over, since).flatMap((exerciseId): LiftTrend[] => {
        const facts = exercises.get(exerciseId)
        const own = over.filter((one) => one.exercises.some((entry) => entry.exerciseId === exerciseId))
        const sets = performedSets(own.slice(0, trendSessions), { ...wanted, exerciseId })
        const progress = facts && exerciseProgress(sets, facts, { ...context, asOf: days.dayOf(now) })
        if (progress?.metric !== 'one_rep_max') return []
        return [{ exerciseId, values: progress.points.flatMap(({ value }) => value ?? []) }]
      })
    },
    memory: (exerciseId) => ({ remembered: memory().of(exerciseId) }),
    exercise: (exerciseId) => {
      const facts = exercises.get(exerciseId)
      if (!facts) return undefined
      const sets = setsOf(exerciseId)
      return {
        progress: exerciseProgress(sets, facts, {
          ...context,
          asOf: days.dayOf(now),
          lightWorkouts: deloadsIn(memory().of(exerciseId)),
        }),
        records: exerciseRecords(sets, facts, context),
      }
    },
    base: ({ exerciseId, percent }: BaseAsked) => {
      const exercise = exercises.get(exerciseId)
      return (
        exercise &&
        baseFromLog(
          workouts,
          exercise,
          lifterOf({ user, measurements: { list: () => measurements } }, unit),
          { percent, at: now },
        )
      )
    },
  }
}

function allRecords(
  byExercise: ReturnType<typeof recordsByExercise>,
  over: readonly LocalWorkout[],
): AllRecords {
  const beaten: BeatenRecord[] = []
  const bests = new Map<string, number>()
  for (const { exerciseId, current, history } of byExercise.values()) {
    const best = current.find(({ kind }) => kind === 'best_one_rep_max')
    if (best) bests.set(exerciseId, best.value)
    for (const { kind, value, previous, workoutId, setIds } of history) {
      const [setId] = setIds
      if (kind !== 'best_one_rep_max' || setId === undefined) continue
      beaten.push({
        setId,
        exerciseId,
        workoutId,
        oneRepMaxGrams: value,
        gainGrams: value - (previous?.value ?? value),
      })
    }
  }
  return { beaten, bests, workoutIds: new Set(over.map(({ id }) => id)) }
}

/** The exercises done most often since a time, most frequent first. */
function mostTrained(workouts: readonly LocalWorkout[], since: string): string[] {
  const counts = new Map<string, number>()
  for (const { startedAt, exercises } of workouts) {
    if (startedAt < since) break
    for (const { exerciseId } of exercises) counts.set(exerciseId, (counts.get(exerciseId) ?? 0) + 1)
  }
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a)
  return sorted.slice(0, trendLifts * 2).map(([id]) => id)
}

function once<Result>(compute: () => Result): () => Result {
  let known: { readonly result: Result } | undefined
  return () => {
    known ??= { result: compute() }
    return known.result
  }
}
