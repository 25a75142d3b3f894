import { muscles } from '../types.ts'
import { muscleText } from './candidates.ts'
import { hasEnoughNew } from './new-exercises.ts'
import { roundToHalf, setsText } from './reasons.ts'
import type { Search } from './search-state.ts'
import type { EmptyCode, Omission } from './types.ts'

/**
 * The muscles that aren't in the workout, and why: they are excluded, still fatigued, have enough sets, or have to
 * wait for another day.
 */
export function muscleOmissions(search: Search): Omission[] {
  const { request, fatigue, needs, planned, part } = search
  const enoughNew = hasEnoughNew(search)
  return muscles.flatMap((muscle): Omission[] => {
    const name = muscleText(muscle)
    if (request.avoid?.includes(muscle))
      return [{ code: 'avoided', muscle, text: `${name}: you asked to avoid it.` }]
    const muscleFatigue = fatigue.get(muscle)
    if (muscleFatigue?.state === 'fatigued') {
      const text = `${name}: still ${Math.round(muscleFatigue.fatigue)}% fatigued from earlier workouts.`
      return [{ code: 'fatigued', muscle, text }]
    }
    const need = needs.get(muscle)
    const sets = (need?.done ?? 0) + (planned.get(muscle)?.sets ?? 0)
    if (!need || planned.has(muscle)) return []
    if (part && !part.has(muscle))
      return [{ code: 'other_day', muscle, text: `${name}: planned for another day of your week.` }]
    if (sets >= need.min)
      return [
        {
          code: 'enough_sets',
          muscle,
          text: `${name}: ${setsText(roundToHalf(sets))} in the last 7 days ${roundToHalf(sets) === 1 ? 'is' : 'are'} enough for now.`,
        },
      ]
    const reason = enoughNew
      ? `saved for next time, because ${search.maxNew} new exercises are enough to learn at once`
      : 'other muscles came first'
    return [
      {
        code: enoughNew ? 'new_exercises' : 'time',
        muscle,
        text: `${name}: ${roundToHalf(sets)} of ${setsText(need.min)} in the last 7 days; ${reason}.`,
      },
    ]
  })
}

/** Why a workout is empty, in words. */
export const emptyTexts = {
  no_time: 'There isn’t enough time for even one exercise.',
  no_equipment: 'No exercise works with that equipment.',
  all_excluded: 'Every possible exercise was excluded or works a muscle you asked to avoid.',
  nothing_recovered: 'Every muscle that could be trained is still fatigued, so rest today.',
  competition: 'Your competition is in two days or less: rest until then.',
  nothing_needed: 'Every muscle has had its sets this week, so rest today.',
} as const satisfies Record<EmptyCode, string>

/** Why a workout is empty, from the reasons that excluded the exercises. */
export function emptyCode(
  omissions: readonly Omission[],
  openCount: number,
  tried: ReadonlyMap<string, Omission>,
): EmptyCode {
  const codes = new Set([...tried.values()].map(({ code }) => code))
  if (codes.has('time')) return 'no_time'
  if (codes.has('would_overload')) return 'nothing_recovered'
  if (openCount > 0) return 'nothing_needed'
  const reasons = new Set(omissions.map(({ code }) => code))
  if (reasons.has('fatigued')) return 'nothing_recovered'
  if (reasons.has('avoided')) return 'all_excluded'
  if (omissions.length > 0 && omissions.every(({ code }) => code === 'excluded')) return 'all_excluded'
  return 'no_equipment'
}
