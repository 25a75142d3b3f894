import { isWorkingSet } from '../counting.ts'
import { dayMs } from '../day-ms.ts'
import type { RememberedLift } from '../lift-state/index.ts'
import { median } from '../order-statistics.ts'
import { exerciseProgress } from '../progress.ts'
import type { ProgressStatus } from '../progress-status.ts'
import { deloadsIn } from '../progression/light-days.ts'
import { sessionsOf } from '../progression/sessions.ts'
import { setsText } from '../progression/text.ts'
import type { TrainedSet } from '../progression/types.ts'
import { type AthleteLog, athleteWindows, setsWithin } from './athlete-log.ts'
import type { Familiarity } from './types.ts'

/** The end of the period of habits: now, or the last workout of someone who returns after a break. */
function habitsEnd({ sets, at }: AthleteLog): number {
  const last = sets.reduce(
    (newest, set) =>
      set.performedAt <= at && isWorkingSet(set) ? Math.max(newest, set.performedAt) : newest,
    Number.NEGATIVE_INFINITY,
  )
  return last > at - athleteWindows.familiar ? at : last
}

/** The end of the period of habits, and when training stopped before a break, if it just resumed. */
interface Period {
  readonly end: number
  readonly stopped: number | undefined
}

/** An exercise's sets in a log, and the memory of it. */
interface LoggedLift {
  readonly id: string
  readonly sets: readonly TrainedSet[]
  readonly remembered: RememberedLift | undefined
}

/**
 * Returns a function for how familiar an exercise is: undefined if it wasn't done in the eight weeks before now
 * or before a break. Computed on demand, because the progression of one exercise doesn't need any other.
 */
export function familiarities(
  log: AthleteLog,
  groups: ReadonlyMap<string, readonly TrainedSet[]>,
  memory: { of(exerciseId: string): RememberedLift | undefined },
): (id: string) => Familiarity | undefined {
  let period: Period | undefined
  const byId = new Map<string, Familiarity | undefined>()
  return (id) => {
    if (!byId.has(id)) {
      period ??= { end: habitsEnd(log), stopped: stoppedAt(log) }
      byId.set(id, familiarity(log, { id, sets: groups.get(id) ?? [], remembered: memory.of(id) }, period))
    }
    return byId.get(id)
  }
}

function familiarity(
  log: AthleteLog,
  { id, sets, remembered }: LoggedLift,
  { end: usualEnd, stopped }: Period,
): Familiarity | undefined {
  const { days, bodyweightAt, at, formula, unit } = log
  const facts = log.exercises.get(id)
  const countedUpTo = (end: number) => setsWithin(sets, end, athleteWindows.familiar).filter(isWorkingSet)
  let end = usualEnd
  let counted = countedUpTo(end)
  // Someone who has just come back hasn't done all of their lifts again yet.
  if (counted.length === 0 && stopped !== undefined) {
    end = stopped
    counted = countedUpTo(end)
  }
  const last = counted.at(-1)
  if (!last || !facts) return undefined
  const workouts = new Set(counted.map((set) => set.workoutId)).size
  const sessions = sessionsOf({ facts, sets: counted, bodyweightAt, days })
  const habits = {
    workouts,
    hoursAgo: (at - last.performedAt) / 3_600_000,
    restSeconds: median(counted.flatMap((set) => (set.restSeconds ? [set.restSeconds] : []))),
    sets: median(sessions.map(({ atWeight }) => atWeight.length)),
    due: dueShare(
      sessions.map(({ day: sessionDay }) => sessionDay),
      days.dayOf(at),
    ),
  }
  if (end < at) {
    const did = setsText(sessions.at(-1)?.atWeight ?? [], facts, log.unitOf?.(id) ?? unit)
    return { ...habits, away: { days: days.dayOf(at) - days.dayOf(last.performedAt, last.timeZone), did } }
  }
  let progress: ProgressStatus | undefined
  return {
    ...habits,
    // A getter, because only exercises that could be in the workout need it.
    get progress() {
      progress ??= exerciseProgress(setsWithin(sets, at, athleteWindows.progress), facts, {
        days,
        bodyweightAt,
        asOf: days.dayOf(at),
        formula,
        lightWorkouts: deloadsIn(remembered),
        cut: log.cut,
      }).status
      return progress
    },
  }
}

/** The minimum number of workouts in the eight weeks, and of days between them, for a lift with a place in the week. */
const rhythm = { workouts: 4, days: 2.5 } as const

/** The days since a lift was last done, as a share of the usual gap; undefined without a rhythm. */
function dueShare(workoutDays: readonly number[], today: number): number | undefined {
  const trainedDays = [...new Set(workoutDays)]
  const gaps = trainedDays.slice(1).map((number, index) => number - (trainedDays[index] ?? number))
  const usualDays = median(gaps) ?? 0
  if (trainedDays.length < rhythm.workouts || usualDays < rhythm.days) return undefined
  return (today - (trainedDays.at(-1) ?? today)) / usualDays
}

/** The minimum length of a break, and how long afterward someone counts as just back from it, in milliseconds. */
const comeback = 28 * dayMs

/** The time at which training stopped before a break, for someone who has just come back from it. */
function stoppedAt({ sets, at }: AthleteLog): number | undefined {
  const times = [...new Set(sets.filter(isWorkingSet).map(({ performedAt }) => performedAt))]
    .filter((time) => time <= at)
    .sort((a, b) => a - b)
  const returnIndex = times.findLastIndex((time, index) => time - (times[index - 1] ?? time) > comeback)
  return returnIndex > 0 && at - (times[returnIndex] ?? 0) <= comeback ? times[returnIndex - 1] : undefined
}
