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
import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import { dayNumber, userDays } from '#training/days.ts'
import { fatigueWindow } from '#training/fatigue/fatigue.ts'
import { type AthleteLog, athleteWindows, type ChosenScheme } from '#training/recommend/athlete-log.ts'
import { landmarksFor } from '../analytics/landmarks.ts'
import { loadContext } from '../analytics/log.ts'
import { cutOf } from '../training-log/cut.ts'
import { type Doubts, doubtsOf, withoutDoubts } from '../training-log/doubts.ts'
import { type LiftMemory, liftMemory } from '../training-log/lift-memory.ts'
import { trainedSet } from '../training-log/trained-set.ts'
import { chosenSchemes } from './scheme.ts'

/** The request that recommendations are for. */
export interface AthleteQuestion {
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

/** How far back to read, in milliseconds: a day more than necessary, so that the first day is complete. */
const windowMs = athleteWindows.progress + dayMs

/** A phase ends this long after its last workout, in milliseconds. */
const phaseTime = 14 * dayMs

/** How many of the most recent sets of an exercise to read, no matter how long ago they were done. */
const lastSets = 100
/** More sets than anyone does of one exercise in a lifetime. */
const allSets = 1_000_000

/**
 * Reads a user's training of the last twelve weeks and, for each exercise with a chosen scheme,
 * everything since it was chosen.
 */
export async function athleteLog(
  db: Reader,
  user: Profile,
  question: AthleteQuestion,
): Promise<AthleteLog & { readonly memory: LiftMemory; readonly doubts: Doubts }> {
  const { at, now, formula, exerciseId } = question
  const unit = question.unit ?? user.unit
  const days = userDays(user)
  const from = at - windowMs
  const schemes = chosenSchemes(await listProgressions(db, user.id))
  const recent = await listTrainedSets(db, user.id, { from, before: Math.min(at, now) + 1 })
  const older = await olderSets(db, user.id, { from, schemes, exerciseId, recent })
  const doubts = await doubtsOf(db, user)
  const { rows } = withoutDoubts([...older, ...recent], doubts)
  const ids = new Set([...rows.map((row) => row.exerciseId), ...schemes.keys()])
  if (exerciseId !== undefined) ids.add(exerciseId)
  const exercises = await findExerciseFacts(db, user.id, ids)
  const { bodyweightAt, frameOf } = await loadContext(db, user.id, rows, exercises, { days, unit })
  const landmarks = await landmarksFor(db, user, Math.min(at, now))
  const unitByExercise = question.unit === undefined ? lastUnits(rows) : undefined
  const unitOf = (id: string) => unitByExercise?.get(id)
  return {
    sets: rows.map((row) => trainedSet(row, unitOf(row.exerciseId) ?? unit, frameOf(row.workoutId))),
    exercises,
    equipmentOf: (id) => exercises.get(id)?.equipment,
    bodyweightAt,
    days,
    at,
    unit,
    unitOf,
    equipment: question.equipment ?? (user.equipment === null ? undefined : fromJson(user.equipment)),
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
 * The workouts of programs since the first scheme was chosen, because each slot of a program is judged
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

/**
 * The sets older than twelve weeks that matter: everything since a scheme was chosen, the most recent sessions of the
 * requested exercise, or the training before a longer break.
 */
async function olderSets(
  db: Reader,
  userId: string,
  context: {
    readonly from: number
    readonly schemes: ReadonlyMap<string, ChosenScheme>
    readonly exerciseId: string | undefined
    readonly recent: readonly TrainedSetRow[]
  },
): Promise<TrainedSetRow[]> {
  const { from, schemes, exerciseId, recent } = context
  if (exerciseId === undefined && recent.length === 0) {
    const last = await lastStartBefore(db, userId, from)
    return last === undefined ? [] : listTrainedSets(db, userId, { from: last - windowMs, before: from })
  }
  const recentIds = new Set(recent.map((row) => row.exerciseId))
  const exerciseIds = exerciseId === undefined ? recentIds : new Set([exerciseId])
  const older: TrainedSetRow[] = []
  const readIds = new Set<string>()
  for (const id of exerciseIds) {
    const since = schemes.get(id)?.since
    const range =
      since !== undefined && since < from
        ? { from: since - windowMs, before: from, limit: allSets }
        : recentIds.has(id)
          ? undefined
          : { from: Number.MIN_SAFE_INTEGER, before: from, limit: lastSets }
    if (!range) continue
    older.push(...(await listTrainedSetsOf(db, userId, id, range)))
    readIds.add(id)
  }
  if (exerciseId === undefined) {
    const beforeBreak = await setsBeforeBreak(db, userId, recent, from)
    older.push(...beforeBreak.filter((row) => !readIds.has(row.exerciseId)))
  }
  return older.sort((a, b) => a.performedAt - b.performedAt)
}

/** A pause longer than this, in milliseconds, is a break. */
const breakMs = 28 * dayMs

/**
 * The training before a break that ended within the window, since users who return haven't done all their lifts yet.
 */
async function setsBeforeBreak(
  db: Reader,
  userId: string,
  [first]: readonly TrainedSetRow[],
  from: number,
): Promise<readonly TrainedSetRow[]> {
  if (first === undefined || first.performedAt < from + breakMs) return []
  const last = await lastStartBefore(db, userId, from)
  return last === undefined ? [] : listTrainedSets(db, userId, { from: last - windowMs, before: from })
}
