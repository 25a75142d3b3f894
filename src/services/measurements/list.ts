import type { Profile } from '#db/accounts/users.ts'
import { listMeasurements as listRows, type MeasurementPosition } from '#db/measurements/measurements.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { allPages, type PageRequest } from '#lib/page.ts'
import { listPage } from '../crud/page.ts'
import { type Invalid, invalid, type Listed } from '../crud/results.ts'
import { type DayQuery, instantRange, rangeReversed } from '../training-log/day-range.ts'
import { presentMeasurement } from './shape.ts'

/** Filters of a list of measurements. A missing field doesn't narrow the list. */
interface MeasurementQuery extends DayQuery {
  readonly kind?: Schemas['MeasurementKind']
}

/** A page of a user's measurements, newest first. */
export async function listMeasurements(
  db: Reader,
  user: Profile,
  { kind, ...days }: MeasurementQuery,
  page: PageRequest<MeasurementPosition>,
): Promise<Listed<Schemas['Measurement'], MeasurementPosition> | Invalid> {
  const range = instantRange(user, days)
  if (!range) return invalid(rangeReversed)
  return listPage(
    page,
    (pagePlusOne) => listRows(db, user.id, { ...range, kind }, pagePlusOne),
    ({ measuredAt, id }) => ({ measuredAt, id }),
    (rows) => rows.map(presentMeasurement),
  )
}

/** The number of measurements to read at a time, small enough for other requests to run in between. */
const pageSize = 100

/** All of a user's measurements that aren't deleted, newest first. */
export async function* measurementPages(
  db: Reader,
  userId: string,
): AsyncGenerator<Schemas['Measurement'][]> {
  const rows = allPages(
    pageSize,
    (page: PageRequest<MeasurementPosition>) => listRows(db, userId, {}, page),
    ({ measuredAt, id }) => ({ measuredAt, id }),
  )
  for await (const page of rows) yield page.map(presentMeasurement)
}
