import { createMeasurement, createWorkout, getVolume, getWorkout, register, updateMe } from './out'
import { createClient } from './out/client'

const client = createClient({ baseUrl: process.argv[2] ?? '', throwOnError: true })
const { data: tokens } = await register({
  client,
  throwOnError: true,
  body: { email: 'hey-api@example.com', password: 'quiet marble kettles sing' },
})
const caller = { client, auth: tokens.accessToken, throwOnError: true } as const
const { data: created } = await createWorkout({
  ...caller,
  body: {
    startedAt: '2026-11-20T17:02:00.000Z',
    exercises: [
      {
        exerciseId: 'barbell-bench-press',
        sets: [{ type: 'normal', weight: { value: 100.25, unit: 'kg' }, reps: 5 }],
      },
    ],
  },
})
const { data: workout } = await getWorkout({ ...caller, path: { id: created.id } })
if (workout.exercises[0]?.sets[0]?.weight?.value !== 100.25) throw new Error('the weight is lost')
const { data: measurement } = await createMeasurement({
  ...caller,
  body: { kind: 'body_fat', value: 17.5, unit: 'percent', measuredAt: '2026-11-20T17:02:00.000Z' },
})
if (measurement.value !== 17.5) throw new Error('the measurement is lost')
const { data: profile } = await updateMe({
  ...caller,
  headers: { 'If-Match': '*' },
  body: { unit: 'lb', sex: 'female', birthYear: null },
})
if (profile.unit !== 'lb') throw new Error('the profile is not patched')
await getVolume({ ...caller, query: { from: '2026-11-01', to: '2026-11-30' } })
