import { countText } from '#lib/count-text.ts'
import { effectiveReps, repsInReserve } from '../e1rm.ts'
import { oneRepMaxFromChart, percentOfMax } from '../rpe-chart.ts'
import { type Decide, doneText, repeatSet, setCount, toDoText } from './decision.ts'
import { withoutLightDays } from './light-days.ts'
import type { RpeScheme } from './schemes.ts'
import type { Session, WorkingSet } from './types.ts'

/** The default reps and effort. */
const rpeDefaults = { reps: 5, rpe: 8 } as const

/** In how many of the most recent workouts to look for a one-rep max. */
const lookBack = 3

interface BestSet {
  readonly set: WorkingSet
  readonly rpe: number
  readonly oneRepMax: number
}

/** The set with the highest one-rep max by the chart, within the window in which estimates are reliable. */
function bestByChart(session: Session, effortOf: (set: WorkingSet) => number): BestSet | undefined {
  let best: BestSet | undefined
  for (const set of session.sets) {
    if (set.weight === undefined || session.bodyGrams === undefined || effectiveReps(set) === undefined)
      continue
    const load = session.bodyGrams + set.weight
    const rpe = effortOf(set)
    const oneRepMax = oneRepMaxFromChart(load, set.reps, rpe)
    if (load > 0 && oneRepMax !== undefined && oneRepMax > (best?.oneRepMax ?? 0))
      best = { set, rpe, oneRepMax }
  }
  return best
}

const isLogged = (set: WorkingSet) => repsInReserve(set) !== undefined

/**
 * By effort: the weight is the one-rep max by the RPE chart × the chart's value for the target reps and RPE. The
 * one-rep max is the best of the latest workout that yields one, among the last three, so it follows the lifter's
 * strength up and down.
 */
export const decideRpe: Decide<RpeScheme> = ({ scheme, before, since, lift }) => {
  const reps = scheme.reps ?? rpeDefaults.reps
  const rpe = scheme.rpe ?? rpeDefaults.rpe
  const percent = percentOfMax(reps, rpe)
  if (percent === undefined)
    return { undecided: `The RPE chart has no row for ${countText(reps, 'rep')} at RPE ${rpe}.` }
  // A set of the scheme without a logged effort is assumed to have had the target effort if its reps were made.
  const effortOf = (isUnderScheme: boolean) => (set: WorkingSet) =>
    10 - (repsInReserve(set) ?? (isUnderScheme && set.reps >= reps ? 10 - (set.target?.rpe ?? rpe) : 0))
  const schemeSessions = new Set(since)
  const sessions = [...before, ...since]
  const regularSessions = new Set(withoutLightDays(sessions))
  // A light day counts if its effort was logged: its estimates are then as good as those of a heavy day.
  const usableSessions = sessions.filter(
    (session) => regularSessions.has(session) || session.sets.some(isLogged),
  )
  for (const session of usableSessions.slice(-lookBack).toReversed()) {
    const best = bestByChart(session, effortOf(schemeSessions.has(session)))
    const weight = best && lift.forLoad((best.oneRepMax * percent) / 100, session)
    if (!best || weight === undefined) continue
    const sets = repeatSet(setCount(scheme.sets, session), { weight, reps: { min: reps, max: reps }, rpe })
    const { set } = best
    const effort = isLogged(set)
      ? ` at RPE ${best.rpe}`
      : best.rpe < 10
        ? ` without a logged RPE (assumed ${best.rpe})`
        : ' without a logged RPE'
    const reason = `${doneText(lift, [set])}${effort} suggests a one-rep max of ${lift.weightText(Math.round(best.oneRepMax - (session.bodyGrams ?? 0)))}; take ${Math.round(percent * 10) / 10}% of it for ${reps} at RPE ${rpe}: ${toDoText(lift, sets)}.`
    const hint = isLogged(set)
      ? []
      : ['Log the RPE of your sets, and the weight will adapt to how strong you are that day.']
    return {
      rule: 'rpe.chart',
      sets,
      reasons: [reason, ...hint],
      sessions: [session],
      reserve: 10 - best.rpe,
    }
  }
  return {
    undecided:
      'No recent set gives a one-rep max estimate: that takes a weight, at most 12 reps, and at most 4 in reserve.',
  }
}
