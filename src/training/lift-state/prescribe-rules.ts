import { chanceOf, repsAt } from './forecast.ts'
import type { Context } from './prescribe-context.ts'
import type { LiftPrescription } from './prescription.ts'
import { raiseHabitOf, raiseShare } from './raise-habit.ts'
import { isLow, sessionsBack, usualGap, workingLoad } from './structure.ts'

/** A gap that makes a comeback, and one that makes a repeat, in days. */
const comebackGap = 28
const repeatGap = 14
/** A step of more than this share of the load is a jump: reps go further before it. */
const largeStep = 0.12

/** What a rule decides. */
export type Decided = Pick<LiftPrescription, 'rule' | 'load' | 'reps' | 'lastSetOpen' | 'waiting'>

/** The decision of the first rule that matches. */
export function decide(context: Context): Decided {
  return comeback(context) ?? repeat(context) ?? goBack(context) ?? newRange(context) ?? progress(context)
}

function comeback(context: Context): Decided | undefined {
  const { gap, working, expected, low } = context
  if (gap <= comebackGap) return undefined
  const load = likely(context, working, low, 0.4)
  const fits = chanceOf(expected, load, low) >= 0.4
  const reps = fits ? low : Math.max(1, Math.min(low, Math.floor(repsAt(expected, load))))
  return { rule: 'comeback', load, reps: repeated(reps, context.sets), lastSetOpen: false }
}

function repeat({ gap, lift, working, done }: Context): Decided | undefined {
  const usual = usualGap(lift)
  if (gap <= repeatGap || (usual !== undefined && gap <= 1.5 * usual)) return undefined
  return { rule: 'repeat', load: working, reps: done.map((reps) => Math.max(1, reps)), lastSetOpen: false }
}

/** How much heavier than the last time the way back may be, unless that was light by plan. */
const largestReturn = 1.25

/** After a light day or a deload: halfway back to the main load, but not in a leap. */
function goBack(context: Context): Decided | undefined {
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
  return { rule: 'return', load, reps: repeated(low, sets), lastSetOpen: false }
}

function newRange(context: Context): Decided | undefined {
  const { options, expected, low, sets } = context
  if (!options.isNewRange) return undefined
  const start = options.loads.atMost(Math.exp(expected.center) / (1 + (low + 1) / 30))
  return {
    rule: 'new_range',
    load: likely(context, start, low, 0.5),
    reps: repeated(low, sets),
    lastSetOpen: false,
  }
}

function progress(context: Context): Decided {
  const { up, low, top, working, done, sets, lift, anchor, step } = context
  const hit = isHit(context, done)
  const earned = up !== undefined && earnsWeight(context, up, hit)
  const waiting = earned && !isEasy(context, up) && staysUsually(context)
  if (earned && !waiting) {
    return { rule: 'add_weight', load: up, reps: repeated(low, sets), lastSetOpen: false }
  }
  const failed = done.every((reps) => reps === 0)
  if (failed || (step <= largeStep * working && fellShortTwice(context))) {
    const down = context.options.loads.atMost(working - step / 2)
    return {
      rule: 'step_back',
      load: likely(context, down, low, 0.6),
      reps: repeated(low, sets),
      lastSetOpen: false,
    }
  }
  const leap = waiting || staysUsually(context) ? undefined : leapOf(context)
  if (leap) return leap
  if (hit || waiting) {
    const reps = done.map((count) =>
      Math.min(Math.max(count, top + 2), count + (context.range.fixed ? 0 : 1)),
    )
    const chance = waiting ? { waiting: chanceOf(context.expected, up, low) } : {}
    return { rule: 'hold', load: working, reps, lastSetOpen: true, ...chance }
  }
  const logsEffort = anchor.sets.some(({ rir }) => rir !== undefined)
  const reps = asUsual(done, sets).map((count) => Math.min(top, count + 1))
  return { rule: 'add_reps', load: working, reps, lastSetOpen: !logsEffort && lift.sessions % 4 === 0 }
}

/** As many sets as usual: a workout cut short doesn't make the next one short. */
function asUsual(done: readonly number[], sets: number): number[] {
  return Array.from({ length: sets }, (_, index) => done[index] ?? done.at(-1) ?? 0)
}

