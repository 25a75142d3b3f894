import type { MeasurementRow } from '#db/measurements/measurements.ts'
import type { WorkoutDraft } from '#db/workouts/rows.ts'
import { measurementInput, workoutInput } from '#interchange/drafts.ts'
import type { ImportedWorkout } from '#interchange/model.ts'
import { createYielder } from '#lib/yield.ts'
import { draftMeasurement } from '../measurements/shape.ts'
import { draftWorkout } from '../workouts/draft.ts'
import { inTimeZone } from '../workouts/time-zone.ts'
import type { NameMeaning } from './names.ts'
import type { Plan } from './plan.ts'
import type { ImportRows } from './prepared-import.ts'

/** The user, and the time zone of the file. */
export interface FileContext {
  readonly userId: string
  readonly timeZone: string
}

/** The rows of a plan. */
export function rowsOf(
  context: FileContext,
  plan: Plan,
  meanings: ReadonlyMap<string, NameMeaning>,
  now: number,
  signal?: AbortSignal,
): ImportRows {
  const stamps = { createdAt: now, updatedAt: now, deletedAt: null, seq: 0 }
  return {
    async *workouts() {
      const pause = createYielder(signal)
      for (const { id, item, revision } of plan.workouts) {
        const draft = draftOf(context, id, item, meanings)
        yield { ...draft, workout: { ...draft.workout, ...stamps, revision } }
        await pause()
      }
    },
    async measurements() {
      const pause = createYielder(signal)
      const rows: MeasurementRow[] = []
      for (const { id, item, revision } of plan.measurements) {
        const draft = draftMeasurement(context.userId, id, measurementInput(context.userId, item))
        rows.push({ ...draft, ...stamps, revision })
        await pause()
      }
      return rows
    },
  }
}

/** The rows of one workout of a file. */
export function draftOf(
  { userId, timeZone }: FileContext,
  id: string,
  workout: ImportedWorkout,
  meanings: ReadonlyMap<string, NameMeaning>,
): WorkoutDraft {
  const exerciseIdOf = (name: string) => {
    const meaning = meanings.get(name)
    if (!meaning) throw new Error('no exercise is assigned to a name in the file')
    return meaning.exerciseId
  }
  const input = workoutInput(userId, workout, exerciseIdOf)
  return inTimeZone(draftWorkout(userId, id, input, noId), workout.timeZone ?? timeZone)
}

function noId(): string {
  throw new Error('a part of an imported workout has no id')
}
