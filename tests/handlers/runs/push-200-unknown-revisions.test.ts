import { expect, test } from 'bun:test'
import { kyselyOf } from '#db/engine/kysely.ts'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { testApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { pushOne } from '../sync/push-and-pull.ts'

const app = await testApp()
const slots = [{ key: 'lift', exerciseId: 'barbell-back-squat', sets: [{ reps: { min: 5, max: 5 } }] }]
const routine = { days: [{ key: 'day', slots }], weeks: [{ key: 'week', days: ['day'] }] }
const at = '2026-11-20T17:02:00.000Z'

/** A user with a program that has revisions 1 to 3. */
async function registerWithProgram() {
  const user = await app.register()
  const programId = newId()
  for (const baseRevision of [0, 1, 2]) {
    const value = { ...routine, name: `After ${baseRevision}` }
    await pushOne(user, {
      mutationId: newId(),
      resource: 'program',
      id: programId,
      op: 'put',
      baseRevision,
      value,
    })
  }
  return { user, programId }
}

const readRun = async (user: TestUser, id: string) =>
  (await user.send('GET', `/api/runs/${id}`)).json<Schemas['Run']>()

/** Removes the record of a revision, as if it had never existed here. */
const removeRevision = (programId: string, revision: number) =>
  kyselyOf(app.db)
    .deleteFrom('programRevisions')
    .where('programId', '=', programId)
    .where('revision', '=', revision)
    .execute()

test('a pushed run gets the next revision that its program has, or the newest', async () => {
  const { user, programId } = await registerWithProgram()
  // As for a program created by an earlier release after tombstones had expired.
  await removeRevision(programId, 1)
  const id = newId()
  const decisions = [2, 3, 9].map((revision) => ({ id: newId(), at, kind: 'use_revision', revision }))
  const value = { programId, programRevision: 1, decisions }
  const result = await pushOne(user, { mutationId: newId(), resource: 'run', id, op: 'put', value })
  expect(result.outcome).toBe('applied')
  const run = await readRun(user, id)
  expect(run.programRevision).toBe(2)
  expect(run.decisions).toMatchObject([{ revision: 2 }, { revision: 3 }, { revision: 3 }])
})

test('a run whose revision is missing, as after importing an older export, still takes decisions', async () => {
  const { user, programId } = await registerWithProgram()
  const { data: run } = await user.client.POST('/api/runs', { body: { programId, programRevision: 2 } })
  await removeRevision(programId, 2)
  const { data, error } = await user.client.POST('/api/runs/{id}/decisions', {
    params: { path: { id: run?.id ?? '' } },
    body: { id: newId(), at, kind: 'skip', step: { cycle: 1, week: 'week', day: 'day' } },
  })
  expect(error).toBeUndefined()
  expect(data).toMatchObject({ programRevision: 2, decisions: [{ kind: 'skip' }] })
})
