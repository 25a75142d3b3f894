import type { Muscle } from '../types.ts'
import { muscleText } from './candidates.ts'
import { worthOf } from './need.ts'
import type { Entry, Search } from './search-state.ts'

/** How ready a muscle is, 0–100. */
const readinessOf = ({ fatigue }: Search, muscle: Muscle): number => fatigue.get(muscle)?.readiness ?? 100

/** Rounds sets to halves. */
export const toHalves = (sets: number) => Math.round(sets * 2) / 2

/**
 * Why an exercise is chosen at this point: what its muscles need, how ready they are, how well it is known,
 * and where its sets come from.
 */
export function reasonsFor(search: Search, { candidate, dose, shares }: Entry): string[] {
  const { request, state } = search
  const reasons: string[] = []
  const relevant = shares
    .flatMap(({ muscle, sets, primary }) => {
      const need = search.needs.get(muscle)
      // A muscle that has had its sets is no reason for another exercise.
      if (!need || (!need.asked && toHalves(need.done) >= need.most)) return []
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
    const { muscle, done, least, enough, most } = need
    const has = toHalves(done)
    const asked = request.focus?.includes(muscle) ? ', and you asked for more' : ''
    const goal = has < least ? `at least ${least}` : has < enough ? enough : `up to ${most}`
    const ready = Math.round(readinessOf(search, muscle))
    reasons.push(
      `Your ${muscleText(muscle)} got ${has} of ${goal} sets in the last 7 days${asked}; readiness is ${ready}%.`,
    )
  }
  const known = state.familiar.get(candidate.id)
  if (known) {
    const times = known.workouts === 1 ? 'one workout' : `${known.workouts} workouts`
    const better = known.progress === 'improving' ? ', and you are getting stronger' : ''
    const when = known.away ? 'the 8 weeks before you stopped' : 'the last 8 weeks'
    reasons.push(`You did this in ${times} over ${when}${better}.`)
  }
  return [...reasons, ...dose.reasons]
}
