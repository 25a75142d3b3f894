import type { ImportProblem, Rounding, Roundings } from './model.ts'

/** How many problems and rounded figures are listed one by one. */
const maxListedProblems = 1000
const listedRoundings = 20

/** Collects what the user should know about a file while it is read. */
export class Report {
  problemCount = 0
  skippedRows = 0
  readonly #skipped: ImportProblem[] = []
  readonly #others: ImportProblem[] = []
  #roundings = 0
  readonly #examples: Rounding[] = []

  /** Records a problem; one with the effect `row_skipped` counts `rows` rows as left out. */
  add(problem: ImportProblem, rows = 1): void {
    this.problemCount++
    const isSkipped = problem.effect === 'row_skipped'
    if (isSkipped) this.skippedRows += rows
    const list = isSkipped ? this.#skipped : this.#others
    if (list.length < maxListedProblems) list.push(problem)
  }

  /** The first of them, skipped rows before all others, each in the order of the file. */
  get problems(): readonly ImportProblem[] {
    return [...this.#skipped.sort(byLine), ...this.#others.sort(byLine)].slice(0, maxListedProblems)
  }

  round(rounding: Rounding): void {
    this.#roundings++
    if (this.#examples.length < listedRoundings) this.#examples.push(rounding)
  }

  get rounded(): Roundings {
    return { count: this.#roundings, examples: this.#examples }
  }
}

function byLine(a: ImportProblem, b: ImportProblem): number {
  return (a.line ?? 0) - (b.line ?? 0)
}
