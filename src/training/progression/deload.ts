import type { Decision, PlannedSet } from './decision.ts'
import { sameWeight, toDo } from './decision.ts'
import type { Lift } from './lift.ts'
import type { DeloadOffer, PrescribedSet, Session } from './types.ts'

/** When a lighter workout is offered, and how much lighter (training.md part 5). */
export const deloadRules = { percent: 10, afterDays: 14, fromFatigue: 60, afterMisses: 3 } as const

/** What speaks for a lighter workout. */
export interface DeloadSigns {
  /** Days since the last workout with the exercise. */
  readonly days: number
  readonly plateau: boolean
  /** The highest of its primary muscles, 0–100. */
  readonly fatigue: number
}

/** How many workouts in a row, the last ones, had a set under the reps aimed at, at one weight. */
function missesInARow(sessions: readonly Session[], fewest: number): number {
  const last = sessions.at(-1)
  let misses = 0
  for (const { weight, atWeight } of sessions.toReversed()) {
    if (!sameWeight(weight, last?.weight) || !atWeight.some(({ reps }) => reps < fewest)) break
    misses++
  }
  return misses
}

function causeOf(
  signs: DeloadSigns,
  decision: Decision,
  sessions: readonly Session[],
): { readonly cause: DeloadOffer['cause']; readonly text: string } | undefined {
  const { afterDays, fromFatigue, afterMisses } = deloadRules
  if (signs.days > afterDays)
    return { cause: 'break', text: `The last workout with it was ${signs.days} days ago.` }
  if (signs.plateau && signs.fatigue >= fromFatigue) {
    const text = `It has stood still for weeks and its muscles are at ${Math.round(signs.fatigue)} % fatigue.`
    return { cause: 'plateau', text }
  }
  const fewest = decision.sets[0]?.reps?.min ?? 0
  const stays = decision.rule === 'double.stay' || decision.rule === 'sum.stay'
  const misses = decision.rule === 'double.stay' ? missesInARow(sessions, fewest) : 0
  if (stays && misses >= afterMisses)
    return { cause: 'missed', text: `Under ${fewest} reps in ${misses} workouts running.` }
  return undefined
}

/**
 * The lighter workout that is offered beside a prescription: 10 % less after more than 14 days without the exercise, or on a plateau with its
 * muscles fatigued; and where double progression has stayed under its fewest reps three times running, since no amount of trying the
 * same again is a plan. Undefined when nothing speaks for it, or nothing lighter can be loaded.
 */
export function deloadOffer(
  decision: Decision,
  sessions: readonly Session[],
  lift: Lift,
  signs: DeloadSigns,
  prescribe: (set: PlannedSet) => PrescribedSet,
): DeloadOffer | undefined {
  const found = causeOf(signs, decision, sessions)
  const last = sessions.at(-1)
  if (!found || !last) return undefined
  const { percent } = deloadRules
  const base = (weight: number) => Math.min(weight, last.weight ?? weight)
  const sets = decision.sets.map((set) =>
    set.weight === undefined ? set : { ...set, weight: lift.lowered(base(set.weight), percent, last) },
  )
  if (
    !sets.some(
      ({ weight }, index) => weight !== undefined && weight < (decision.sets[index]?.weight ?? weight),
    )
  )
    return undefined
  const text = `${found.text} A lighter workout is a way back: about ${percent} % less, ${toDo(lift, sets)}.`
  return { cause: found.cause, percent, sets: sets.map(prescribe), text }
}
