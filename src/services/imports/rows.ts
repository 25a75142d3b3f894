import type { MeasurementRow } from '#db/measurements/measurements.ts'
import { measurementInput, workoutInput } from '#interchange/drafts.ts'
import { createYielder } from '#lib/yield.ts'
import { draftMeasurement } from '../measurements/shape.ts'
import { draftWorkout } from '../workouts/draft.ts'
import type { Meaning } from './names.ts'
import type { Plan } from './plan.ts'
import type { ImportRows } from './ready.ts'

/** The rows of a plan. */
export function rowsOf(
  userId: string,
  plan: Plan,
  meanings: ReadonlyMap<string, Meaning>,
  now: number,
): ImportRows {
  const stamps = (revision: number, seq: number) => ({
    revision,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    seq,
  })
  const exerciseIdOf = (name: string) => {
    const meaning = meanings.get(name)
    if (!meaning) throw new Error('a name in the file means nothing')
    return meaning.exerciseId
  }
  return {
    async *workouts() {
      const pause = createYielder()
      for (const [index, { id, item, revision }] of plan.workouts.entries()) {
        const draft = draftWorkout(userId, id, workoutInput(userId, item, exerciseIdOf), noId)
        yield { ...draft, workout: { ...draft.workout, ...stamps(revision, index + 1) } }
        await pause()
      }
    },
    async measurements() {
      const pause = createYielder()
      const rows: MeasurementRow[] = []
      for (const [index, { id, item, revision }] of plan.measurements.entries()) {
        const draft = draftMeasurement(userId, id, measurementInput(userId, item))
        rows.push({ ...draft, ...stamps(revision, plan.workouts.length + index + 1) })
        await pause()
      }
      return rows
    },
  }
}

function noId(): string {
  throw new Error('a part of an imported workout has no id')
}
