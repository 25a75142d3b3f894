/** The position at which a page of exercises starts: after this one. */
export interface ExercisePlace {
  /** The name, case-folded unless sorted by relevance. */
  readonly name: string
  readonly id: string
  /** By engagement and by last use: see `ListedExercise`. */
  readonly value?: number
  /** By relevance: see `SearchMatch`. */
  readonly rank?: number[]
  /**
   * By relevance: the exercises that the user had logged most when the first page was listed, so that the
   * order stays the same on all pages.
   */
  readonly used?: string[]
}
