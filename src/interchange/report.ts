import type { ImportProblem, Rounding, Roundings } from './model.ts'

/** The maximum numbers of problems and rounded figures to list individually. */
const maxListedProblems = 1000
const maxListedRoundings = 20

/** Collects problems and roundings while a file is read, to report to the user. */
export class Report {
  problemCount = 0
  skippedRows = 0
  readonly #skipped: ImportProblem[] = []
  readonly #others: ImportProblem[] = []
  #roundingCount = 0
  readonly #examples: Rounding[] = []

  /** Adds a problem; one with the effect `row_skipped` counts `rows` rows as skipped. */
  add(problem: ImportProblem, rows = 1): void {
    this.problemCount++
    const isSkipped = problem.effect === 'row_skipped'
    if (isSkipped) this.skippedRows += rows
    const list = isSkipped ? this.#skipped : this.#others
    if (list.length < maxListedProblems) list.push(problem)
  }

  /** The first 1,000 problems: skipped rows first, then the others, each in the order of the file. */
  get problems(): readonly ImportProblem[] {
    return [...this.#skipped.sort(byLine), ...this.#others.sort(byLine)].slice(0, maxListedProblems)
  }

  addRounding(rounding: Rounding): void {
    this.#roundingCount++
    if (this.#examples.length < maxListedRoundings) this.#examples.push(rounding)
  }

  get rounded(): Roundings {
    return { count: this.#roundingCount, examples: this.#examples }
  }
}

function byLine(a: ImportProblem, b: ImportProblem): number {
  return (a.line ?? 0) - (b.line ?? 0)
}
