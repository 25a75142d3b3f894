import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { squatProgram } from '../programs/sample.ts'
import { pushOne } from '../sync/push-and-pull.ts'
import { remove } from '../training.ts'
import { HttpRun } from './http-run.ts'

const app = await testApp({ now: Date.parse('2026-03-02T17:00:00Z') })

async function createExercise(user: TestUser): Promise<string> {
  const { data } = await user.client.POST('/api/exercises', {
    body: {
      name: 'My squat',
      category: 'legs',
      equipment: 'barbell',
      tracking: 'weight_reps',
      engagement: [],
    },
  })
  if (!data) throw new Error('the exercise was not stored')
  return data.id
}

/** The sample program with another exercise in its lift, and in the slot for curls. */
function programOf(exerciseId: string): Schemas['ProgramInput'] {
  const program = squatProgram()
  return {
    ...program,
    lifts: program.lifts?.map((lift) => ({ ...lift, exerciseId })) ?? [],
    days: program.days.map((day) => ({
      ...day,
      slots: day.slots.map((slot) => (slot.key === 'curl' ? { ...slot, exerciseId } : slot)),
    })),
  }
}

test('a workout starts with an exercise that was deleted after the program was saved', async () => {
  const user = await app.register()
  const exerciseId = await createExercise(user)
  const run = await HttpRun.createWithProgram(user, { program: programOf(exerciseId) })
  await remove(user, `/api/exercises/${exerciseId}`)
  const { data, error } = await run.start()
  expect(error).toBeUndefined()
  expect(data?.exercises.map((entry) => entry.exerciseId)).toEqual([exerciseId, exerciseId])
})

test('a workout starts with an exercise that was deleted after a slot was swapped to it', async () => {
  const user = await app.register()
  const exerciseId = await createExercise(user)
  const run = await HttpRun.createWithProgram(user)
  await user.client.POST('/api/runs/{id}/decisions', {
    params: run.params,
    body: { id: newId(), at: '2026-03-02T16:00:00.000Z', kind: 'swap', slot: 'curl', exerciseId },
  })
  await remove(user, `/api/exercises/${exerciseId}`)
  const { data, error } = await run.start()
  expect(error).toBeUndefined()
  expect(data?.exercises.map((entry) => entry.exerciseId)).toEqual(['barbell-back-squat', exerciseId])
})

test('a push may contain a swap to an exercise that was deleted meanwhile, but not to an unknown one', async () => {
  const user = await app.register()
  const exerciseId = await createExercise(user)
  const run = await HttpRun.createWithProgram(user)
  await remove(user, `/api/exercises/${exerciseId}`)
  const { programId, programRevision, lifts, decisions, revision } = await run.read()
  const swapTo = (id: string) => ({
    mutationId: newId(),
    resource: 'run',
    id: run.id,
    op: 'put',
    baseRevision: revision,
    value: {
      programId,
      programRevision,
      lifts,
      decisions: [
        ...decisions,
        { id: newId(), at: '2026-03-02T16:00:00.000Z', kind: 'swap', slot: 'curl', exerciseId: id },
      ],
    },
  })
  expect(await pushOne(user, swapTo(newId()))).toMatchObject({
    outcome: 'rejected',
    problem: { errors: [{ code: 'unknown_exercise' }] },
  })
  expect(await pushOne(user, swapTo(exerciseId))).toMatchObject({ outcome: 'applied' })
  expect((await run.read()).decisions).toMatchObject([{ kind: 'swap', exerciseId }])
})
