import { describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { expectRejected } from './expect-rejected.ts'
import { prepare, rowsOf, sendPrepared, startWorld } from './world.ts'

const world = await startWorld()
const { token, tokens } = world.ada
const stranger = await (await testApp()).register()
const [head = '', claims = '', signature = ''] = token.split('.')
const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')

/** Values of `Authorization` that must not grant access. */
const broken: Readonly<Record<string, string>> = {
  'no JWT': 'Bearer zq9marker7x',
  'an empty token': 'Bearer ',
  'two tokens': `Bearer ${token} ${token}`,
  'another scheme': `Basic ${Buffer.from('ada:zq9marker7x').toString('base64')}`,
  'no scheme': token,
  'no signature': `Bearer ${head}.${claims}.`,
  'a changed signature': `Bearer ${head}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
  'a changed claim': `Bearer ${head}.${Buffer.from(
    Buffer.from(claims, 'base64url').toString().replace(world.ada.id, world.eve.id),
  ).toString('base64url')}.${signature}`,
  'the algorithm none': `Bearer ${none}.${claims}.`,
  'the algorithm none, signed': `Bearer ${none}.${claims}.${signature}`,
  'another server’s token': `Bearer ${stranger.token}`,
  'a refresh token': `Bearer ${tokens.refreshToken}`,
}

describe('an operation that reads tokens rejects a broken one with 401', () => {
  test.each(rowsOf(({ security }) => security !== 'none'))('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    for (const [name, Authorization] of Object.entries(broken)) {
      const response = await expectRejected(world, prepared, { headers: { Authorization } }, [
        401,
        'invalid_token',
      ])
      expect(response.headers.get('www-authenticate'), name).toContain('error="invalid_token"')
    }
  })
})

describe('an operation that ignores tokens works with a broken one', () => {
  test.each(rowsOf(({ security }) => security === 'none'))('%s', async (_, operation) => {
    const prepared = await prepare(world, operation)
    const response = await sendPrepared(world.app, prepared, {
      headers: { Authorization: 'Bearer nonsense' },
    })
    expect(response.status).toBe(Math.min(...Object.keys(operation.responses).map(Number)))
  })
})
