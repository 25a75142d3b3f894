import { isHit, largeStep, moreWeight } from './earn-weight.ts'
import { chanceOf, repsAt } from './forecast.ts'
import type { Context } from './prescribe-context.ts'
import type { LiftPrescription } from './prescription.ts'
import { isLow, sessionsBack, usualGap, workingLoad } from './structure.ts'

/** A gap that makes a comeback, and one that makes a repeat, in days. */
export const comebackGap = 28
const repeatGap = 14

/** The result of a rule. */
export type RuleResult = Pick<
  LiftPrescription,
  'rule' | 'load' | 'reps' | 'lastSetOpen' | 'waiting' | 'untested'
>

/** The decision of the first rule that matches. */
export function decide(context: Context): RuleResult {
  return comeback(context) ?? repeat(context) ?? goBack(context) ?? newRange(context) ?? progress(context)
}

function comeback(context: Context): RuleResult | undefined {
  const { gap, working, expected, low } = context
  if (gap <= comebackGap) return undefined
  const load = likely(context, working, low, 0.4)
  const fits = chanceOf(expected, load, low) >= 0.4
  const reps = fits ? low : Math.max(1, Math.min(low, Math.floor(repsAt(expected, load))))
  return { rule: 'comeback', load, reps: repeated(reps, context.sets), lastSetOpen: false }
}

function repeat({ gap, lift, working, done }: Context): RuleResult | undefined {
  const usual = usualGap(lift)
  if (gap <= repeatGap || (usual !== undefined && gap <= 1.5 * usual)) return undefined
  return { rule: 'repeat', load: working, reps: done.map((reps) => Math.max(1, reps)), lastSetOpen: false }
}

/** How much heavier than last time the return may be, as a factor, unless last time was planned to be light. */
const largestReturn = 1.25

/** After a light day or a deload: halfway back to the main load, in a limited step. */
function goBack(context: Context): RuleResult | undefined {
  const { lift, main, low, sets, options } = context
  const last = lift.recent.at(-1)
  const before = lift.recent.at(-2)
  if (!last || !before || sessionsBack(lift) > 1) return undefined
  const lastLoad = workingLoad(last.sets)
  const wasLow = isLow(lastLoad, main)
  const beforeWasLow = isLow(workingLoad(before.sets), main)
  if (!wasLow || (beforeWasLow && !last.deload)) return undefined
  const halfway = (lastLoad + main) / 2
  const most = last.planned ? halfway : Math.min(halfway, largestReturn * lastLoad)
  const load = likely(context, options.loads.atMost(most), low, last.deload ? 0.4 : 0.5)
  return { rule: 'return', load, reps: repeated(easyReps(context, load), sets), lastSetOpen: false }
}

function newRange(context: Context): RuleResult | undefined {
  const { options, expected, low, sets } = context
  if (!options.isNewRange) return undefined
  const start = options.loads.atMost(Math.exp(expected.center) / (1 + (low + 1) / 30))
  const load = likely(context, start, low, 0.5)
  return { rule: 'new_range', load, reps: repeated(easyReps(context, load), sets), lastSetOpen: false }
}

function progress(context: Context): RuleResult {
  const { low, top, working, done, sets, lift, anchor, step } = context
  const hit = isHit(context, done)
  const more = moreWeight(context)
  if (more && more.kind !== 'waits') {
    const { load, reps, kind } = more
    const untested = kind === 'earned' ? {} : { untested: kind }
    return { rule: 'add_weight', load, reps: repeated(reps, sets), lastSetOpen: false, ...untested }
  }
  const failed = done.every((reps) => reps === 0)
  if (failed || (step <= largeStep * working && fellShortTwice(context))) {
    const down = context.options.loads.atMost(working - step / 2)
    const load = likely(context, down, low, 0.6)
    return { rule: 'step_back', load, reps: repeated(easyReps(context, load), sets), lastSetOpen: false }
  }
  if (hit || more) {
    const reps = done.map((count) =>
      Math.min(Math.max(count, top + 2), count + (context.range.fixed ? 0 : 1)),
    )
    return {
      rule: 'hold',
      load: working,
      reps,
      lastSetOpen: true,
      ...(more && { waiting: { reps: more.reps, chance: chanceOf(context.expected, more.load, more.reps) } }),
    }
  }
  const logsEffort = anchor.sets.some(({ rir }) => rir !== undefined)
  const reps = asUsual(done, sets).map((count) => Math.max(count, Math.min(top, count + 1)))
  return { rule: 'add_reps', load: working, reps, lastSetOpen: !logsEffort && lift.sessions % 4 === 0 }
}

/** Pads the reps to the usual number of sets, so that a workout cut short doesn't shorten the next one. */
function asUsual(done: readonly number[], sets: number): number[] {
  return Array.from({ length: sets }, (_, index) => done[index] ?? done.at(-1) ?? 0)
}

/** Short of the range twice at the load, and the best set no better the second time. */
function fellShortTwice({ slot, working, low }: Context): boolean {
  const [before, last] = slot.slice(-2).map(({ sets }) => {
    const reps = sets.filter(({ load }) => load === working).map((set) => set.reps)
    return reps.length === 0 ? undefined : Math.max(...reps)
  })
  if (before === undefined || last === undefined) return false
  return before < low && last < low && last <= before
}

/** The largest available load not above `from` at which the reps are likely enough; at least 60 % of the working load. */
function likely({ expected, working, options }: Context, from: number, reps: number, chance: number): number {
  const floor = 0.6 * working
  let load = options.loads.atMost(from)
  while (load > floor && chanceOf(expected, load, reps) < chance) {
    const lighter = options.loads.below(load)
    if (lighter === undefined || lighter < floor) break
    load = lighter
  }
  return load
}

/** One rep more than what is prescribed is this likely. */
const easy = 0.8

/** The reps at a lighter load: no fewer than are easy there, up to the top of the range. */
function easyReps({ expected, low, range }: Context, load: number): number {
  let reps = low
  while (reps < range.high && chanceOf(expected, load, reps + 2) >= easy) reps++
  return reps
}

function repeated(reps: number, sets: number): number[] {
  return new Array<number>(sets).fill(reps)
}
