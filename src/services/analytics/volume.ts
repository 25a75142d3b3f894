import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { bucketsBetween, inPeriod, periodOf } from '#training/periods.ts'
import { instantsOfDays } from '../training-log/day-range.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'
import { landmarksFor } from './landmarks.ts'
import { trainingLogOver } from './log.ts'
import type { ReportRange } from './range.ts'
import { volumeReport } from './volume-report.ts'

/** A query about volume. */
export interface VolumeQuery {
  readonly bucket: Schemas['BucketSize']
  readonly muscle?: Schemas['Muscle'] | undefined
  readonly unit?: Schemas['WeightUnit'] | undefined
}

/** Reports the training volume of each muscle in a range. */
export async function volumeOver(
  db: Reader,
  user: Profile,
  range: ReportRange,
  { bucket, muscle, unit = user.unit }: VolumeQuery,
): Promise<Schemas['VolumeReport']> {
  const { days, from, to } = range
  const period = periodOf(from, to)
  const buckets = bucketsBetween(from, to, bucket, user.weekStart)
  const { timeZone } = user
  // Together, in as few round trips to PostgreSQL as possible.
  const [{ sets, context, doubts }, landmarks] = await Promise.all([
    trainingLogOver(db, user, instantsOfDays(range), { days, unit }),
    landmarksFor(db, user, range.now),
  ])
  const options = { timeZone, period, bucket, buckets, muscle, unit, landmarks }
  const report = volumeReport(options, { sets: inPeriod(sets, period, days), context }, days)
  return { ...report, ...presentDoubts(doubts, unit) }
}
