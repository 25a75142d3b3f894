import { lightestLifted } from '#training/lift-state/lightest-lifted.ts'
import { isAssistedExercise, isWeighted } from '#training/load.ts'
import { trainedSets } from '#training/log/from-workouts.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { memoryProgression } from '#training/progression/memory.ts'
import type { Prescription, ProgressionInput } from '#training/progression/types.ts'
import { isDone, isWork } from '../workout/model.ts'
import type { FigureLog } from './figure-log.ts'
import type { CoachQuestion } from './questions.ts'

type MemoryInput = Pick<ProgressionInput, 'memory' | 'bodyweightAt' | 'days' | 'losesWeight'>

/** What to do next time, according to the memory of the lift; undefined without a finished session. */
export function prescribe(
  { exercises, finished, unit, user, now: clock }: FigureLog,
  { exerciseId, plates, barGrams }: CoachQuestion,
  input: MemoryInput,
): Prescription | undefined {
  const now = clock()
  const facts = exercises.get(exerciseId)
  const workoutsWithLift = finished.filter((workout) =>
    workout.exercises.some(
      (entry) => entry.exerciseId === exerciseId && entry.sets.some((set) => isDone(set) && isWork(set)),
    ),
  )
  if (!facts || workoutsWithLift.length === 0) return undefined
  const { equipment, tracking } = facts
  const next = memoryProgression(
    {
      ...input,
      facts,
      sets: trainedSets(workoutsWithLift, { unit, before: now + 1, exerciseId }),
      unit,
      goal: user?.goal,
      loading: loadingFor({
        equipment,
        unit,
        plates,
        barGrams,
        assisted: tracking === 'bodyweight_reps',
        noLoad: isAssistedExercise(facts),
        lightestGrams: lightestLifted(input.memory),
        weighted: isWeighted(facts),
      }),
      now,
    },
    { scheme: 'memory' },
  )
  return next.status === 'prescription' ? next : undefined
}
