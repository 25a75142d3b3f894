import type { ImportProblem, Snap, Snapped } from './model.ts'

/** How many problems and snaps are listed one by one. */
const listedProblems = 1000
const listedSnaps = 20

/** Collects what the user should know about a file while it is read. */
export class Report {
  readonly problems: ImportProblem[] = []
  problemCount = 0
  skippedRows = 0
  #snaps = 0
  readonly #examples: Snap[] = []

  /** Records a problem; one with the effect `row_skipped` counts `rows` rows as left out. */
  add(problem: ImportProblem, rows = 1): void {
    this.problemCount++
    if (problem.effect === 'row_skipped') this.skippedRows += rows
    if (this.problems.length < listedProblems) this.problems.push(problem)
  }

  snap(snap: Snap): void {
    this.#snaps++
    if (this.#examples.length < listedSnaps) this.#examples.push(snap)
  }

  get snapped(): Snapped {
    return { count: this.#snaps, examples: this.#examples }
  }
}
