import type { Program } from './program.ts'
import type { ProgramStep } from './program-run.ts'

/**
 * The step of a run's current cycle with this week, day, or both, preferring the current week. Undefined if the program
 * has none.
 */
export function stepAt(
  { weeks }: Pick<Program, 'weeks'>,
  next: ProgramStep | undefined,
  { week, day }: { readonly week?: string | undefined; readonly day?: string | undefined },
): ProgramStep | undefined {
  const matchingWeek = weeks
    .filter(({ key }) => week === undefined || key === week)
    .toSorted((a, b) => Number(b.key === next?.week) - Number(a.key === next?.week))
    .find(({ days }) => day === undefined || days.includes(day))
  const chosenDay = day ?? matchingWeek?.days[0]
  return matchingWeek && chosenDay !== undefined
    ? { cycle: next?.cycle ?? 1, week: matchingWeek.key, day: chosenDay }
    : undefined
}
