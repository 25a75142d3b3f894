import type { Lifter, SimulatedRun } from './simulated-run.ts'

/** Logs the next `count` workouts, or fewer if the run ends. Returns the step of each, and its sets in the slots. */
export function setsPerWorkout(
  run: SimulatedRun,
  count: number,
  slots: readonly string[],
  lifter?: Lifter,
): string[][] {
  const rows: string[][] = []
  for (let workout = 0; workout < count && run.state.next; workout++) {
    const { week, day } = run.state.next
    const texts = slots.map((slot) => run.sets(slot)).filter((text) => text !== '')
    if (texts.length > 0) rows.push([`${week} ${day}`, ...texts])
    run.train(lifter)
  }
  return rows
}
