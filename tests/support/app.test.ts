import type { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { openDatabase } from '#db/migrations/open-database.ts'
import { testApp } from './app.ts'

const app = await testApp()

test('the test app responds to the typed client and to plain requests', async () => {
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

test('the test app listens on a port', async () => {
  const response = await fetch(`${app.listen()}/readyz`)
  expect(response.status).toBe(200)
})

test('the database of the test app has the same schema as a migrated one', async () => {
  const { sqlite } = await testApp()
  const migrated = await openDatabase({ file: ':memory:' })
  const schemaOf = (database: Database) =>
    database.query('select type, name, tbl_name, sql from sqlite_schema order by name').all()
  expect(schemaOf(sqlite)).toEqual(schemaOf(migrated.sqlite))
  const selectMigrations = 'select name from migrations order by name'
  expect(sqlite.query(selectMigrations).all()).toEqual(migrated.sqlite.query(selectMigrations).all())
  const selectApplicationId = 'pragma application_id'
  expect(sqlite.query(selectApplicationId).all()).toEqual(migrated.sqlite.query(selectApplicationId).all())
  await migrated.close()
})
