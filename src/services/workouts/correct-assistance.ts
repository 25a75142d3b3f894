import { assistedExercises } from '#catalogue/assisted.ts'
import { transact } from '#db/engine/transact.ts'
import type { Db } from '#db/schema/index.ts'
import {
  listWorkoutIdsWithExercises,
  markCorrected,
  usersToCorrect,
} from '#db/workouts/assistance-correction.ts'
import { findWorkout } from '#db/workouts/find.ts'
import type { SetRow } from '#db/workouts/rows.ts'
import { replaceWorkout } from '#db/workouts/save.ts'
import { yieldToRequests } from '#lib/yield.ts'
import { isAssistedExercise } from '#training/load.ts'

/**
 * Converts weights on assisted exercises to assistance, once per database: earlier releases accepted them
 * and counted them as load. Each affected workout gets a new revision, which the user's devices pull,
 * and the previous one is kept.
 */
export async function correctAssistance(db: Db, now: number, signal: AbortSignal): Promise<void> {
  const users = await usersToCorrect(db)
  for (const userId of users) {
    for (const id of await listWorkoutIdsWithExercises(db, userId, assistedExercises)) {
      if (signal.aborted) return
      await transact(db, userId, async (tx) => {
        const rows = await findWorkout(tx, userId, id)
        if (rows?.workout.deletedAt === null)
          await replaceWorkout(tx, rows, { ...rows, sets: rows.sets.map(correctSet) }, now)
      })
      await yieldToRequests()
    }
  }
  if (users.length > 0) await markCorrected(db)
}

function correctSet(set: SetRow): SetRow {
  const { exerciseId, weightValue, weightUnit, weightGrams, assistanceValue } = set
  const hasOnlyWeight = weightValue !== null && weightValue > 0 && assistanceValue === null
  if (!hasOnlyWeight || !isAssistedExercise({ id: exerciseId })) return set
  return {
    ...set,
    ...{ weightValue: null, weightUnit: null, weightGrams: null },
    ...{ assistanceValue: weightValue, assistanceUnit: weightUnit, assistanceGrams: weightGrams },
  }
}
