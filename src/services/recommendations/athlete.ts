import type { Profile } from '#db/accounts/users.ts'
import { fromJson } from '#db/engine/json.ts'
import { findExerciseFacts } from '#db/exercises/facts.ts'
import { listPlannedWorkouts } from '#db/runs/run-workouts.ts'
import type { Reader } from '#db/schema/index.ts'
import { findLastPhase } from '#db/training-log/phase.ts'
import {
  lastStartBefore,
  listTrainedSets,
  listTrainedSetsOf,
  type TrainedSetRow,
} from '#db/training-log/trained-sets.ts'
import { listProgressions } from '#db/training-settings/progressions.ts'
import { listSoreness } from '#db/training-settings/soreness.ts'
import type { Instants } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import { dayNumber, userDays } from '#training/days.ts'
import { fatigueWindow } from '#training/fatigue/fatigue.ts'
import type { AthleteLog, ChosenScheme } from '#training/recommend/athlete-log.ts'
import { consideredSets } from '#training/recommend/considered-sets.ts'
import { landmarksFor } from '../analytics/landmarks.ts'
import { loadContext } from '../analytics/log.ts'
import { cutOf } from '../training-log/cut.ts'
import { type Doubts, doubtsOf, withoutDoubts } from '../training-log/doubts.ts'
import { type LiftMemory, liftMemory } from '../training-log/lift-memory.ts'
import { LoggedTrainedSet } from '../training-log/trained-set.ts'
import { chosenSchemes } from './scheme.ts'

/** The request that recommendations are for. */
export interface AthleteLogOptions {
  /** The time of the workout, in milliseconds since 1970; may be in the future. */
  readonly at: number
  /** Later sets don't count. */
  readonly now: number
  /** The requested unit. By default, the unit in which each exercise was last logged. */
  readonly unit?: Schemas['WeightUnit'] | undefined
  /** The available equipment. By default, the profile's. */
  readonly equipment?: readonly Schemas['Equipment'][] | undefined
  readonly formula?: Schemas['OneRepMaxFormula'] | undefined
  /** An exercise to include no matter how long ago it was done. */
  readonly exerciseId?: string | undefined
}

/** A phase ends this long after its last workout, in milliseconds. */
const phaseTime = 14 * dayMs

/** Reads the sets that recommendations are based on, see `consideredSets`, and what else they depend on. */
export async function athleteLog(
  db: Reader,
  user: Profile,
  options: AthleteLogOptions,
): Promise<AthleteLog & { readonly memory: LiftMemory; readonly doubts: Doubts }> {
  const { at, now, formula, exerciseId } = options
  const unit = options.unit ?? user.unit
  const days = userDays(user)
  const schemes = chosenSchemes(await listProgressions(db, user.id))
  const source = {
    sets: (span: Instants) => listTrainedSets(db, user.id, span),
    setsOf: (id: string, span: Instants & { readonly limit: number }) =>
      listTrainedSetsOf(db, user.id, id, span),
    lastStartBefore: (time: number) => lastStartBefore(db, user.id, time),
  }
  const considered = await consideredSets(source, { at, until: Math.min(at, now), schemes, exerciseId })
  const doubts = await doubtsOf(db, user)
  const { rows } = withoutDoubts(considered, doubts)
  const ids = new Set([...rows.map((row) => row.exerciseId), ...schemes.keys()])
  if (exerciseId !== undefined) ids.add(exerciseId)
  const exercises = await findExerciseFacts(db, user.id, ids)
  const { bodyweightAt, frameOf } = await loadContext(db, user.id, rows, exercises, { days, unit })
  const landmarks = await landmarksFor(db, user, Math.min(at, now))
  const unitByExercise = options.unit === undefined ? lastUnits(rows) : undefined
  const unitOf = (id: string) => unitByExercise?.get(id)
  return {
    sets: rows.map(
      (row) => new LoggedTrainedSet(row, unitOf(row.exerciseId) ?? unit, frameOf(row.workoutId)),
    ),
    exercises,
    equipmentOf: (id) => exercises.get(id)?.equipment,
    bodyweightAt,
    days,
    at,
    unit,
    unitOf,
    equipment: options.equipment ?? (user.equipment === null ? undefined : fromJson(user.equipment)),
    plates: user.plates === null ? undefined : fromJson(user.plates),
    soreness: await listSoreness(db, user.id, { from: at - fatigueWindow, before: at + 1 }),
    schemes,
    inPrograms: await plannedSince(db, user.id, schemes, at),
    memory: await liftMemory(db, user, Math.min(at, now)),
    doubts,
    landmarks,
    experience: user.experience ?? undefined,
    birthYear: user.birthYear ?? undefined,
    goal: user.goal ?? undefined,
    workoutsPerWeek: user.workoutsPerWeek ?? undefined,
    competitionDay: user.competitionDay === null ? undefined : dayNumber(user.competitionDay),
    phase: await findLastPhase(db, user.id, { from: at - phaseTime, before: Math.min(at, now) + 1 }),
    cut: await cutOf(db, user, days, days.dayOf(at), now),
    formula,
  }
}

/**
 * The workouts of programs since the first scheme was chosen. They matter because each slot of a program is judged
 * separately.
 */
async function plannedSince(
  db: Reader,
  userId: string,
  schemes: ReadonlyMap<string, ChosenScheme>,
  at: number,
): Promise<ReadonlySet<string>> {
  if (schemes.size === 0) return new Set()
  const since = Array.from(schemes.values(), (chosen) => chosen.since ?? Number.MIN_SAFE_INTEGER)
  return listPlannedWorkouts(db, userId, { from: Math.min(...since), before: at + 1 })
}

/** The unit in which each exercise was last logged; `rows` are oldest first. */
function lastUnits(rows: readonly TrainedSetRow[]): Map<string, Schemas['WeightUnit']> {
  const units = new Map<string, Schemas['WeightUnit']>()
  for (const { exerciseId, weightUnit, assistanceUnit } of rows) {
    const unit = weightUnit ?? assistanceUnit
    if (unit !== null) units.set(exerciseId, unit)
  }
  return units
}
