import type { MeasurementRow } from '../../db/measurements.ts'
import type { WorkoutAggregate } from '../../db/workouts/rows.ts'
import { breather } from '../../interchange/breathe.ts'
import { measurementInput, workoutInput } from '../../interchange/drafts.ts'
import { draftMeasurement } from '../measurements/shape.ts'
import { draftWorkout } from '../workouts/draft.ts'
import type { Meaning } from './names.ts'
import type { Plan } from './plan.ts'
import type { ImportRows } from './ready.ts'

/** The rows that a plan comes to. `seq` counts from 1. */
export async function rowsOf(
  userId: string,
  plan: Plan,
  meanings: ReadonlyMap<string, Meaning>,
  now: number,
): Promise<ImportRows> {
  const pause = breather()
  let seq = 0
  const stamps = (revision: number) => ({
    revision,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    seq: ++seq,
  })
  const exerciseIdOf = (name: string) => {
    const meaning = meanings.get(name)
    if (!meaning) throw new Error('a name in the file means nothing')
    return meaning.exerciseId
  }
  const workouts: WorkoutAggregate[] = []
  for (const { id, item, revision } of plan.workouts) {
    const draft = draftWorkout(userId, id, workoutInput(userId, item, exerciseIdOf), noId)
    workouts.push({ ...draft, workout: { ...draft.workout, ...stamps(revision) } })
    await pause()
  }
  const measurements: MeasurementRow[] = []
  for (const { id, item, revision } of plan.measurements) {
    const draft = draftMeasurement(userId, id, measurementInput(userId, item))
    measurements.push({ ...draft, ...stamps(revision) })
    await pause()
  }
  return { workouts, measurements }
}

function noId(): string {
  throw new Error('a part of an imported workout has no id')
}
