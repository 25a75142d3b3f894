import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { reps, workoutOf } from '../training.ts'
import { type Mutation, pullAll, push } from './push-and-pull.ts'

const app = await testApp({ expectsErrors: true })

function mutationOf(id: string): Mutation {
  return {
    mutationId: Bun.randomUUIDv7(),
    resource: 'workout',
    id,
    op: 'put',
    value: workoutOf('2026-03-02T10:00:00.000Z', 'barbell-bench-press', reps(5, 100)),
  }
}

test('an unexpected error in one mutation rejects only that one, and undoes what it has written', async () => {
  const user = await app.register()
  const ids = Array.from({ length: 5 }, () => Bun.randomUUIDv7())
  const failing = ids[2] ?? ''
  // Packed rows are written after the workout's own row.
  app.sqlite.run(
    `create temp trigger "fail" before insert on main."packedWorkouts" when new."workoutId" = '${failing}'
     begin select raise(abort, 'as in a bug'); end`,
  )
  const mutations = ids.map(mutationOf)
  const results = await push(user, mutations)
  expect(results.map(({ outcome }) => outcome)).toEqual([
    'applied',
    'applied',
    'rejected',
    'applied',
    'applied',
  ])
  const { items } = await pullAll(user)
  expect(items.map(({ id }) => id)).toEqual(ids.filter((id) => id !== failing))
  expect(app.logged.filter(({ level }) => level === 'error')).toMatchObject([
    { fields: { mutationId: mutations[2]?.mutationId } },
  ])
  app.sqlite.run('drop trigger "fail"')
  expect((await push(user, mutations)).map(({ outcome }) => outcome)).toEqual([
    'duplicate',
    'duplicate',
    'applied',
    'duplicate',
    'duplicate',
  ])
})
