import type { User } from '#client/index.ts'
import { type Days, userDays } from '#training/days.ts'

/** The days of who trains: those of the profile; a guest's begin at midnight where the device is. */
export const daysOf = (user: Pick<User, 'timeZone' | 'dayStartHour'> | undefined): Days =>
  userDays({
    timeZone: user?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    dayStartHour: user?.dayStartHour,
  })
