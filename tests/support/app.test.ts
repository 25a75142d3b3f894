import type { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { openDatabase } from '#db/migrations/open-database.ts'
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

test('its database has the schema that migrations create', async () => {
  const { sqlite } = await testApp()
  const migrated = await openDatabase({ file: ':memory:' })
  const schemaOf = (database: Database) =>
    database.query('select type, name, tbl_name, sql from sqlite_schema order by name').all()
  expect(schemaOf(sqlite)).toEqual(schemaOf(migrated.sqlite))
  const applied = 'select name from migrations order by name'
  expect(sqlite.query(applied).all()).toEqual(migrated.sqlite.query(applied).all())
  const id = 'pragma application_id'
  expect(sqlite.query(id).all()).toEqual(migrated.sqlite.query(id).all())
  await migrated.close()
})
