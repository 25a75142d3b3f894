import type { Database } from 'bun:sqlite'
import type { SetRow, WorkoutExerciseRow, WorkoutRow } from '#db/workouts/rows.ts'
import type { Schemas } from '#generated/types.ts'
import { json, notFound } from './json.ts'

type Input = Schemas['WorkoutInput']

const setColumns = [
  'userId',
  'workoutId',
  'id',
  'workoutExerciseId',
  'position',
  'type',
  'weightValue',
  'weightUnit',
  'weightGrams',
  'reps',
  'rpe',
  'restSeconds',
  'exerciseId',
  'performedAt',
] as const

/**
 * Workouts read and written by hand: three statements to read one, one transaction of prepared inserts to
 * write one.
 */
export function workoutRoutes(sqlite: Database, userId: string) {
  const workoutRow = sqlite.prepare<WorkoutRow, [string, string]>(
    'select * from workouts where "userId" = ? and id = ?',
  )
  const exerciseRows = sqlite.prepare<WorkoutExerciseRow, [string, string]>(
    'select * from "workoutExercises" where "userId" = ? and "workoutId" = ?',
  )
  const setRows = sqlite.prepare<SetRow, [string, string]>(
    'select * from sets where "userId" = ? and "workoutId" = ?',
  )
  const raiseSeq = sqlite.prepare<{ seq: number }, [string]>(
    'update users set seq = seq + 1 where id = ? returning seq',
  )
  const insertWorkout = sqlite.prepare(
    `insert into workouts ("userId", id, name, "searchText", "startedAt", "endedAt", revision, "createdAt", "updatedAt", seq)
     values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?)`,
  )
  const insertExercise = sqlite.prepare(
    `insert into "workoutExercises" ("userId", "workoutId", id, position, "exerciseId") values (?, ?, ?, ?, ?)`,
  )
  const insertSet = sqlite.prepare(
    `insert into sets (${setColumns.map((name) => `"${name}"`).join()}) values (${setColumns.map(() => '?').join()})`,
  )
  const bodyweightRow = sqlite.prepare<{ canonical: number }, [string, number]>(
    `select canonical from measurements where "userId" = +? and kind = 'bodyweight' and "deletedAt" is null
     and "measuredAt" <= +? order by "measuredAt" desc limit 1`,
  )
  /** What totals need to know about an exercise. The catalogue doesn't change while the floor runs. */
  const loads = new Map(
    sqlite
      .prepare<LoadFacts & { id: string }, []>(
        'select id, "perHand", "bodyweightShare" from exercises where "userId" is null',
      )
      .all()
      .map((row) => [row.id, row]),
  )
  const totalsAt = (exercises: readonly Totalled[], startedAt: number, endedAt: number | null) => {
    const movesBody = exercises.some(({ exerciseId }) => (loads.get(exerciseId)?.bodyweightShare ?? 0) > 0)
    const grams = movesBody ? (bodyweightRow.get(userId, startedAt)?.canonical ?? 0) : 0
    return totalsOf(exercises, startedAt, endedAt, loads, grams)
  }

  const write = sqlite.transaction((input: Input, id: string, now: number) => {
    const startedAt = Date.parse(input.startedAt)
    const endedAt = input.endedAt === undefined ? null : Date.parse(input.endedAt)
    const name = input.name ?? null
    const seq = raiseSeq.get(userId)?.seq ?? 0
    insertWorkout.run(userId, id, name, name?.toLowerCase() ?? '', startedAt, endedAt, now, now, seq)
    const exercises = input.exercises.map((exercise, position) => {
      const workoutExerciseId = Bun.randomUUIDv7()
      const { exerciseId } = exercise
      insertExercise.run(userId, id, workoutExerciseId, position, exerciseId)
      const sets = exercise.sets.map((set, place) => {
        const setId = Bun.randomUUIDv7()
        const { type, weight, reps, rpe, restSeconds } = set
        insertSet.run(
          userId,
          id,
          setId,
          workoutExerciseId,
          place,
          type,
          weight?.value ?? null,
          weight?.unit ?? null,
          weight ? Math.round(weight.value * 1000) : null,
          reps ?? null,
          rpe ?? null,
          restSeconds ?? null,
          exerciseId,
          startedAt,
        )
        return { id: setId, ...set }
      })
      return { id: workoutExerciseId, exerciseId, sets }
    })
    return { id, name: input.name, startedAt: input.startedAt, endedAt: input.endedAt, exercises }
  })

  return {
    get(id: string): Response {
      const row = workoutRow.get(userId, id)
      if (!row) return notFound()
      const sets = Map.groupBy(setRows.all(userId, id).sort(byPosition), (set) => set.workoutExerciseId)
      const exercises = exerciseRows
        .all(userId, id)
        .sort(byPosition)
        .map((exercise) => ({
          id: exercise.id,
          exerciseId: exercise.exerciseId,
          sets: (sets.get(exercise.id) ?? []).map(setOf),
        }))
      const { startedAt, endedAt } = row
      return json({
        id: row.id,
        name: row.name ?? undefined,
        startedAt: new Date(startedAt).toISOString(),
        endedAt: endedAt === null ? undefined : new Date(endedAt).toISOString(),
        energy: row.energy ?? undefined,
        exertion: row.exertion ?? undefined,
        exercises,
        totals: totalsAt(exercises, startedAt, endedAt),
        revision: row.revision,
        createdAt: new Date(row.createdAt).toISOString(),
        updatedAt: new Date(row.updatedAt).toISOString(),
      })
    },
    async post(request: Request): Promise<Response> {
      const input: Input = JSON.parse(await request.text())
      const now = Date.now()
      const workout = write.immediate(input, Bun.randomUUIDv7(), now)
      const ended = input.endedAt === undefined ? null : Date.parse(input.endedAt)
      const body = {
        ...workout,
        totals: totalsAt(workout.exercises, Date.parse(input.startedAt), ended),
        revision: 1,
        createdAt: new Date(now).toISOString(),
        updatedAt: new Date(now).toISOString(),
      }
      return json(body, 201)
    },
  }
}

