import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { programBodies, runBody } from '#tests/contract/program-bodies.ts'
import { importAll } from '#tests/handlers/imports/import-file.ts'
import { testApp } from '#tests/support/app.ts'

test('programs, runs and the plans of workouts can be imported into another account, where the run continues', async () => {
  const app = await testApp()
  const [ada, eve] = [await app.register(), await app.register()]
  const [program] = programBodies()
  await ada.client.POST('/api/programs', { body: program })
  const { decisions: _, ...body } = runBody()
  const { data: run } = await ada.client.POST('/api/runs', { body })
  const path = { id: run?.id ?? '' }
  const { data: started } = await ada.client.POST('/api/runs/{id}/start', { params: { path }, body: {} })
  const sets = started?.exercises[0]?.sets.map((set) => ({ ...set, reps: 10 })) ?? []
  await ada.client.PUT('/api/workouts/{id}', {
    params: { path: { id: started?.id ?? '' }, header: { 'If-Match': '*' } },
    body: {
      startedAt: started?.startedAt ?? '',
      endedAt: started?.startedAt ?? '',
      ...(started?.plan && { plan: started.plan }),
      exercises: [{ exerciseId: 'barbell-overhead-press', slot: 'press', sets }],
    },
  })
  const exported = (await ada.send('GET', '/api/users/me/export')).text
  const imported = await importAll(app, eve, exported)
  const state = async (user: typeof ada) =>
    (await user.send('GET', `/api/runs/${path.id}`)).json<Schemas['Run']>().state
  expect((await state(ada)).done).toBe(1)
  expect(await state(eve)).toEqual(await state(ada))
  const evesProgram = (await eve.send('GET', `/api/programs/${program.id}`)).json<Schemas['Program']>()
  expect(evesProgram).toMatchObject({ name: program.name, days: program.days, source: 'custom' })

  const undo = async (id: string) =>
    (await eve.send('DELETE', `/api/imports/${id}`)).json<Schemas['Import']>()
  expect((await undo(imported.id)).undone).toMatchObject({ workouts: 1, programs: 1, runs: 1 })
  expect((await eve.send('GET', `/api/runs/${path.id}`)).status).toBe(410)
  expect((await eve.send('GET', `/api/programs/${program.id}`)).status).toBe(410)

  const second = await importAll(app, eve, exported)
  expect(await state(eve)).toEqual(await state(ada))
  const renamed = await eve.send('PUT', `/api/programs/${program.id}`, {
    body: { ...program, name: 'Renamed' },
    headers: { 'If-Match': '*' },
  })
  expect(renamed.status).toBe(200)
  expect((await undo(second.id)).undone).toMatchObject({ programs: 0, runs: 1 })
  expect((await eve.send('GET', `/api/programs/${program.id}`)).status).toBe(200)
})
