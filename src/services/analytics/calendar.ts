import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { calendarDays, calendarMethod } from '#training/calendar.ts'
import { periodOf } from '#training/periods.ts'
import { fromGrams } from '#training/units.ts'
import { volumeMethods } from '#training/volume-methods.ts'
import { instantsOfDays } from '../training-log/day-range.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'
import { trainingLogOver } from './log.ts'
import { methodOf } from './method.ts'
import { workoutTimes } from './overall.ts'
import type { ReportRange } from './range.ts'

/** Reports the training on each day of a range. */
export async function calendarOver(
  db: Reader,
  user: Profile,
  reportRange: ReportRange,
  unit: Schemas['WeightUnit'],
): Promise<Schemas['CalendarReport']> {
  const { days, from, to } = reportRange
  const period = periodOf(from, to)
  const range = instantsOfDays(reportRange)
  const { sets, context, doubts, ...logged } = await trainingLogOver(db, user, range, { days, unit })
  const workouts = logged.workouts.map(workoutTimes)
  return {
    from: period.from,
    to: period.to,
    timeZone: user.timeZone,
    days: calendarDays({ workouts, sets }, { days, from, to }, context).map(
      ({ volumeGrams, workoutIds, ...day }) => ({
        ...day,
        workoutIds: [...workoutIds],
        volumeLoad: fromGrams(volumeGrams, unit),
      }),
    ),
    ...presentDoubts(doubts, unit),
    methods: [calendarMethod, volumeMethods.volume].map(methodOf),
  }
}
