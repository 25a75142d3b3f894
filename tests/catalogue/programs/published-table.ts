import type { Lifter, SimulatedRun } from './simulated-run.ts'

/** Trains a number of workouts, or until the run ends. Returns a row for each: the step, then the sets of slots. */
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
