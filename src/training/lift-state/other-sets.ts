import type { Context } from './prescribe-context.ts'
import type { RuleResult } from './prescribe-rules.ts'
import type { LiftRule, OtherSet } from './prescription.ts'
import type { LiftSession } from './state.ts'
import { workingLoad } from './structure.ts'

/** The rules whose sessions have the same other sets as the previous one. Light sessions have only working sets. */
const rulesKeepingOtherSets: ReadonlySet<LiftRule> = new Set([
  'repeat',
  'add_weight',
  'hold',
  'add_reps',
  'step_back',
])
/** Sets under this share of the working load are warm-ups, whatever they are logged as. */
const warmUpShare = 0.4
/** How many of the most recent sessions of the same kind must have sets at other loads, because once may be chance. */
const usualSessions = 2

/** The sets at loads other than the working one, before the first working set and after it. */
export interface OtherSets {
  readonly before: readonly OtherSet[]
  readonly after: readonly OtherSet[]
}

/**
 * The sets that a lifter does before and after the working sets, in proportion to the new load: the ramp and the
 * back-off sets of 5/3/1, or the top set before a powerlifter's volume. None if the lifter doesn't do them every time.
 */
export function otherSets(
  { sessions, anchor, working, options }: Context,
  { rule, load }: RuleResult,
): OtherSets {
  const last = sessions.slice(-usualSessions)
  if (!rulesKeepingOtherSets.has(rule) || last.length < usualSessions || !last.every(hasOthers))
    return { before: [], after: [] }
  const first = anchor.sets.findIndex((set) => set.load === working)
  const before: OtherSet[] = []
  const after: OtherSet[] = []
  for (const [index, set] of anchor.sets.entries()) {
    if (!isOther(set.load, working)) continue
    const scaledLoad = load === working ? set.load : (set.load * load) / working
    const other = { load: options.loads.atMost(scaledLoad), reps: Math.max(1, set.reps) }
    if (index < first) before.push(other)
    else after.push(other)
  }
  return { before, after }
}

const isOther = (load: number, working: number) => load !== working && load >= warmUpShare * working

function hasOthers({ sets }: LiftSession): boolean {
  const working = workingLoad(sets)
  return sets.some(({ load }) => isOther(load, working))
}
