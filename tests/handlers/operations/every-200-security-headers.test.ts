import { describe, expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'

const app = await testApp()
const https = await testApp({ publicUrl: 'https://replog.example.com' })
const http = await testApp({ publicUrl: 'http://replog.example.com' })

const paths = ['/', '/docs', '/livez', '/openapi.json', '/api/muscles', '/api/users/me', '/nowhere']

describe.each(paths)('%s', (path) => {
  test.each(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'DELETE'])('%s has nosniff', async (method) => {
    const response = await app.elysia.handle(new Request(`http://localhost${path}`, { method }))
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('strict-transport-security')).toBeNull()
  })

  test('has HSTS only if the public URL is https', async () => {
    const secure = await https.send('GET', path)
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000')
    expect((await http.send('GET', path)).headers.get('strict-transport-security')).toBeNull()
  })
})

test("the caller's Host and X-Forwarded-Proto don't turn on HSTS", async () => {
  const headers = { 'x-forwarded-proto': 'https', forwarded: 'proto=https', host: 'replog.example.com' }
  const { headers: responseHeaders } = await app.send('GET', '/livez', { headers })
  expect(responseHeaders.get('strict-transport-security')).toBeNull()
})

test.each(['/', '/docs', '/reset'])(
  'the page %s has a content security policy and no referrer',
  async (page) => {
    const { headers } = await app.send('GET', page)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  },
)

test.each(['/', '/?utm_source=x', '//evil.example/', '/\\evil.example'])(
  'GET %s does not redirect to another host',
  async (path) => {
    const { status, headers } = await app.send('GET', path)
    expect(headers.get('location')).toBeNull()
    expect([200, 404, 422]).toContain(status)
  },
)
