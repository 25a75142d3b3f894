import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { get, post } from '../training.ts'

const app = await testApp()

/** Plates that make every step of 2.5 kg. */
const plates = [20, 10, 5, 2.5, 1.25].map((value) => ({ weight: { value, unit: 'kg' as const }, pairs: 2 }))

test.each([{ owned: undefined }, { owned: plates }])(
  'a base lighter than the usual bar is rounded to the loads of a lighter one: %j',
  async ({ owned }) => {
    const user = await app.register()
    const params = { header: { 'If-Match': '*' } }
    if (owned) await user.client.PATCH('/api/users/me', { params, body: { plates: owned } })
    const kilograms = { squat: 16.25, bench: 17.5, row: 15, deadlift: 40 }
    const program = (await get<Schemas['Program']>(user, '/api/programs/stronglifts-5x5')).body
    const lifts = (program.lifts ?? []).map(({ key }) => ({
      lift: key,
      base: { value: kilograms[key as keyof typeof kilograms] ?? 15, unit: 'kg' },
    }))
    const run = await post<Schemas['Run']>(user, '/api/runs', {
      programId: program.id,
      programRevision: program.revision,
      lifts,
    })
    const next = await get<Schemas['NextWorkout']>(user, `/api/runs/${run.body.id}/next`)
    const weights = next.body.workout?.exercises.map(({ slot, sets }) => [
      slot,
      sets[0]?.target?.weight?.value,
    ])
    expect(Object.fromEntries(weights ?? [])).toMatchObject({ squat: 17.5, bench: 17.5, row: 15 })
  },
)
