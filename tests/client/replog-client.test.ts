import { describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import type { GetAccessToken } from '#client/authorize.ts'
import { createReplogClient } from '#generated/client.ts'

/** The `Authorization` header that a call sends. */
async function authorizationSent(getAccessToken?: GetAccessToken): Promise<string | null> {
  let authorization: string | null = 'not called'
  const client = createReplogClient({
    baseUrl: 'http://localhost',
    ...(getAccessToken && { getAccessToken }),
    fetch: async (request) => {
      authorization = request.headers.get('authorization')
      return Response.json({ status: 'alive' })
    },
  })
  await client.GET('/livez')
  return authorization
}

describe('the typed client', () => {
  test('sends the current access token', async () => {
    let count = 0
    const next = () => `token-${++count}`
    expect([await authorizationSent(next), await authorizationSent(next)]).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ])
  })

  test('waits for a token that is being fetched', async () => {
    expect(await authorizationSent(async () => 'later')).toBe('Bearer later')
  })

  test('sends no token if the caller has none', async () => {
    expect([await authorizationSent(), await authorizationSent(() => undefined)]).toEqual([null, null])
  })
})

test('the client bundles for browsers without any server code', async () => {
  const { success, outputs } = await Bun.build({
    entrypoints: [join(import.meta.dir, '../../generated/client.ts')],
    target: 'browser',
    minify: true,
  })
  expect(success).toBe(true)
  const code = await outputs[0]?.text()
  expect(code).toContain('Bearer')
  expect(code).not.toMatch(/typebox|node:|Bun\./)
})
