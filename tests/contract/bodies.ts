import type { Schemas } from '#generated/types.ts'
import { programBodies, runBody } from './program-bodies.ts'

let created = 0

function newId(): string {
  return Bun.randomUUIDv7()
}

/**
 * An exercise with every field. Each call uses a different name, because a user's exercises need unique
 * names.
 */
export function exerciseBody(id: string = newId()): Schemas['ExerciseInput'] {
  return {
    id,
    name: `Sample Press ${++created}`,
    aliases: ['Sample Lift'],
    category: 'push',
    pattern: 'horizontal_push',
    mechanic: 'compound',
    force: 'push',
    equipment: 'barbell',
    difficulty: 'beginner',
    tracking: 'weight_reps',
    unilateral: false,
    perHand: true,
    bodyweightShare: 0.5,
    cues: ['Stand tall.'],
    engagement: [
      { muscle: 'chest', percent: 80 },
      { muscle: 'triceps', percent: 40 },
    ],
  }
}

/** A workout with every field. `rir` is in a separate set, because a set has either `rir` or `rpe`. */
export function workoutBody(id: string = newId()): Schemas['WorkoutInput'] {
  return {
    id,
    name: 'Push A',
    startedAt: '2026-03-02T17:02:00.000Z',
    timeZone: 'Europe/Berlin',
    endedAt: '2026-03-02T18:05:00.000Z',
    notes: 'felt strong',
    plan: { runId: newId(), cycle: 1, week: 'w1', day: 'push' },
    energy: 4,
    exertion: 7.5,
    phase: 'build',
    overreached: ['chest', 'quads'],
    bodyweight: { value: 82.4, unit: 'kg' },
    exercises: [
      {
        id: newId(),
        exerciseId: 'barbell-bench-press',
        slot: 'bench',
        supersetGroup: 1,
        notes: 'pause reps',
        sets: [
          {
            id: newId(),
            type: 'normal',
            weight: { value: 100, unit: 'kg' },
            assistance: { value: 5, unit: 'lb' },
            reps: 5,
            durationSeconds: 40,
            distance: { value: 10, unit: 'm' },
            rpe: 8.5,
            side: 'both',
            restSeconds: 180,
            completedAt: '2026-03-02T17:20:00.000Z',
            notes: 'slow',
            target: {
              reps: { min: 5, max: 8 },
              openEnded: true,
              weight: { value: 100, unit: 'kg' },
              rpe: 8,
              rir: 2,
              tempo: '3-1-X-0',
              key: 'top',
              durationSeconds: 30,
              distance: { value: 10, unit: 'm' },
            },
          },
          { type: 'failure', weight: { value: 80, unit: 'kg' }, reps: 12, rir: 0, confirmed: true },
        ],
      },
    ],
  }
}

/** A measurement of each kind of unit. */
export function measurementBodies(
  id: string = newId(),
): [Schemas['MeasurementInput'], ...Schemas['MeasurementInput'][]] {
  const measuredAt = '2026-03-02T06:30:00.000Z'
  return [
    { id, kind: 'bodyweight', value: 82.4, unit: 'kg', measuredAt, notes: 'fasted' },
    { id, kind: 'body_fat', value: 18.5, unit: 'percent', measuredAt, notes: 'calipers' },
    { id, kind: 'waist', value: 84, unit: 'cm', measuredAt, notes: 'relaxed' },
  ]
}

/** Pushes with one mutation each. Together they have every kind of resource and every field. */
export function pushBodies(epoch: string): [Schemas['SyncPush'], ...Schemas['SyncPush'][]] {
  const mutation = (id: string) => ({ mutationId: newId(), id, op: 'put' as const, baseRevision: 0 })
  const measurementPush = (kind: 0 | 1 | 2): Schemas['SyncPush'] => {
    const id = newId()
    const value = measurementBodies(id)[kind]
    if (!value) throw new Error(`there is no measurement ${kind}`)
    return { epoch, mutations: [{ ...mutation(id), resource: 'measurement', value }] }
  }
  const workout = newId()
  const exercise = newId()
  const program = newId()
  const run = newId()
  return [
    {
      epoch,
      mutations: [
        {
          ...mutation(workout),
          resource: 'workout',
          value: workoutBody(workout),
          superseded: { ...workoutBody(workout), notes: 'superseded' },
        },
      ],
    },
    { epoch, mutations: [{ ...mutation(exercise), resource: 'exercise', value: exerciseBody(exercise) }] },
    measurementPush(0),
    measurementPush(1),
    measurementPush(2),
    ...programBodies(program).map((value): Schemas['SyncPush'] => ({
      epoch,
      mutations: [{ ...mutation(program), resource: 'program', value }],
    })),
    { epoch, mutations: [{ ...mutation(run), resource: 'run', value: runBody(run) }] },
  ]
}

/** A FitNotes file with one workout. Each call uses a different day. */
export function importBody(): Schemas['ImportUpload'] {
  const day = new Date(Date.UTC(2020, 0, ++created)).toISOString().slice(0, 10)
  const rows = [
    'Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment',
    `${day},Sample Lift,Back,35.0,kgs,10,,,,`,
    `${day},Another Lift,Back,20.0,kgs,8,,,,`,
  ]
  return { file: new Blob([`${rows.join('\n')}\n`]), timezone: 'Europe/Berlin', unit: 'kg' }
}
