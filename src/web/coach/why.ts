import type { IconName } from '../parts/icon-names.ts'
import { numberText } from '../words.ts'
import type { Reasoning } from '../workout/advice-types.ts'

/** Why, in at most five words. */
export interface Why {
  readonly icon: IconName
  readonly text: string
}

/**
 * The reasons by the name of a rule without its scheme: `linear.raised` is `raised`. A rule has an arrow only if its
 * weights can’t go the other way.
 */
const reasons: Readonly<Record<string, Why>> = {
  add: { icon: 'arrow-up', text: 'a little more' },
  add_reps: { icon: 'plus', text: 'more reps, same weight' },
  build_reps: { icon: 'plus', text: 'reps first, then weight' },
  chart: { icon: 'equal', text: 'from your estimated max' },
  comeback: { icon: 'arrow-down', text: 'easy after a break' },
  counted: { icon: 'equal', text: 'the same again' },
  easy: { icon: 'arrow-down', text: 'easy after a long one' },
  heaviest: { icon: 'equal', text: 'the most you can load' },
  hold: { icon: 'equal', text: 'stay here for now' },
  kept: { icon: 'equal', text: 'the same again' },
  lighter: { icon: 'arrow-down', text: 'start lighter' },
  lowered: { icon: 'arrow-down', text: 'down after a miss' },
  missed: { icon: 'equal', text: 'missed: the same again' },
  new_range: { icon: 'equal', text: 'a new rep range' },
  next_cycle: { icon: 'arrow-up', text: 'a new cycle' },
  next_stage: { icon: 'equal', text: 'fewer reps per set' },
  next_week: { icon: 'calendar-days', text: 'the next week' },
  raised: { icon: 'arrow-up', text: 'made it last time' },
  repeat: { icon: 'equal', text: 'repeat last time' },
  reset: { icon: 'rotate-ccw', text: 'back after a miss' },
  restart: { icon: 'rotate-ccw', text: 'start over' },
  return: { icon: 'history', text: 'back toward your usual' },
  same: { icon: 'equal', text: 'the same again' },
  set: { icon: 'equal', text: 'the weight you set' },
  start: { icon: 'equal', text: 'starting weight' },
  stay: { icon: 'equal', text: 'stays until you make it' },
  step_back: { icon: 'arrow-down', text: 'step back' },
  test: { icon: 'equal', text: 'find a new max' },
}

/**
 * Gives the reason for a target. Undefined without a rule or a percentage that has one.
 *
 * @param reps the reps of the first set last time
 */
export function whyOf({ rule, share }: Reasoning, reps?: number | undefined): Why | undefined {
  if (rule === undefined) {
    if (!share) return undefined
    const { min, max, of } = share
    if (min === 100 && max === 100) return reasons.start
    const range = min === max ? '' : `${numberText(min)}–`
    return { icon: 'calendar-days', text: `${range}${numberText(max)}% of ${of.replace('_', ' ')}` }
  }
  const name = rule.slice(rule.indexOf('.') + 1)
  if (name === 'add_weight')
    return { icon: 'arrow-up', text: reps === undefined ? 'made it last time' : `made ${reps} last time` }
  return reasons[name]
}
