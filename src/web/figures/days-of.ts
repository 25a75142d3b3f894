import type { User } from '#client/index.ts'
import { type Days, userDays } from '#training/days.ts'

/** The user's days: by the profile, or for a guest from midnight in the device's time zone. */
export const daysOf = (user: Pick<User, 'timeZone' | 'dayStartHour'> | undefined): Days =>
  userDays({
    timeZone: user?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    dayStartHour: user?.dayStartHour,
  })
