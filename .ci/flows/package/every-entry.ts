import { createId, createReplog, type WorkoutToPut } from '@replog/client'
import { createReplogClient, type Schemas } from '@replog/client/api'
import { openCatalogue } from '@replog/client/catalogue'
import { exportLog, planOf, startWorkout } from '@replog/client/logging'
import { openPrograms } from '@replog/client/programs'
import { estimateOneRepMax } from '@replog/client/training'

const set: Schemas['WorkoutSetInput'] = { id: createId(), type: 'normal', reps: 5 }
const workout: WorkoutToPut = {
  startedAt: new Date().toISOString(),
  exercises: [{ exerciseId: 'barbell-back-squat', sets: [set] }],
}
/** Whether the type of a set is optional: `false` below doesn't compile if the package has lost its types. */
type IsTypeOptional = { reps: number } extends Schemas['WorkoutSetInput'] ? true : false
const isTypeOptional: IsTypeOptional = false

export const used = [
  createReplog,
  createReplogClient,
  openCatalogue,
  openPrograms,
  exportLog,
  planOf,
  startWorkout,
  estimateOneRepMax,
  workout,
  isTypeOptional,
]
