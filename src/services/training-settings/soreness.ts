import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import {
  listNewestSoreness,
  type SorenessPosition,
  type SorenessRow,
} from '#db/training-settings/soreness.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import type { PageRequest } from '#lib/page.ts'
import { listPage } from '../crud/page.ts'
import { type Invalid, invalid, type Listed } from '../crud/results.ts'
import { type DayQuery, instantRange, rangeReversed } from '../training-log/day-range.ts'

/** Converts a report to the contract's schema. */
export function presentSoreness({ muscle, soreness, reportedAt }: SorenessRow): Schemas['Soreness'] {
  return { muscle, soreness, at: instant(reportedAt) }
}

/** A page of a user's soreness reports, newest first. */
export async function listSoreness(
  db: Reader,
  user: Profile,
  days: DayQuery,
  page: PageRequest<SorenessPosition>,
): Promise<Listed<Schemas['Soreness'], SorenessPosition> | Invalid> {
  const range = instantRange(user, days)
  if (!range) return invalid(rangeReversed)
  return listPage(
    page,
    (pagePlusOne) => listNewestSoreness(db, user.id, range, pagePlusOne),
    ({ reportedAt, muscle }) => ({ reportedAt, muscle }),
    (rows) => rows.map(presentSoreness),
  )
}
