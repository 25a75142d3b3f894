import { type DayNumber, type Days, dayText } from '../days.ts'
import type { Method } from '../method.ts'
import { type AcuteChronic, acuteChronicLoads, ewmaDays, ewmaMethod } from './ewma.ts'
import { sessionLoad, trainingLoadMethods, type WeekLoad, weekLoad } from './foster.ts'

/** The inputs of the load of a workout. Times are milliseconds since 1970. */
export interface LoggedSession {
  readonly id: string
  readonly startedAt: number
  /** The workout's own; by default the user's. */
  readonly timeZone?: string | undefined
  readonly endedAt?: number | undefined
  /** Session RPE, 0–10. */
  readonly exertion?: number | undefined
}

/** A day of training load. */
export interface LoadDay {
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** Σ session RPE × minutes; 0 on a rest day. */
  readonly load: number
  /** The workouts of the day that `load` came from. */
  readonly workoutIds: readonly string[]
  /** The 7 days ending with this one; absent before the seventh day overall. */
  readonly week?: WeekLoad
  /** Absent before the 28th day overall. */
  readonly acuteChronic?: AcuteChronic
}

/** Training load over time. */
export interface TrainingLoad {
  /** Each day of the range. */
  readonly days: readonly LoadDay[]
  /** Workouts in the range without a session RPE or an end: their load is unknown, and counts as 0. */
  readonly unknownWorkoutIds: readonly string[]
  readonly methods: readonly Method[]
}

/** The requested range, both days inclusive. */
export interface LoadRange {
  readonly days: Pick<Days, 'dayOf'>
  readonly from: DayNumber
  readonly to: DayNumber
}

const minute = 60_000

/** The load of a session, or undefined if it has no RPE or hasn't ended. Never below 0. */
export function loadOfSession({ startedAt, endedAt, exertion }: LoggedSession): number | undefined {
  if (exertion === undefined || endedAt === undefined) return undefined
  return sessionLoad(exertion, Math.max(0, endedAt - startedAt) / minute)
}

/**
 * Session load, monotony, strain, acute and chronic load of each day from `from` to `to`. `sessions`, in any order,
 * must include all of the user's up to `to`, because the very first day seeds the averages. A workout belongs to the
 * day on which it started. Purely descriptive: no injury zones (Impellizzeri 2020).
 */
export function trainingLoad(sessions: Iterable<LoggedSession>, range: LoadRange): TrainingLoad {
  const byDay = new Map<DayNumber, { load: number; workoutIds: string[] }>()
  const unknownWorkoutIds: string[] = []
  let earliest = Number.POSITIVE_INFINITY
  for (const session of sessions) {
    const day = range.days.dayOf(session.startedAt, session.timeZone)
    if (day > range.to) continue
    const load = loadOfSession(session)
    if (load === undefined) {
      if (day >= range.from) unknownWorkoutIds.push(session.id)
      continue
    }
    earliest = Math.min(earliest, day)
    const sums = byDay.get(day) ?? { load: 0, workoutIds: [] }
    byDay.set(day, sums)
    sums.load += load
    sums.workoutIds.push(session.id)
  }
  const firstDay = Number.isFinite(earliest) ? earliest : range.to + 1
  const length = Math.max(0, range.to - firstDay + 1)
  const loads = Array.from({ length }, (_, index) => byDay.get(firstDay + index)?.load ?? 0)
  const means = acuteChronicLoads(loads)
  const days: LoadDay[] = []
  for (let day = range.from; day <= range.to; day++) {
    const index = day - firstDay
    const mean = means[index]
    days.push({
      day: dayText(day),
      load: 0,
      workoutIds: [],
      ...byDay.get(day),
      ...(index >= 6 && { week: weekLoad(loads.slice(index - 6, index + 1)) }),
      ...(mean && index >= ewmaDays.from - 1 && { acuteChronic: mean }),
    })
  }
  return {
    days,
    unknownWorkoutIds,
    methods: [trainingLoadMethods.session, trainingLoadMethods.week, ewmaMethod],
  }
}
