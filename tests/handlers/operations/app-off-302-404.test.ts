import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'

test('if the app is turned off, / redirects to the reference, and its files get 404', async () => {
  const app = await testApp({ web: false })
  const { status, headers } = await app.send('GET', '/')
  expect([status, headers.get('location')]).toEqual([302, '/docs'])
  expect((await app.send('GET', '/sw.js')).status).toBe(404)
  expect((await app.send('GET', '/web/app.css')).status).toBe(404)
})

test('if the app is turned on, / is a page that may run only its own scripts', async () => {
  const app = await testApp()
  const { status, headers, text } = await app.send('GET', '/')
  expect(status).toBe(200)
  expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
  const [, script = ''] = /src="([^"]+)"/.exec(text) ?? []
  const asset = await app.send('GET', script)
  expect([asset.status, asset.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
  expect((await app.send('GET', '/sw.js')).headers.get('cache-control')).toBe('public, no-cache')
})

test('an unknown file gets 404', async () => {
  const app = await testApp()
  expect((await app.send('GET', '/web/main-00000000.js')).status).toBe(404)
})
