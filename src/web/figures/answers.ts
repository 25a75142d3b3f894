import type { LocalWorkout } from '#client/index.ts'
import { baseFromLog, lifterOf } from '#client/programs/lifter.ts'
import { type BodyweightAt, bodyweightOver } from '#training/bodyweight.ts'
import { type BodyweightGoal, cutOn } from '#training/cut.ts'
import { dayMs } from '#training/day-ms.ts'
import type { DayNumber, Days } from '#training/days.ts'
import { mostLifted } from '#training/lift-state/most-lifted.ts'
import { bodyweights, performedSets } from '#training/log/from-workouts.ts'
import { exerciseProgress } from '#training/progress.ts'
import type { DayValue } from '#training/progress-status.ts'
import { oneRepMaxOn } from '#training/progression/expected-one-rep-max.ts'
import { deloadsIn } from '#training/progression/light-days.ts'
import { exerciseRecords, recordsByExercise } from '#training/records/records.ts'
import { trainingLoad } from '#training/session-load/training-load.ts'
import { strengthOf } from '#training/strength/strength.ts'
import type { PerformedSet } from '#training/types.ts'
import { toGrams } from '#training/units.ts'
import { daysOf } from './days-of.ts'
import type { FigureLog } from './figure-log.ts'
import { prescribe } from './prescribe.ts'
import type { AllRecords, BaseQuestion, LiftTrend, QuestionName, Questions } from './questions.ts'
import { remember } from './remember.ts'
import { setRecords } from './set-records.ts'

const recentDays = 90
const trendSessions = 12
const trendLifts = 6

type Answers = {
  readonly [Name in QuestionName]: (
    about: Questions[Name]['about'],
  ) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>
}

/**
 * Answers questions about a log. Intermediate results that several answers need are computed once, from the finished
 * workouts; the workout in progress and the time are read for each answer.
 */
export function answersFor(log: FigureLog): Answers {
  const { finished, measurements, exercises, user, unit } = log
  const days: Days = daysOf(user)
  const bodyweightAt: BodyweightAt = bodyweightOver(bodyweights(measurements, unit), days)
  const context = { exercises, bodyweightAt, days }
  const withKnownExercise = (sets: PerformedSet[]) =>
    sets.filter(({ exerciseId }) => exercises.has(exerciseId))
  const options = () => ({ unit, before: log.now() + 1 })
  const finishedSets = once(() => withKnownExercise(performedSets(finished, options())))
  const memory = once(() => remember(finished, options(), context))
  const weights = once(() => dailyBodyweights(log, days))
  const cutNow = (goal: BodyweightGoal | undefined) => cutOn(days.dayOf(log.now()), weights(), goal)
  const setsOf = (exerciseId: string) =>
    withKnownExercise(performedSets(log.workouts(), { ...options(), exerciseId }))
  return {
    records: () => allRecords(recordsByExercise(finishedSets(), context), finished),
    strength: () => {
      const since = new Date(log.now() - recentDays * dayMs).toISOString()
      return mostTrained(finished, since).flatMap((exerciseId): LiftTrend[] => {
        const facts = exercises.get(exerciseId)
        const withLift = finished.filter((workout) =>
          workout.exercises.some((entry) => entry.exerciseId === exerciseId),
        )
        const sets = performedSets(withLift.slice(0, trendSessions), { ...options(), exerciseId })
        const progress = facts && exerciseProgress(sets, facts, { ...context, asOf: days.dayOf(log.now()) })
        if (progress?.metric !== 'one_rep_max') return []
        return [{ exerciseId, values: progress.points.flatMap(({ value }) => value ?? []) }]
      })
    },
    score: ({ sex }) => {
      const today = days.dayOf(log.now())
      const bodyweight = weights().findLast(({ day }) => day <= today) ?? weights()[0]
      return strengthOf(finishedSets(), { sex, bodyweightGrams: bodyweight?.value })
    },
    load: () => {
      const today = days.dayOf(log.now())
      const sessions = finished.map(({ id, startedAt, endedAt, exertion, timeZone }) => ({
        id,
        startedAt: Date.parse(startedAt),
        endedAt: endedAt === undefined ? undefined : Date.parse(endedAt),
        exertion,
        timeZone,
      }))
      return trainingLoad(sessions, { days, from: today, to: today }).days.at(-1)
    },
    async coach({ chosen, ...question }) {
      const { exerciseId, bodyweightGoal } = question
      const remembered = memory().of(exerciseId)
      const cut = cutNow(bodyweightGoal)
      const answer = { remembered, limit: mostLifted(exercises.get(exerciseId) ?? {}), next: undefined }
      if (chosen) {
        const { nextByScheme } = await import('./recommend.ts')
        const about = { days, bodyweightAt, memory: memory(), cut }
        return { ...answer, ...(await nextByScheme(log, { exerciseId, chosen }, about)) }
      }
      const losesWeight = cut !== undefined
      return {
        ...answer,
        next: prescribe(log, question, { memory: remembered, bodyweightAt, days, losesWeight }),
      }
    },
    exercise: ({ exerciseId, formula, bodyweightGoal }) => {
      const facts = exercises.get(exerciseId)
      if (!facts) return undefined
      const sets = setsOf(exerciseId)
      const remembered = memory().of(exerciseId)
      const today = days.dayOf(log.now())
      return {
        progress: exerciseProgress(sets, facts, {
          ...context,
          formula,
          asOf: today,
          lightWorkouts: deloadsIn(remembered),
          cut: cutNow(bodyweightGoal),
        }),
        records: exerciseRecords(sets, facts, { ...context, formula }),
        expected: formula ? undefined : oneRepMaxOn(remembered, today),
      }
    },
    async suggest(question) {
      const { recommend } = await import('./recommend.ts')
      const cut = cutNow(question.bodyweightGoal)
      return recommend(log, question, { days, bodyweightAt, memory: memory(), cut })
    },
    base: ({ exerciseId, percent }: BaseQuestion) => {
      const exercise = exercises.get(exerciseId)
      return (
        exercise &&
        baseFromLog(
          log.workouts(),
          exercise,
          lifterOf({ user, measurements: { list: () => measurements } }, unit),
          { percent, at: log.now() },
        )
      )
    },
  }
}

