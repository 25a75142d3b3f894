import { countText } from '#lib/count-text.ts'
import type { Muscle } from '../types.ts'
import { muscleText } from './candidates.ts'
import { worthOf } from './need.ts'
import type { Entry, Search } from './search-state.ts'

/** The readiness of a muscle, 0–100. */
const readinessOf = ({ fatigue }: Search, muscle: Muscle): number => fatigue.get(muscle)?.readiness ?? 100

/** Rounds sets to halves. */
export const roundToHalf = (sets: number) => Math.round(sets * 2) / 2

/** `1 set`, `2.5 sets`. */
export const setsText = (sets: number): string => countText(sets, 'set')

/**
 * The reasons for choosing an exercise at this point: the needs and readiness of its muscles, the person's familiarity
 * with it, and the origin of its sets.
 */
export function reasonsFor(search: Search, { candidate, dose, shares }: Entry): string[] {
  const { request, state } = search
  const reasons: string[] = []
  const relevant = shares
    .flatMap(({ muscle, sets, primary }) => {
      const need = search.needs.get(muscle)
      // A muscle that has had its sets is no reason for another exercise.
      if (!need || (!need.isRequested && roundToHalf(need.done) >= need.max)) return []
      const value = worthOf(need, search.planned.get(muscle)?.sets ?? 0, sets)
      return [{ need, primary, value }]
    })
    .sort(
      (a, b) =>
        Number(b.primary) - Number(a.primary) ||
        b.value - a.value ||
        (a.need.muscle < b.need.muscle ? -1 : 1),
    )
    .filter(({ primary }, index) => (primary ? index < 2 : index === 0))
  for (const { need } of relevant) {
    const { muscle, done, min, target, max } = need
    const sets = roundToHalf(done)
    const requestedText = request.focus?.includes(muscle) ? ', and you asked for more' : ''
    const goal =
      sets < min ? `at least ${setsText(min)}` : sets < target ? setsText(target) : `up to ${setsText(max)}`
    const readiness = Math.round(readinessOf(search, muscle))
    reasons.push(
      `Your ${muscleText(muscle)} got ${sets} of ${goal} in the last 7 days${requestedText}; readiness is ${readiness}%.`,
    )
  }
  const familiarity = state.familiar.get(candidate.id)
  if (familiarity) {
    const times = countText(familiarity.workouts, 'workout')
    const progressText = familiarity.progress === 'improving' ? ', and you are getting stronger' : ''
    const when = familiarity.away ? 'the 8 weeks before you stopped' : 'the last 8 weeks'
    reasons.push(`You did this in ${times} over ${when}${progressText}.`)
  }
  return [...reasons, ...dose.reasons]
}
