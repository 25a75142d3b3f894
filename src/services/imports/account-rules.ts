import type { AccountRules } from '#interchange/model.ts'
import { checkLandmarks } from '../analytics/landmarks.ts'
import { checkEngagement } from '../exercises/shape.ts'
import { checkContent } from '../programs/rules.ts'
import { checkScheme } from '../recommendations/scheme.ts'
import { checkLocalDates, checkWorkout } from '../workouts/rules.ts'

/** The contract's rules for what an account export contains. */
export const accountRules: AccountRules = {
  exercises: checkEngagement,
  workouts: (workout) => [...checkWorkout(workout), ...checkLocalDates(workout, workout.timeZone)],
  progressions: ({ progression }) =>
    checkScheme(progression).map((problem) => ({ ...problem, pointer: `/progression${problem.pointer}` })),
  programs: (program) => checkContent(program),
  landmarks: checkLandmarks,
}
