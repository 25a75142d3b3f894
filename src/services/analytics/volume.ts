import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { listLoggedSets } from '#db/training-log/training-log.ts'
import { findLandmarks } from '#db/training-settings/landmarks.ts'
import type { Schemas } from '#generated/types.ts'
import { bucketsBetween, periodOf } from '#training/periods.ts'
import { landmarkTable } from './landmarks.ts'
import { trainingLog } from './log.ts'
import { instantsOf, type ReportRange } from './range.ts'
import { volumeReport } from './volume-report.ts'

/** What a caller asks about volume. */
export interface VolumeQuery {
  readonly bucket: Schemas['BucketSize']
  readonly muscle?: Schemas['Muscle'] | undefined
  readonly unit?: Schemas['WeightUnit'] | undefined
}

/** Reads a range of a user's training and reports how much each muscle worked. */
export async function volumeOver(
  db: Reader,
  user: Profile,
  { days, from, to }: ReportRange,
  { bucket, muscle, unit = user.unit }: VolumeQuery,
): Promise<Schemas['VolumeReport']> {
  const period = periodOf(days, from, to)
  const rows = await listLoggedSets(db, user.id, instantsOf(period))
  const buckets = bucketsBetween(days, from, to, bucket, user.weekStart)
  const { timeZone } = user
  const landmarks = landmarkTable(await findLandmarks(db, user.id))
  const question = { timeZone, period, bucket, buckets, muscle, unit, landmarks }
  return volumeReport(question, await trainingLog(db, user.id, rows, { days, unit }))
}
