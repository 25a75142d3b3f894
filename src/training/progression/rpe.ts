import { effectiveReps, repsInReserve } from '../e1rm.ts'
import { oneRepMaxFromChart, percentOfMax } from '../rpe-chart.ts'
import { alike, type Decide, done, setCount, toDo } from './decision.ts'
import type { RpeScheme } from './schemes.ts'
import type { Session, WorkingSet } from './types.ts'

/** The default number of sets. */
const rpeDefaults = { reps: 5, rpe: 8 } as const

/** How many workouts back a one-rep max is looked for. */
const lookBack = 3

/** The set with the highest one-rep max by the chart, within the window where an estimate is worth giving. */
function bestByChart(session: Session): { readonly set: WorkingSet; readonly oneRepMax: number } | undefined {
  let best: { readonly set: WorkingSet; readonly oneRepMax: number } | undefined
  for (const set of session.sets) {
    if (set.weight === undefined || session.bodyGrams === undefined || effectiveReps(set) === undefined)
      continue
    const load = session.bodyGrams + set.weight
    const oneRepMax = oneRepMaxFromChart(load, set.reps, 10 - (repsInReserve(set) ?? 0))
    if (load > 0 && oneRepMax !== undefined && oneRepMax > (best?.oneRepMax ?? 0)) best = { set, oneRepMax }
  }
  return best
}

/**
 * By effort: the weight is the one-rep max by the RPE chart × the chart's value for the target reps and RPE.
 * The one-rep max is the best of the latest workout that yields one, among the last three: it follows the
 * day's form both ways.
 */
export const decideRpe: Decide<RpeScheme> = ({ scheme, before, since, lift }) => {
  const reps = scheme.reps ?? rpeDefaults.reps
  const rpe = scheme.rpe ?? rpeDefaults.rpe
  const percent = percentOfMax(reps, rpe)
  if (percent === undefined) return { undecided: `The RPE chart has no row for ${reps} reps at RPE ${rpe}.` }
  const recent = [...before, ...since].slice(-lookBack)
  for (const session of recent.toReversed()) {
    const best = bestByChart(session)
    const weight = best && lift.forLoad((best.oneRepMax * percent) / 100, session)
    if (!best || weight === undefined) continue
    const sets = alike(setCount(scheme.sets, session), { weight, reps: { min: reps, max: reps }, rpe })
    const { set } = best
    const effort =
      set.rpe !== undefined || set.rir !== undefined
        ? ` at RPE ${10 - (repsInReserve(set) ?? 0)}`
        : ' without an RPE'
    const reason = `${done(lift, [set])}${effort} gives ${lift.sayWeight(Math.round(best.oneRepMax - (session.bodyGrams ?? 0)))} for one rep; ${Math.round(percent * 10) / 10} % of it for ${reps} at RPE ${rpe}: ${toDo(lift, sets)}.`
    return { rule: 'rpe.chart', sets, reasons: [reason], sessions: [session] }
  }
  return {
    undecided:
      'No set of the last workouts gives an estimated one-rep max: it takes a weight, at most 12 reps and at most 4 in reserve.',
  }
}
