import { findExercise } from '#db/exercises/find.ts'
import { type ExerciseDraft, isOwn, type OwnExerciseRow } from '#db/exercises/rows.ts'
import { deleteExercise } from '#db/exercises/save.ts'
import {
  deleteMeasurement,
  findMeasurement,
  insertMeasurement,
  type MeasurementDraft,
  type MeasurementRow,
  replaceMeasurement,
  reviveMeasurement,
} from '#db/measurements/measurements.ts'
import { findWorkout } from '#db/workouts/find.ts'
import type { WorkoutAggregate } from '#db/workouts/rows.ts'
import { deleteWorkout } from '#db/workouts/save.ts'
import type { Schemas } from '#generated/types.ts'
import type { Refused } from '#handlers/refused.ts'
import { addExercise, bringBackExercise, builtIn, changeExercise, readyExercise } from '../exercises/write.ts'
import { measurementIdTaken } from '../measurements/problems.ts'
import { draftMeasurement } from '../measurements/shape.ts'
import {
  addWorkout,
  bringBackWorkout,
  changeWorkout,
  type ReadyWorkout,
  readyOfflineWorkout,
  type SavedWorkout,
} from '../workouts/write.ts'
import { exerciseChange, measurementChange, presentWorkoutChange } from './present.ts'
import type { Resource, Stamps } from './resource.ts'

/** Workouts, as a push reads and writes them. */
export const pushedWorkouts: Resource<Schemas['WorkoutInput'], ReadyWorkout, WorkoutAggregate> = {
  find: findWorkout,
  stampsOf: ({ workout }) => workout,
  ready: readyOfflineWorkout,
  add: async (tx, ready, now) => stampsOfSaved(await addWorkout(tx, ready, now)),
  change: async (tx, kept, ready, now) => stampsOfSaved(await changeWorkout(tx, kept, ready, now)),
  bringBack: async (tx, kept, ready, now) => stampsOfSaved(await bringBackWorkout(tx, kept, ready, now)),
  remove: deleteWorkout,
  present: presentWorkoutChange,
}

function stampsOfSaved<Status extends number>(
  saved: SavedWorkout | Refused<Status>,
): Stamps | Refused<Status> {
  return 'problem' in saved ? saved : saved.workout.workout
}

/** A user's own exercises, as a push reads and writes them. */
export const pushedExercises: Resource<Schemas['ExerciseInput'], ExerciseDraft, OwnExerciseRow> = {
  async find(tx, userId, id) {
    const found = await findExercise(tx, userId, id)
    return found === undefined || isOwn(found) ? found : builtIn
  },
  stampsOf: (row) => row,
  ready: readyExercise,
  add: addExercise,
  change: changeExercise,
  bringBack: bringBackExercise,
  remove: deleteExercise,
  present: async (_, __, row) => exerciseChange(row),
}

/** Measurements, as a push reads and writes them. */
export const pushedMeasurements: Resource<Schemas['MeasurementInput'], MeasurementDraft, MeasurementRow> = {
  find: findMeasurement,
  stampsOf: (row) => row,
  ready: draftMeasurement,
  add: async (tx, draft, now) => (await insertMeasurement(tx, draft, now)) ?? measurementIdTaken,
  change: replaceMeasurement,
  bringBack: reviveMeasurement,
  remove: deleteMeasurement,
  present: async (_, __, row) => measurementChange(row),
}
