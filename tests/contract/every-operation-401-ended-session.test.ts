import { afterEach, describe, expect, test } from 'bun:test'
import { kyselyOf } from '#db/engine/kysely.ts'
import type { Operation } from '#http/operation.ts'
import { password, type TestUser, userWith } from '#tests/support/user.ts'
import { expectRejected } from './expect-rejected.ts'
import { type Prepared, prepare, rowsOf, startWorld } from './world.ts'

const world = await startWorld()
const { app, ada } = world
const start = app.clock.now

afterEach(() => {
  app.clock.now = start
})

const withToken = rowsOf(({ security }) => security !== 'none')

async function preparedWith(operation: Operation, { token }: TestUser): Promise<Prepared> {
  return { ...(await prepare(world, operation)), token }
}

describe('an expired token gets 401', () => {
  test.each(withToken)('%s', async (_, operation) => {
    const prepared = await preparedWith(operation, ada)
    app.clock.now = start + ada.tokens.expiresIn * 1000 + 1000
    const response = await expectRejected(world, prepared, {}, [401, 'token_expired'])
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
  })
})

describe('a token of an ended session gets 401', async () => {
  const session = await ada.send('POST', '/api/auth/login', {
    body: { email: ada.email, password: 'gravel teapot eleven moons' },
  })
  const ended = userWith(app, session.json())
  await ended.send('POST', '/api/auth/logout')

  test.each(withToken)('%s', async (_, operation) => {
    const prepared = await preparedWith(operation, ended)
    await expectRejected(world, prepared, {}, [401, 'session_ended'])
  })
})

describe('a token of a deleted account gets 401', async () => {
  const deletedUser = await app.register()
  const deleted = await deletedUser.send('DELETE', '/api/users/me', {
    headers: { 'If-Match': '*', 'X-Current-Password': encodeURIComponent(password) },
  })
  if (deleted.status !== 204) throw new Error(deleted.text)

  test.each(withToken)('%s', async (_, operation) => {
    const prepared = await preparedWith(operation, deletedUser)
    await expectRejected(world, prepared, {}, [401, 'session_ended'])
  })
})

describe('a token of a disabled account gets 401', async () => {
  const disabled = await app.register()
  await kyselyOf(app.db)
    .updateTable('users')
    .set({ disabledAt: start })
    .where('id', '=', disabled.id)
    .execute()

  test.each(withToken)('%s', async (_, operation) => {
    const prepared = await preparedWith(operation, disabled)
    await expectRejected(world, prepared, {}, [401, 'account_disabled'])
  })
})
