/** The position of the last exercise on a page, after which the next page starts. */
export interface ExercisePosition {
  /** The name, case-folded unless sorted by relevance. */
  readonly name: string
  readonly id: string
  /** If sorted by engagement or by last use: see `ListedExercise`. */
  readonly value?: number
  /** If sorted by relevance: see `SearchMatch`. */
  readonly rank?: number[]
  /**
   * If sorted by relevance: the exercises that the user had logged most when the first page was listed, so that the
   * order is the same on all pages.
   */
  readonly used?: string[]
}
