import { milliseconds } from '#db/values/instant.ts'
import { dayMs } from '#training/day-ms.ts'
import { type FieldProblem, type Invalid, invalid } from '../crud/results.ts'

/** Earlier dates are mistakes. */
const earliest = Date.UTC(1900, 0, 1)

/** The time that a request refers to, and the present, in milliseconds since 1970. */
export interface Moment {
  readonly kind: 'moment'
  /** May be in the future. */
  readonly at: number
  readonly now: number
}

/**
 * The time that a request refers to, in milliseconds since 1970; by default now. Invalid if it is before 1900 or more
 * than `ahead` after now.
 *
 * @param location of the time in the request
 */
export function momentOf(
  text: string | undefined,
  now: number,
  location: Pick<FieldProblem, 'parameter' | 'pointer'>,
  ahead: { readonly ms: number; readonly text: string },
): Moment | Invalid {
  const at = text === undefined ? now : milliseconds(text)
  if (at < earliest) return invalid({ ...location, code: 'range', message: 'Must not be before 1900-01-01.' })
  if (at > now + ahead.ms) {
    return invalid({ ...location, code: 'range', message: `Must not be more than ${ahead.text} from now.` })
  }
  return { kind: 'moment', at, now }
}

/** The maximum time ahead that users may plan. */
export const tenYears = { ms: 3653 * dayMs, text: 'ten years' }

/** The maximum time that a device's clock may be ahead. */
export const oneDay = { ms: dayMs, text: 'a day' }
