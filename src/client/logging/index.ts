/**
 * `replog/client/logging`: what a logger does with workouts, on top of `replog/client`. Each function reads the
 * workout as it is shown and puts it changed, so calls at the same time, in other tabs or on other devices are
 * merged by set and field: none undoes another.
 *
 *     const workout = activeWorkout(replog) ?? (await startWorkout(replog, { name: 'Push A' }))
 *     const { sets } = await addExercise(replog, workout.id, 'barbell-bench-press', [planned])
 *     await logSet(replog, workout.id, sets[0].id)
 *     await finish(replog, workout.id)
 */
export { addExercise, addSet, finish, logSet, removeSet } from './edit-workout.ts'
export { exportLog, type LogFile } from './export-log.ts'
export { isDone, planOf, resultsOf } from './plan.ts'
export { activeWorkout, startWorkout, type WorkoutToStart } from './start-workout.ts'
