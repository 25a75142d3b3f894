import type { components } from '../../../generated/types.ts'
import { instant } from '../../db/instant.ts'
import type { MeasurementRow } from '../../db/measurements.ts'
import type { WorkoutAggregate } from '../../db/workouts/rows.ts'
import { breather } from '../../interchange/breathe.ts'
import { partId } from '../../interchange/identity.ts'
import type { ImportedSet, ImportedWorkout } from '../../interchange/model.ts'
import { draftMeasurement } from '../measurements/shape.ts'
import { draftWorkout } from '../workouts/draft.ts'
import type { Meaning } from './names.ts'
import type { Plan } from './plan.ts'

type Words = components['schemas']

/** The rows that a plan comes to. `seq` counts from 1. */
export async function rowsOf(
  userId: string,
  plan: Plan,
  meanings: ReadonlyMap<string, Meaning>,
  now: number,
): Promise<{ readonly workouts: WorkoutAggregate[]; readonly measurements: MeasurementRow[] }> {
  const pause = breather()
  let seq = 0
  const stamps = (revision: number) => ({
    revision,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    seq: ++seq,
  })
  const workouts: WorkoutAggregate[] = []
  for (const { id, item, revision } of plan.workouts) {
    const draft = draftWorkout(userId, id, inputOf(id, item, meanings), noId)
    workouts.push({ ...draft, workout: { ...draft.workout, ...stamps(revision) } })
    await pause()
  }
  const measurements: MeasurementRow[] = []
  for (const { id, item, revision } of plan.measurements) {
    // The reader gives each kind a unit that it takes; the types can't say so of two fields.
    const input = { ...item, measuredAt: instant(item.measuredAt) } as Words['MeasurementInput']
    measurements.push({ ...draftMeasurement(userId, id, input), ...stamps(revision) })
    await pause()
  }
  return { workouts, measurements }
}

function noId(): string {
  throw new Error('a part of an imported workout has no id')
}

function inputOf(
  id: string,
  workout: ImportedWorkout,
  meanings: ReadonlyMap<string, Meaning>,
): Words['WorkoutInput'] {
  const { name, notes, startedAt, endedAt } = workout
  return {
    id,
    startedAt: instant(startedAt),
    ...(name !== undefined && { name }),
    ...(notes !== undefined && { notes }),
    ...(endedAt !== undefined && { endedAt: instant(endedAt) }),
    exercises: workout.exercises.map((exercise, e) => {
      const meaning = meanings.get(exercise.name)
      if (!meaning) throw new Error('a name in the file means nothing')
      return {
        id: partId(id, e),
        exerciseId: meaning.exerciseId,
        ...(exercise.supersetGroup !== undefined && { supersetGroup: exercise.supersetGroup }),
        ...(exercise.notes !== undefined && { notes: exercise.notes }),
        sets: exercise.sets.map((set, s) => setOf(partId(id, e, s), set)),
      }
    }),
  }
}

function setOf(id: string, { line: _, ...set }: ImportedSet): Words['WorkoutSetInput'] {
  return { id, ...set }
}
