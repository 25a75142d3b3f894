import { weightUnits } from '../units.ts'
import { type Decide, doneText, lighterStart, repeatSet, toDoText } from './decision.ts'
import type { Lift } from './lift.ts'
import { isLightDay } from './light-days.ts'
import type { GzclpScheme } from './schemes.ts'
import type { Session } from './types.ts'

/** The stages of tier 2, each of three sets. */
const tier2Reps = [10, 8, 6] as const
const setsOfTier = 3

/** The amount added to the last weight of the 3 × 10 stage after the last stage was missed. */
const tier2Restart = { kg: 7.5, lb: 15 } as const

/** Tier 3: three sets of 15, the last one open-ended; once it reaches 25 reps, the weight rises. */
const tier3 = { reps: 15, raiseFrom: 25, step: { kg: 2.5, lb: 5 } } as const

const grams = (amounts: { readonly kg: number; readonly lb: number }, { unit }: Lift) =>
  amounts[unit] * weightUnits[unit].canonical

/** The starting weight: the last one, or less if its sets had far fewer reps. */
function startingWeight(lift: Lift, first: Session, reps: number): number | undefined {
  return lighterStart(lift, first, reps, false) ?? first.weight
}

/**
 * GZCLP, tier 2 (Cody Lefever): 3 × 10, on failure 3 × 8 and 3 × 6 at the same weight; each success adds weight.
 * Failing the last stage means a restart, 15 lb above the last 3 × 10 weight. If no 3 × 10 has succeeded since the
 * previous restart, it starts 15 lb above the last successful one, so that the weight doesn't rise with every failure.
 */
export const decideTier2: Decide<GzclpScheme> = ({ scheme, before, since, lift }) => {
  const last = since.at(-1) ?? before.at(-1)
  const first = before.at(-1) ?? since[0]
  const start = first && startingWeight(lift, first, tier2Reps[0])
  if (!last || start === undefined) return { undecided: 'No set with a weight has been logged yet.' }
  let weight = start
  let stage = 0
  let tensWeight = start
  let madeTensWeight = start
  let isUnproven = false
  let rule = 'gzclp.start'
  let judged = last
  for (const [index, session] of since.entries()) {
    if (session.weight === undefined) continue
    if (index > 0 && isLightDay(since, index, weight)) continue
    judged = session
    weight = session.weight
    const reps = tier2Reps[stage] ?? tier2Reps[0]
    if (stage === 0) tensWeight = weight
    if (session.atWeight.filter((set) => set.reps >= reps).length >= setsOfTier) {
      if (stage === 0) {
        madeTensWeight = weight
        isUnproven = false
      }
      const raised = lift.raised(weight, lift.increment(scheme.incrementGrams))
      rule = raised === undefined ? 'gzclp.heaviest' : 'gzclp.raised'
      weight = raised ?? weight
    } else if (stage + 1 < tier2Reps.length) {
      stage++
      rule = 'gzclp.next_stage'
    } else {
      stage = 0
      const restartBase = isUnproven ? madeTensWeight : tensWeight
      weight = lift.raised(restartBase, grams(tier2Restart, lift)) ?? restartBase
      isUnproven = true
      rule = 'gzclp.restart'
    }
  }
  const reps = tier2Reps[stage] ?? tier2Reps[0]
  const sets = repeatSet(setsOfTier, { weight: lift.loadable(weight), reps: { min: reps, max: reps } })
  return { rule, sets, reasons: [reasonFor(rule, lift, judged, toDoText(lift, sets))], sessions: [last] }
}

/**
 * GZCLP, tier 3 (Cody Lefever): 3 × 15+; 25 reps in the last set add 5 lb. A weight that is far too heavy for 15 reps
 * is lowered.
 */
export const decideTier3: Decide<GzclpScheme> = ({ scheme, before, since, lift }) => {
  const last = since.at(-1) ?? before.at(-1)
  const first = before.at(-1) ?? since[0]
  const start = first && startingWeight(lift, first, tier3.reps)
  if (!last || start === undefined) return { undecided: 'No set with a weight has been logged yet.' }
  let weight = start
  let rule = 'gzclp.start'
  let judged = last
  for (const [index, session] of since.entries()) {
    if (session.weight === undefined) continue
    if (index > 0 && isLightDay(since, index, weight)) continue
    judged = session
    weight = session.weight
    rule = 'gzclp.same'
    if ((session.atWeight.at(-1)?.reps ?? 0) < tier3.raiseFrom) continue
    const raised = lift.raised(weight, scheme.incrementGrams ?? grams(tier3.step, lift))
    rule = raised === undefined ? 'gzclp.heaviest' : 'gzclp.raised'
    weight = raised ?? weight
  }
  const lighter = lighterStart(lift, judged, tier3.reps, true)
  if (lighter) rule = 'gzclp.lighter'
  const sets = repeatSet(setsOfTier, {
    weight: lighter ?? lift.loadable(weight),
    reps: { min: tier3.reps, max: tier3.reps },
  }).map((set, index) => (index === setsOfTier - 1 ? { ...set, openEnded: true as const } : set))
  return { rule, sets, reasons: [reasonFor(rule, lift, judged, toDoText(lift, sets))], sessions: [last] }
}

function reasonFor(rule: string, lift: Lift, last: Session, next: string): string {
  const didText = doneText(lift, last.atWeight)
  switch (rule) {
    case 'gzclp.raised':
      return `You did ${didText}, so move up to ${next}.`
    case 'gzclp.heaviest':
      return `You did ${didText}, but nothing heavier can be loaded: repeat ${next}.`
    case 'gzclp.next_stage':
      return `You missed with ${didText}, so keep the weight and do fewer reps: ${next}.`
    case 'gzclp.restart':
      return `You missed the last stage with ${didText}, so start over, heavier than your last sets of ten: ${next}.`
    case 'gzclp.same':
      return `You did ${didText}: repeat ${next} until the last set reaches ${tier3.raiseFrom} reps.`
    case 'gzclp.lighter':
      return `${didText} is well short of ${tier3.reps} reps, so start lighter: ${next}.`
    default:
      return `Start with ${next}.`
  }
}
