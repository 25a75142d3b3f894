import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { dayMs } from '#training/day-ms.ts'
import { expectBody, log } from '../training.ts'

const now = Date.parse('2026-06-30T18:00:00Z')
const app = await testApp({ now })
const schemes: readonly Schemas['ProgressionScheme'][] = [
  { scheme: 'memory' },
  { scheme: 'double' },
  { scheme: 'linear', sets: 3, reps: 12 },
  { scheme: 'sum', totalReps: 30 },
  { scheme: 'two_for_two', reps: 10 },
]

for (const unit of ['kg', 'lb'] as const) {
  for (const scheme of schemes) {
    test(`${scheme.scheme} never adds weight to an assisted exercise that no longer needs assistance, in ${unit}`, async () => {
      const user = await app.register({ unit })
      const { response } = await user.client.PUT('/api/exercises/{id}/progression', {
        params: { path: { id: 'assisted-pull-up' }, header: { 'If-Match': '*' } },
        body: scheme,
      })
      expect(response.status).toBe(200)
      for (let n = 8; n > 0; n--) {
        const set = { type: 'normal' as const, reps: 12, assistance: { value: 0, unit }, rpe: 7 }
        const startedAt = new Date(now - 3 * n * dayMs).toISOString()
        await log(user, { startedAt, exercises: [{ exerciseId: 'assisted-pull-up', sets: [set, set, set] }] })
      }
      const body = { minutes: 60, focus: ['lats'], equipment: ['machine', 'bodyweight'], at: new Date(now) }
      const recommended = await expectBody<Schemas['WorkoutRecommendation']>(
        await user.send('POST', '/api/recommendations/workout', { body }),
        200,
      )
      const entry = recommended.workout.exercises.find(({ exerciseId }) => exerciseId === 'assisted-pull-up')
      expect(entry?.sets.length).toBeGreaterThan(0)
      // The server would reject a weight.
      await log(user, recommended.workout)
    })
  }
}
