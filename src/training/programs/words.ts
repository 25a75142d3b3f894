import type { Schemas } from '#generated/types.ts'
import { countText } from '#lib/count-text.ts'
import { listText } from '#lib/list-text.ts'
import { amountText } from '../progression/text.ts'
import type { PlannedSlot } from './plan-step.ts'
import type { Program, ProgramLift } from './program.ts'
import type { CurrentBase } from './program-run.ts'

type Unit = Schemas['WeightUnit']
type Cause = NonNullable<CurrentBase['cause']>

/** Explains a base. */
export function causeText({ kind, reps, neededReps, weightGrams, week }: Cause, unit: Unit): string {
  if (kind === 'set') return 'Set by you.'
  const where = week === undefined ? '' : `Week ${week}, `
  const weightPrefix = weightGrams === undefined ? '' : `${amountText(weightGrams, unit)}: `
  const needed = neededReps === undefined ? '' : `, ${neededReps} needed`
  const text = `${where}${weightPrefix}${countText(reps ?? 0, 'rep')}${needed}.`
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** Explains the loads of a slot. */
export function loadText(
  program: Program,
  { slot, baseGrams }: PlannedSlot,
  week: string,
  unit: Unit,
): string {
  const percents = percentsOf(program, slot, week)
  const lift = program.lifts?.find(({ key }) => key === slot.lift)
  if (percents.length === 0 || baseGrams === undefined || !lift) return 'As the program prescribes.'
  const text = baseText(lift, baseGrams, unit)
  return percents.every((percent) => percent === 100)
    ? `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
    : `${listText([...new Set(percents)])}% of ${text}.`
}

/** `your 100 kg training max`. */
export const baseText = ({ base }: Pick<ProgramLift, 'base'>, baseGrams: number, unit: Unit): string =>
  `your ${amountText(baseGrams, unit)} ${base === 'training_max' ? 'training max' : 'working weight'}`

/** The percentages of the base that a slot's sets use in a week, in the order of the sets. */
export function percentsOf(
  program: Pick<Program, 'waves'>,
  { sets, wave }: PlannedSlot['slot'],
  week: string,
): number[] {
  const weekSets = sets ?? waveSets(program, wave, week)
  return weekSets.flatMap(({ load }) => (load?.of === 'base' ? load.percent : []))
}

function waveSets(program: Pick<Program, 'waves'>, wave: string | undefined, week: string) {
  const weeks = program.waves?.find(({ key }) => key === wave)?.weeks
  return weeks?.find((entry) => entry.week === week)?.sets ?? []
}
