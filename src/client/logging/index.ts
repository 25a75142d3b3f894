/**
 * `replog/client/logging`: the actions of a logger on workouts, on top of `replog/client`. An edit reads the current
 * workout and puts a changed one. Concurrent edits, in other tabs or on other devices, are merged by set and field, so
 * none undoes another.
 *
 *     const workout = activeWorkout(replog) ?? (await startWorkout(replog, { name: 'Push A' }))
 *     const { exercises } = await addExercise(replog, workout.id, 'barbell-bench-press', [planned])
 *     await logSet(replog, workout.id, exercises.at(-1).sets[0].id)
 *     await finish(replog, workout.id)
 */
export { addExercise, addSet, finish, logSet, removeSet } from './edit-workout.ts'
export { exportLog, type LogFile } from './export-log.ts'
export { isDone, planOf, resultsOf } from './plan.ts'
export { activeWorkout, startWorkout, type WorkoutToStart } from './start-workout.ts'