/** The bodyweight of each day, as measured or logged with a workout; a measurement takes precedence. */
function dailyBodyweights({ finished, measurements, unit }: FigureLog, days: Days): DayValue[] {
  const byDay = new Map<DayNumber, number>()
  for (const { startedAt, timeZone, bodyweight } of finished.toReversed())
    if (bodyweight) byDay.set(days.dayOf(Date.parse(startedAt), timeZone), toGrams(bodyweight))
  for (const { measuredAt, weightGrams } of bodyweights(measurements, unit).toReversed())
    byDay.set(days.dayOf(measuredAt), weightGrams)
  return Array.from(byDay, ([day, value]) => ({ day, value })).sort((a, b) => a.day - b.day)
}

function allRecords(
  byExercise: ReturnType<typeof recordsByExercise>,
  finished: readonly LocalWorkout[],
): AllRecords {
  const records = [...byExercise.values()].map(setRecords)
  const beaten = records.flatMap((ofExercise) => ofExercise.beaten)
  const bests = new Map(records.flatMap((ofExercise) => ofExercise.bests))
  return { beaten, bests, workoutIds: new Set(finished.map(({ id }) => id)) }
}

/** The lifts to list first, if they are done at least half as often as the most frequent one. */
const mainLifts = ['back-squat', 'bench-press', 'deadlift', 'overhead-press', 'row'].map(
  (name) => `barbell-${name}`,
)

/** The exercises done most often since a time: the main lifts, then the most frequent. */
function mostTrained(workouts: readonly LocalWorkout[], since: string): string[] {
  const counts = new Map<string, number>()
  for (const { startedAt, exercises } of workouts) {
    if (startedAt < since) break
    for (const { exerciseId } of exercises) counts.set(exerciseId, (counts.get(exerciseId) ?? 0) + 1)
  }
  const most = Math.max(1, ...counts.values())
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id)
  const first = mainLifts.filter((id) => 2 * (counts.get(id) ?? 0) >= most)
  return [...new Set([...first, ...sorted])].slice(0, trendLifts * 2)
}

function once<Result>(compute: () => Result): () => Result {
  let computed: { readonly result: Result } | undefined
  return () => {
    computed ??= { result: compute() }
    return computed.result
  }
}
