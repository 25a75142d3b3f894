import type { BaseChange, BaseRule } from './program.ts'
import type { ProgramStep, RunSet } from './program-run.ts'

/** The result of the sets that a rule judges. */
export interface Judgment {
  /** Whether no set missed its target. */
  readonly made: boolean
  /** The reps that `steps` and `bonus` use. */
  readonly reps: number
  /** The last set judged. */
  readonly last: RunSet
}

/** A set that is lighter than its target by more than this share has missed it. */
const loadTolerance = 0.025

/** Whether a rule applies to a step at all. */
export function appliesTo({ weeks, days }: BaseRule, { week, day }: ProgramStep): boolean {
  return (weeks?.includes(week) ?? true) && (days?.includes(day) ?? true)
}

/** Whether a set is a working set with any reps, time or distance. */
export function isDone({ type, reps = 0, durationSeconds = 0, distanceMillimeters = 0 }: RunSet): boolean {
  return type !== 'warmup' && (reps > 0 || durationSeconds > 0 || distanceMillimeters > 0)
}

/** Judges the sets of a lift by their own targets. Undefined if there is nothing for the rule to judge. */
export function judge(rule: BaseRule, sets: readonly RunSet[]): Judgment | undefined {
  const judged = sets.filter(
    ({ type, target }) =>
      type !== 'warmup' && target?.reps !== undefined && (rule.set === undefined || target.key === rule.set),
  )
  const last = judged.at(-1)
  if (!last) return undefined
  const counted = rule.reps === 'sum' ? judged : [last]
  return {
    made: !judged.some(isShort),
    reps: counted.reduce((sum, { reps = 0 }) => sum + reps, 0),
    last,
  }
}

function isShort({ reps = 0, weightGrams, target }: RunSet): boolean {
  if (reps < (target?.reps?.min ?? 1)) return true
  const planned = target?.weightGrams
  return planned !== undefined && weightGrams !== undefined && weightGrams < (1 - loadTolerance) * planned
}

/** The changes that a judgment makes once it has occurred `inARow` times in a row. */
export function changesFor(rule: BaseRule, { made, reps }: Judgment, inARow: number): readonly BaseChange[] {
  if (!made) return rule.missed && inARow >= (rule.afterMissed ?? 1) ? [rule.missed] : []
  const changes: BaseChange[] = []
  if (rule.made && inARow >= (rule.afterMade ?? 1)) changes.push(rule.made)
  const step = rule.steps
    ?.filter(({ fromReps }) => reps >= fromReps)
    .reduce<{ readonly fromReps: number; readonly change: BaseChange } | undefined>(
      (best, step) => (best && best.fromReps >= step.fromReps ? best : step),
      undefined,
    )
  if (step) changes.push(step.change)
  const { bonus } = rule
  const bonusReps = bonus ? Math.min(bonus.max ?? Number.POSITIVE_INFINITY, reps - bonus.over) : 0
  if (bonus && bonusReps > 0) changes.push({ ...bonus.change, value: bonus.change.value * bonusReps })
  return changes
}
