import type { User } from '#client/index.ts'
import { localZone } from '#lib/local-zone.ts'
import { type Days, userDays } from '#training/days.ts'

/** The user's days: as the profile defines them, or for a guest from midnight in the device's time zone. */
export const daysOf = (user: Pick<User, 'timeZone' | 'dayStartHour'> | undefined): Days =>
  userDays({
    timeZone: user?.timeZone ?? localZone(),
    dayStartHour: user?.dayStartHour,
  })
