import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import {
  findFirstSessionEffort,
  listSessionEfforts,
  type SessionEffort,
} from '#db/training-log/session-efforts.ts'
import type { Schemas } from '#generated/types.ts'
import { periodOf } from '#training/periods.ts'
import {
  type LoadDay,
  type LoggedSession,
  type TrainingLoad,
  trainingLoad,
} from '#training/session-load/training-load.ts'
import { rounded } from '#training/units.ts'
import { instantsOfDays } from '../training-log/day-range.ts'
import { methodOf } from './method.ts'
import type { ReportRange } from './range.ts'

/**
 * The number of days before a range that still affect its means. Older days count for less than (27 / 29)^800, which
 * is below the precision of a number.
 */
const settlingDays = 800

/**
 * Reports the load of each day. The first workout with a load is always read, because the means start on the user's
 * very first day.
 */
export async function loadOver(
  db: Reader,
  user: Profile,
  range: ReportRange,
): Promise<Schemas['TrainingLoadReport']> {
  const { days, from, to, now } = range
  const readRange = instantsOfDays({ ...range, from: from - settlingDays })
  const first = await findFirstSessionEffort(db, user.id)
  const rows = await listSessionEfforts(db, user.id, readRange)
  const sessions =
    first && first.startedAt < readRange.from && first.startedAt <= now ? [first, ...rows] : rows
  const load = trainingLoad(sessions.map(sessionOf), { days, from, to })
  const { from: firstDay, to: lastDay } = periodOf(from, to)
  return { from: firstDay, to: lastDay, timeZone: user.timeZone, ...loadReport(load) }
}

function sessionOf({ id, startedAt, endedAt, timeZone, exertion }: SessionEffort): LoggedSession {
  return { id, startedAt, timeZone, endedAt: endedAt ?? undefined, exertion: exertion ?? undefined }
}

function loadReport({ days, unknownWorkoutIds, methods }: TrainingLoad) {
  return {
    status: days.some(({ workoutIds }) => workoutIds.length > 0)
      ? ('ok' as const)
      : ('insufficient_data' as const),
    days: days.map(dayOf),
    unknownWorkoutIds: [...unknownWorkoutIds],
    methods: methods.map(methodOf),
  }
}

function dayOf({ day, load, workoutIds, week, acuteChronic }: LoadDay): Schemas['LoadDay'] {
  return {
    day,
    load: rounded(load, 2),
    workoutIds: [...workoutIds],
    ...(week && {
      week: {
        sum: rounded(week.sum, 2),
        ...(week.monotony !== undefined && { monotony: rounded(week.monotony, 3) }),
        ...(week.strain !== undefined && { strain: rounded(week.strain, 2) }),
      },
    }),
    ...(acuteChronic && {
      acuteChronic: {
        acute: rounded(acuteChronic.acute, 3),
        chronic: rounded(acuteChronic.chronic, 3),
        ...(acuteChronic.ratio !== undefined && { ratio: rounded(acuteChronic.ratio, 3) }),
      },
    }),
  }
}
