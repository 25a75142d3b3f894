import { expect, test } from 'bun:test'
import { testApp } from './app.ts'

const app = await testApp()

test('the app responds to the typed client and to plain requests', async () => {
  const user = await app.register({ displayName: 'Ada' })
  const me = await user.client.GET('/api/users/me')
  expect(me.data?.displayName).toBe('Ada')
  const liveness = await app.send('GET', '/livez')
  expect(liveness.json<unknown>()).toEqual({ status: 'alive' })
  expect((await app.send('GET', '/nowhere')).status).toBe(404)
  expect((await app.send('PUT', '/livez')).status).toBe(405)
  expect((await app.send('OPTIONS', '/api/workouts')).status).toBe(204)
  expect((await app.send('HEAD', '/api/exercises?limit=2')).status).toBe(200)
})

test('the app listens on a port', async () => {
  const response = await fetch(`${app.listen()}/readyz`)
  expect(response.status).toBe(200)
})
