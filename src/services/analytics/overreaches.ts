import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { listOverreached } from '#db/training-log/overreaches.ts'
import { type Days, userDays } from '#training/days.ts'
import { workByExercise } from '#training/exercise-work.ts'
import type { Overreaches } from '#training/landmarks.ts'
import {
  distinctOverreaches,
  maxOverreached,
  type Overreach,
  overreachDays,
  overreachesIn,
} from '#training/overreaches.ts'
import { inPeriod } from '#training/periods.ts'
import type { ExerciseFacts } from '#training/types.ts'
import { instantsOfDays } from '../training-log/day-range.ts'
import { trainingLogOver } from './log.ts'

/** The weekly direct sets at which a user overreached, by muscle: those of the seven days up to a marked workout. */
export async function overreachesOf(db: Reader, user: Profile, now: number): Promise<Overreaches> {
  const marked = await listOverreached(db, user.id, { before: now + 1, limit: maxOverreached })
  const days = userDays(user)
  const overreaches = distinctOverreaches(
    marked.map(({ startedAt, timeZone, muscles }) => ({ day: days.dayOf(startedAt, timeZone), muscles })),
  )
  const weeks = await Promise.all(
    overreaches.map((overreach) => weekUpTo(db, user, overreach, { days, now })),
  )
  const exercises = new Map<string, ExerciseFacts>(weeks.flatMap((week) => [...week.exercises]))
  return overreachesIn(
    weeks.map(({ overreach, work }) => [overreach, work]),
    exercises,
  )
}

/** The work of the seven days up to an overreach. */
async function weekUpTo(
  db: Reader,
  user: Profile,
  overreach: Overreach,
  { days, now }: { readonly days: Days; readonly now: number },
) {
  const { day } = overreach
  const period = { firstDay: day - overreachDays + 1, lastDay: day }
  const range = instantsOfDays({ days, from: period.firstDay, to: day, now })
  const { sets, context } = await trainingLogOver(db, user, range, { days, unit: user.unit })
  const work = workByExercise(inPeriod(sets, period, days), context)
  return { overreach, work: [...work.values()], exercises: context.exercises }
}
