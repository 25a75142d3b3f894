import type { components } from '../../../generated/types.ts'
import type { Profile } from '../../db/accounts/users.ts'
import { findLandmarks } from '../../db/landmarks.ts'
import type { Reader } from '../../db/schema.ts'
import { listLoggedSets } from '../../db/training-log/training-log.ts'
import { bucketsBetween, periodOf } from '../../training/periods.ts'
import { landmarkTable } from './landmarks.ts'
import { trainingLog } from './log.ts'
import { instantsOf, type ReportRange } from './range.ts'
import { volumeReport } from './volume-report.ts'

type Words = components['schemas']

/** What a caller asks about volume. */
export interface VolumeQuery {
  readonly bucket: Words['BucketSize']
  readonly muscle?: Words['Muscle'] | undefined
  readonly unit?: Words['WeightUnit'] | undefined
}

/** Reads a range of a user's training and reports how much each muscle worked. */
export async function volumeOver(
  db: Reader,
  user: Profile,
  { days, from, to }: ReportRange,
  { bucket, muscle, unit = user.unit }: VolumeQuery,
): Promise<Words['VolumeReport']> {
  const period = periodOf(days, from, to)
  const rows = await listLoggedSets(db, user.id, instantsOf(period))
  const buckets = bucketsBetween(days, from, to, bucket, user.weekStart)
  const { timeZone } = user
  const landmarks = landmarkTable(await findLandmarks(db, user.id))
  const question = { timeZone, period, bucket, buckets, muscle, unit, landmarks }
  return volumeReport(question, await trainingLog(db, user.id, rows, { days, unit }))
}