/** All sets at the top, or the first one there and the others near enough for the next load. */
function isHit({ top, need, step, working }: Context, done: readonly number[]): boolean {
  if (done.every((reps) => reps >= top)) return true
  const enough = step > largeStep * working ? 0.8 * need : need
  return (done[0] ?? 0) >= top && done.every((reps) => reps >= enough)
}

function earnsWeight(context: Context, up: number, hit: boolean): boolean {
  const { expected, low, range, done } = context
  const chance = chanceOf(expected, up, low)
  if (hit && chance >= 0.4) return true
  if (heldAtTop(context, up) && chance >= 0.3) return true
  const allInRange = done.every((reps) => reps >= low)
  if (allInRange && done.some((reps) => reps > range.high) && chanceOf(expected, up, low + 2) >= 0.75)
    return true
  return isEasy(context, up)
}

/** Past so many reps, more of them say no more about strength. */
const tellingReps = 20
/** Whoever had no more reps than this a few sessions ago doesn't train with twenty by choice. */
const climbsFrom = 18
/** A leap leaves at least so many reps. */
const leastReps = 5

/** Where all sets have had twenty reps or more: the next load, a large step away, with fewer reps. */
function leapOf({ lift, up, working, done, low, expected, sets }: Context): Decided | undefined {
  if (up === undefined || up <= (1 + largeStep) * working) return undefined
  const hasClimbed = lift.recent.some((session) =>
    session.sets.some(({ load, reps }) => load === working && reps <= climbsFrom),
  )
  if (!hasClimbed || done.some((reps) => reps < tellingReps)) return undefined
  let reps = Math.min(low, tellingReps)
  while (reps >= leastReps && chanceOf(expected, up, reps) < 0.5) reps--
  if (reps < leastReps) return undefined
  return { rule: 'add_weight', load: up, reps: repeated(reps, sets), lastSetOpen: false }
}

/** All sets in the range, with effort logged that leaves more than two reps. */
function isEasy({ expected, low, done, anchor }: Context, up: number): boolean {
  const reserves = anchor.sets.flatMap(({ rir }) => (rir === undefined ? [] : [rir]))
  const easy = reserves.length > 0 && Math.min(...reserves) >= 2.5
  return easy && done.every((reps) => reps >= low) && chanceOf(expected, up, low) >= 0.6
}

/** A lifter who raises in fewer cases than this is asked for more weight only now and then. */
const usualShare = 0.6
const insistEvery = 4

/** Whether the lifter usually stays at a weight that they have made, and hasn't just made it for the fourth time. */
function staysUsually(context: Context): boolean {
  const { lift, options } = context
  const own = raiseHabitOf(lift, (reps) => isHit(context, reps))
  if (raiseShare(own, options.habit ?? { raises: 0, choices: 0 }) >= usualShare) return false
  const times = timesMade(context)
  const isAll = times * context.sessionsBack >= lift.recent.length
  return (isAll ? lift.sessions : times) % insistEvery !== 0
}

/** In how many sessions of this kind running, of those kept, the load was made. */
function timesMade(context: Context): number {
  const { lift, working, sessionsBack: back } = context
  let times = 0
  for (let at = lift.recent.length - back; at >= 0; at -= back) {
    const sets = lift.recent[at]?.sets ?? []
    const reps = sets.filter(({ load }) => load === working).map((set) => set.reps)
    if (workingLoad(sets) !== working || !isHit(context, reps)) break
    times++
  }
  return times
}

/** Three sessions at the load, the last two all at the top, and the next load not missed lately. */
function heldAtTop({ lift, working, top, low }: Context, up: number): boolean {
  const last = lift.recent.slice(-3)
  if (last.length < 3 || last.some(({ sets }) => workingLoad(sets) !== working)) return false
  const missed = lift.recent.some(({ sets }) => sets.some(({ load, reps }) => load >= up && reps < low))
  return (
    !missed &&
    last.slice(1).every(({ sets }) => sets.every(({ load, reps }) => load < working || reps >= top))
  )
}

/** Short of the range twice at the load, and the best set no better the second time. */
function fellShortTwice({ lift, working, low }: Context): boolean {
  const [before, last] = lift.recent.slice(-2).map(({ sets }) => {
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

function repeated(reps: number, sets: number): number[] {
  return new Array<number>(sets).fill(reps)
}
