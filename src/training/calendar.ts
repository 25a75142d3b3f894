import { isWorkingSet, repsDone, SetCount } from './counting.ts'
import { type DayNumber, type Days, dayText } from './days.ts'
import type { TrainingContext } from './exercise-work.ts'
import { bodyweightShareOf, setVolume } from './load.ts'
import type { Method } from './method.ts'
import type { WorkoutTimes } from './overall.ts'
import { durationSeconds } from './totals.ts'
import { factsOf, type PerformedSet } from './types.ts'

/** A day of a heatmap. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** Workouts that started on this day and contain a counted set, in chronological order. */
  readonly workoutIds: readonly string[]
  readonly sets: number
  readonly reps: number
  readonly volumeGrams: number
  /** Total duration of the day's finished workouts, in whole seconds. */
  readonly durationSeconds: number
  /** 0 on a rest day; 1–4 by the quartile of its sets among the range's training days. */
  readonly level: 0 | 1 | 2 | 3 | 4
}

/** The method of the levels. */
export const calendarMethod: Method<'calendar.quartiles'> = {
  id: 'calendar.quartiles',
  parameters: { of: 'sets' },
}

/** The days of a calendar, both ends inclusive. The caller bounds the range. */
export interface CalendarRange {
  readonly days: Pick<Days, 'dayOf'>
  readonly from: DayNumber
  readonly to: DayNumber
}

interface Sum {
  readonly workoutIds: string[]
  readonly counted: SetCount
  reps: number
  volumeGrams: number
  durationSeconds: number
}

const emptySum = (): Sum => ({
  workoutIds: [],
  counted: new SetCount(),
  reps: 0,
  volumeGrams: 0,
  durationSeconds: 0,
})

/** The level of a set count, given the sorted counts of all training days. */
function levelOf(sets: number, sorted: readonly number[]): CalendarDay['level'] {
  if (sets === 0) return 0
  const quantile = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0
  if (sets > quantile(0.75)) return 4
  if (sets > quantile(0.5)) return 3
  return sets > quantile(0.25) ? 2 : 1
}

/**
 * Each day from `from` to `to` with its training. Sets and workouts may come in any order; those of other days
 * are ignored. A workout that crosses midnight belongs to the day on which it started in its own time zone.
 * @throws {RangeError} for a set whose exercise isn't in the context.
 */
export function calendarDays(
  { workouts, sets }: { readonly workouts: readonly WorkoutTimes[]; readonly sets: Iterable<PerformedSet> },
  { days, from, to }: CalendarRange,
  { exercises, bodyweightAt }: TrainingContext,
): CalendarDay[] {
  const byDay = new Map<DayNumber, Sum>()
  const sumOfWorkout = new Map<string, Sum>()
  for (const set of sets) {
    if (!isWorkingSet(set)) continue
    let sum = sumOfWorkout.get(set.workoutId)
    if (!sum) {
      const day = days.dayOf(set.performedAt, set.timeZone)
      if (day < from || day > to) continue
      sum = byDay.get(day) ?? emptySum()
      byDay.set(day, sum)
      sumOfWorkout.set(set.workoutId, sum)
    }
    const facts = factsOf(exercises, set.exerciseId)
    const bodyweight = bodyweightShareOf(facts) > 0 ? bodyweightAt(set) : undefined
    sum.counted.add(`${set.workoutId} ${set.exerciseId}`, set)
    sum.reps += repsDone(set, facts)
    sum.volumeGrams += setVolume(set, facts, bodyweight) ?? 0
  }
  for (const workout of workouts.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))) {
    const sum = sumOfWorkout.get(workout.id)
    sum?.workoutIds.push(workout.id)
    if (sum) sum.durationSeconds += durationSeconds(workout) ?? 0
  }
  const sorted = [...byDay.values()].map(({ counted }) => counted.total).sort((a, b) => a - b)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const { counted, ...sums } = byDay.get(from + index) ?? emptySum()
    const sets = counted.total
    return { day: dayText(from + index), ...sums, sets, level: levelOf(sets, sorted) }
  })
}
