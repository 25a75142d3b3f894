import { describe, expect, test } from 'bun:test'
import type { Operation } from '#http/operation.ts'
import { nodeOf } from '#tests/support/contract.ts'
import { faultsOf, refused } from './refused.ts'
import { ask, prepare, rowsOf, startWorld } from './world.ts'

const world = await startWorld()
const { app, ada, eve } = world
/** Whether it replaces an object that has an id of its own, and not a setting of the account. */
const replacesObject = ({ path, method }: Operation) => method === 'put' && path.endsWith('/{id}')

const sampled = async (operation: Parameters<typeof prepare>[1]) => {
  const prepared = await prepare(world, operation)
  return { prepared, body: nodeOf(prepared.bodies[0]) }
}

describe('an id that is in use is refused, that of a deleted object too', () => {
  // An account and an import are made under ids that the server chooses.
  const serverNamed = ['register', 'createImport']
  test.each(rowsOf(({ id, responses }) => !serverNamed.includes(id) && responses[201] !== undefined))(
    '%s',
    async (_, operation) => {
      const { prepared, body } = await sampled(operation)
      const first = await ask(app, prepared)
      expect(first.status).toBe(201)
      const other = { ...body, ...('name' in body && { name: `${body.name} again` }) }
      await refused(world, prepared, { body: other }, [409, 'id_taken'])
      const path = first.headers.get('location') ?? ''
      await ada.send('DELETE', path, { headers: { 'If-Match': '*' } })
      await refused(world, prepared, { body: other }, [409, 'id_taken'])
      expect((await ask(app, prepared, { token: eve.token })).status).toBe(201)
    },
  )
})

describe('what was deleted is gone, and stays as it was', () => {
  // The scheme of an exercise goes with the exercise, and what is gone in a sync is a cursor or a database: their own tests tell.
  const own = ({ id, tag, responses }: Operation) =>
    id !== 'chooseProgression' && tag !== 'Sync' && responses[410] !== undefined
  test.each(rowsOf(own))('%s', async (_, operation) => {
    const { prepared } = await sampled(operation)
    const gone = await ada.send('DELETE', prepared.path, { headers: { 'If-Match': '*' } })
    expect(gone.status).toBe(204)
    const code = `${operation.tag.toLowerCase().slice(0, -1)}_deleted`
    if (code !== 'workout_deleted' && code !== 'exercise_deleted' && code !== 'measurement_deleted') {
      throw new Error(`the contract has no ${code}`)
    }
    for (const tag of ['*', '"1-x"'])
      await refused(world, prepared, { headers: { 'If-Match': tag } }, [410, code])
  })
})

describe('a body that names another object than the path is refused', () => {
  test.each(rowsOf(replacesObject))('%s', async (_, operation) => {
    const { prepared, body } = await sampled(operation)
    const other = (await sampled(operation)).body
    const answer = await refused(world, prepared, { body: { ...body, id: other.id } }, [
      422,
      'validation_failed',
    ])
    expect(faultsOf(answer)).toEqual(['pointer /id id_mismatch'])
    const { id: _id, ...without } = body
    expect((await ask(app, prepared, { body: without })).status).toBe(200)
  })
})

describe('what is the server’s own is not taken back', () => {
  test.each(rowsOf(replacesObject))('%s', async (_, operation) => {
    const { prepared } = await sampled(operation)
    const read = nodeOf((await ada.send('GET', prepared.path)).json())
    const answer = await refused(world, prepared, { body: read }, [422, 'validation_failed'])
    expect(faultsOf(answer)).toEqual(
      expect.arrayContaining(['pointer /revision unknown_field', 'pointer /updatedAt unknown_field']),
    )
  })
})
