import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import { listSoreness } from '#db/training-settings/soreness.ts'
import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { userDays } from '#training/days.ts'
import { fatigueWindow } from '#training/fatigue/fatigue.ts'
import { fatigueMethod } from '#training/fatigue/fatigue-method.ts'
import { landmarkMethod } from '#training/landmarks.ts'
import { gramsFor } from '#training/log/performed-set.ts'
import { type MuscleEffect, simulateWorkout, type WeekOfSets } from '#training/simulate.ts'
import { fromGrams, rounded } from '#training/units.ts'
import { volumeMethods } from '#training/volume-methods.ts'
import { countedTraining } from '../training-log/doubts.ts'
import { plannedSet } from '../training-log/trained-set.ts'
import { draftWorkout } from '../workouts/draft.ts'
import { inTimeZone, timeZoneOf } from '../workouts/time-zone.ts'
import { readinessOf } from './fatigue-report.ts'
import { landmarksFor } from './landmarks.ts'
import { trainingLog } from './log.ts'
import { methodOf } from './method.ts'
import { muscleOf } from './volume-report.ts'

/**
 * The effect of an unsaved workout on top of earlier training. A saved workout with the same id is
 * ignored.
 */
export async function simulationOf(
  db: Reader,
  user: Profile,
  input: Schemas['WorkoutInput'],
  { unit, now }: { readonly unit: Schemas['WeightUnit']; readonly now: number },
): Promise<Schemas['SimulationReport']> {
  const { workout, ...contents } = inTimeZone(
    draftWorkout(user.id, input.id ?? newId(), input, newId),
    timeZoneOf(input) ?? user.timeZone,
  )
  const sets = contents.sets.map((set) => ({ ...set, workoutId: workout.id }))
  const at = workout.startedAt
  const range = { from: at - fatigueWindow, before: Math.min(at, now) + 1 }
  const { rows } = await countedTraining(db, user, range)
  const earlierRows = rows.filter(({ workoutId }) => workoutId !== workout.id)
  const log = await trainingLog(db, user, [...earlierRows, ...sets], { days: userDays(user), unit })
  const { bodyweightGrams } = workout
  const frame = {
    timeZone: workout.timeZone,
    bodyweightGrams: bodyweightGrams === null ? undefined : gramsFor(bodyweightGrams, unit),
  }
  const { totals, muscles } = simulateWorkout(
    sets.map((row) => plannedSet(row, unit, frame)),
    {
      ...log.context,
      at,
      log: log.sets.slice(0, earlierRows.length),
      soreness: await listSoreness(db, user.id, range),
      landmarks: await landmarksFor(db, user, now),
    },
  )
  return {
    startedAt: instant(at),
    totals: { volume: fromGrams(totals.volumeGrams, unit), sets: totals.sets, reps: totals.reps },
    muscles: muscles
      .filter(({ volume }) => volume.contributions.length > 0)
      .map((effect) => effectOf(effect, unit)),
    unknownLoadSets: totals.unknownLoadSets,
    methods: [
      volumeMethods.volume,
      volumeMethods.directSets,
      volumeMethods.fractionalSets,
      landmarkMethod,
      fatigueMethod,
    ].map(methodOf),
  }
}

function effectOf(effect: MuscleEffect, unit: Schemas['WeightUnit']): Schemas['SimulatedMuscle'] {
  const { state, fatigue, recoveredAt } = readinessOf(effect.after)
  return {
    ...muscleOf(effect.volume, unit),
    weekBefore: weekSets(effect.weekBefore),
    weekAfter: weekSets(effect.weekAfter),
    ...(effect.zone && { zone: effect.zone }),
    fatigueBefore: rounded(effect.before.fatigue, 2),
    fatigueAfter: fatigue,
    state,
    ...(recoveredAt !== undefined && { recoveredAt }),
  }
}

const weekSets = ({ directSets, fractionalSets }: WeekOfSets) => ({ directSets, fractionalSets })
