import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { newId } from '#lib/new-id.ts'
import { pushBodies } from '#tests/contract/bodies.ts'
import { testApp } from '#tests/support/app.ts'
import { pushOne } from '../sync/push-and-pull.ts'
import { expectBody, ownExercise } from '../training.ts'
import { importAll } from './import-file.ts'

const app = await testApp()

test('every resource of an export refers to the exercise that has the same name in this account', async () => {
  const [ada, bob] = [await app.register(), await app.register()]
  const name = 'Landmine squat'
  const [{ id: exported }, { id: own }] = [
    (await ownExercise(ada, { name })).body,
    (await ownExercise(bob, { name })).body,
  ]
  const { epoch } = expectBody<Schemas['SyncChanges']>(await ada.send('GET', '/api/sync/changes'), 200)
  const referring = new Set<string>()
  for (const { mutations } of pushBodies(epoch)) {
    for (const { mutationId, resource, op, value } of mutations) {
      const text = JSON.stringify(value).replaceAll(/"exerciseId":"[^"]+"/g, `"exerciseId":"${exported}"`)
      if (!text.includes(exported)) continue
      const id = newId()
      const mutation = { mutationId, resource, id, op, value: { ...JSON.parse(text), id } }
      expect([resource, (await pushOne(ada, mutation)).outcome]).toEqual([resource, 'applied'])
      referring.add(resource)
    }
  }
  const file = await ada.send('GET', '/api/users/me/export')
  const { exercises, ...lists } = file.json<Schemas['AccountExport']>()
  await importAll(app, bob, file.text)
  const imported = (await bob.send('GET', '/api/users/me/export')).json<Schemas['AccountExport']>()
  for (const [list, items] of Object.entries(lists)) {
    const expected = JSON.stringify(items).includes(exported) ? [own] : []
    const text = JSON.stringify(imported[list as keyof typeof lists])
    expect([list, [exported, own].filter((id) => text.includes(id))]).toEqual([list, expected])
  }
  expect([...referring]).toContain('workout')
})
