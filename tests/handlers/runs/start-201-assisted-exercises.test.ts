import { expect, test } from 'bun:test'
import { assistedExercises } from '#catalogue/assisted.ts'
import { testApp } from '#tests/support/app.ts'

const app = await testApp({ now: Date.parse('2026-04-02T17:00:00Z') })
const kg = (value: number) => ({ value, unit: 'kg' as const })

test('a lift with percentages of a base can be swapped for each assisted exercise, whose assistance the lifter chooses', async () => {
  const user = await app.register()
  const { data: run } = await user.client.POST('/api/runs', {
    body: {
      programId: '531-boring-but-big',
      programRevision: 1,
      lifts: ['squat', 'bench', 'deadlift', 'press'].map((lift) => ({ lift, base: kg(100) })),
    },
  })
  const path = { id: run?.id ?? '' }
  const { data: next } = await user.client.GET('/api/runs/{id}/next', { params: { path } })
  const slots = (next?.workout?.exercises ?? []).flatMap(({ slot }) => slot ?? [])
  expect(slots.length).toBeGreaterThan(1)
  for (const exerciseId of assistedExercises) {
    for (const slot of slots) {
      await user.client.POST('/api/runs/{id}/decisions', {
        params: { path },
        body: { id: crypto.randomUUID(), at: '2026-04-02T17:00:00Z', kind: 'swap', slot, exerciseId },
      })
    }
    const started = await user.client.POST('/api/runs/{id}/start', { params: { path }, body: {} })
    expect(started.response.status).toBe(201)
    const sets = started.data?.exercises.flatMap((entry) => entry.sets) ?? []
    expect(sets.flatMap(({ weight, target }) => weight ?? target?.weight ?? [])).toEqual([])
    expect(sets.every(({ target }) => target?.reps !== undefined)).toBe(true)
    await user.client.DELETE('/api/workouts/{id}', {
      params: { path: { id: started.data?.id ?? '' }, header: { 'If-Match': '*' } },
    })
  }
})
