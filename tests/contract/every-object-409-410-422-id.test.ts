import { describe, expect, test } from 'bun:test'
import type { Operation } from '#http/operation.ts'
import { resources } from '#services/resources.ts'
import { nodeOf } from '#tests/support/contract.ts'
import { bodySchema, memberNames } from './body-schema.ts'
import { expectRejected, fieldProblemsOf, type Problem } from './expect-rejected.ts'
import { prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()
const { app, ada, eve } = world
/** Whether an operation replaces an object that has an id, rather than a setting of the account. */
const replacesObject = ({ path, method }: Operation) => method === 'put' && path.endsWith('/{id}')

/** The code of the 410 of a resource: `workout_deleted` for the tag Workouts. */
function deletedCodeOf({ tag }: Operation): Problem['code'] {
  const code = `${tag.toLowerCase().slice(0, -1)}_deleted`
  const declared = Object.values(resources)
    .map(({ name }) => `${name}_deleted` as const)
    .find((deletedCode) => deletedCode === code)
  if (declared === undefined) throw new Error(`no resource is named after the tag ${tag}`)
  return declared
}

const prepareWithBody = async (operation: Parameters<typeof prepare>[1]) => {
  const prepared = await prepare(world, operation)
  return { prepared, body: nodeOf(prepared.bodies[0]) }
}

describe('an id that is in use, even by a deleted object, gets 409 id_taken', () => {
  /**
   * Whether the caller may choose the id of the new object; the server chooses those of accounts and
   * imports.
   */
  const acceptsId = ({ id, requestBody }: Operation) =>
    requestBody?.content['application/json'] !== undefined && memberNames(bodySchema(id)).includes('id')
  test.each(rowsOf((operation) => operation.responses[201] !== undefined && acceptsId(operation)))(
    '%s',
    async (_, operation) => {
      const { prepared, body } = await prepareWithBody(operation)
      const first = await sendPrepared(app, prepared)
      expect(first.status).toBe(201)
      const other = { ...body, ...('name' in body && { name: `${body.name} again` }) }
      await expectRejected(world, prepared, { body: other }, [409, 'id_taken'])
      const path = first.headers.get('location') ?? ''
      await ada.send('DELETE', path, { headers: { 'If-Match': '*' } })
      await expectRejected(world, prepared, { body: other }, [409, 'id_taken'])
      // An object below another object is only accessible to the owner of both.
      const status = operation.parameters.path.length > 0 ? 404 : 201
      expect((await sendPrepared(app, prepared, { token: eve.token })).status).toBe(status)
    },
  )
})

describe('a deleted object gets 410 and is not changed', () => {
  // Excludes objects below another object, such as an exercise's scheme, and expired cursors and epochs.
  const canBeDeleted = ({ path, responses }: Operation) =>
    path.endsWith('/{id}') && responses[410] !== undefined
  test.each(rowsOf(canBeDeleted))('%s', async (_, operation) => {
    const { prepared } = await prepareWithBody(operation)
    const deletion = await ada.send('DELETE', prepared.path, { headers: { 'If-Match': '*' } })
    expect(deletion.status).toBe(204)
    const code = deletedCodeOf(operation)
    for (const tag of ['*', '"1-x"'])
      await expectRejected(world, prepared, { headers: { 'If-Match': tag } }, [410, code])
  })
})

describe('a body whose id differs from the path gets 422 id_mismatch', () => {
  test.each(rowsOf(replacesObject))('%s', async (_, operation) => {
    const { prepared, body } = await prepareWithBody(operation)
    const other = (await prepareWithBody(operation)).body
    const response = await expectRejected(world, prepared, { body: { ...body, id: other.id } }, [
      422,
      'validation_failed',
    ])
    expect(fieldProblemsOf(response)).toEqual(['pointer /id id_mismatch'])
    const { id: _id, ...withoutId } = body
    expect((await sendPrepared(app, prepared, { body: withoutId })).status).toBe(200)
  })
})

describe('fields that only the server sets get 422 unknown_field', () => {
  test.each(rowsOf(replacesObject))('%s', async (_, operation) => {
    const { prepared } = await prepareWithBody(operation)
    const read = nodeOf((await ada.send('GET', prepared.path)).json())
    const response = await expectRejected(world, prepared, { body: read }, [422, 'validation_failed'])
    expect(fieldProblemsOf(response)).toEqual(
      expect.arrayContaining(['pointer /revision unknown_field', 'pointer /updatedAt unknown_field']),
    )
  })
})
