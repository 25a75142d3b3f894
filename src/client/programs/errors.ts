/** Thrown if the needed revision of the program isn't on the device yet. `refresh` fetches it. */
export class UnknownProgramError extends Error {
  override readonly name = 'UnknownProgramError'

  constructor() {
    super('this revision of the program is not on the device')
  }
}

/** Thrown if the step has a workout in progress. */
export class AlreadyStartedError extends Error {
  override readonly name = 'AlreadyStartedError'
  readonly workoutId: string

  constructor(workoutId: string) {
    super('a workout of this step is in progress')
    this.workoutId = workoutId
  }
}

/** Thrown if the run is paused or has ended, or if its program has no next step. */
export class RunClosedError extends Error {
  override readonly name = 'RunClosedError'

  constructor() {
    super('the run is paused or has ended')
  }
}