function byPosition(a: { readonly position: number }, b: { readonly position: number }): number {
  return a.position - b.position
}

function setOf(row: SetRow) {
  return {
    id: row.id,
    type: row.type,
    weight: row.weightValue === null ? undefined : { value: row.weightValue, unit: row.weightUnit },
    reps: row.reps ?? undefined,
    rpe: row.rpe ?? undefined,
    restSeconds: row.restSeconds ?? undefined,
    completedAt: row.completedAt === null ? undefined : new Date(row.completedAt).toISOString(),
  }
}

interface Totalled {
  readonly exerciseId: string
  readonly sets: readonly {
    readonly type: string
    readonly weight?: { readonly value: number } | undefined
    readonly reps?: number | undefined
  }[]
}

interface LoadFacts {
  /** Whether the entered weight is per hand. */
  readonly perHand: number
  /** 0–1: the share of bodyweight that is moved. */
  readonly bodyweightShare: number
}

function totalsOf(
  exercises: readonly Totalled[],
  startedAt: number,
  endedAt: number | null,
  loads: ReadonlyMap<string, LoadFacts>,
  bodyweightGrams: number,
) {
  let grams = 0
  let count = 0
  let done = 0
  for (const { exerciseId, sets } of exercises) {
    const { perHand = 0, bodyweightShare = 0 } = loads.get(exerciseId) ?? {}
    for (const { type, weight, reps = 0 } of sets) {
      if (type === 'warmup' || reps === 0) continue
      count++
      done += reps
      grams +=
        Math.round((weight?.value ?? 0) * 1000 * (1 + perHand) + bodyweightGrams * bodyweightShare) * reps
    }
  }
  return {
    volume: { value: Math.round(grams / 10) / 100, unit: 'kg' },
    sets: count,
    reps: done,
    durationSeconds: endedAt === null ? undefined : Math.floor((endedAt - startedAt) / 1000),
  }
}
