import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'

const token = 'c2NyYXBlIG1lIQ=='
const withoutToken = await testApp()
const withToken = await testApp({ metricsToken: token })

const forwarded = { 'X-Forwarded-For': '127.0.0.1' }
const bearer = (value: string) => ({ ...forwarded, Authorization: `Bearer ${value}` })

test('200 for a request from the same machine, with or without a socket', async () => {
  expect((await withoutToken.send('GET', '/metrics')).status).toBe(200)
  const response = await fetch(`${withoutToken.listen()}/metrics`)
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('http_requests_total')
})

test.each(['X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'Via'])(
  '403 for a request through a proxy (%s) if no token is configured',
  async (name) => {
    const { status, text } = await withoutToken.send('GET', '/metrics', { headers: { [name]: '127.0.0.1' } })
    expect(status).toBe(403)
    expect(text).toContain('REPLOG_METRICS_TOKEN')
    expect(text).not.toContain('http_requests_total')
  },
)

test('401 for a missing or wrong token, and 200 for the correct one', async () => {
  const statuses = [forwarded, bearer(`${token}=`), bearer('x'), bearer(token)].map(
    async (headers) => (await withToken.send('GET', '/metrics', { headers })).status,
  )
  expect(await Promise.all(statuses)).toEqual([401, 401, 401, 200])
})

test("a user's access token does not give access to the metrics", async () => {
  const user = await withToken.register()
  expect((await user.send('GET', '/metrics', { headers: forwarded })).status).toBe(401)
})
