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
// @ts-expect-error A set needs a type.
const wrong: Schemas['WorkoutSetInput'] = { reps: 5 }

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
  wrong,
]
