import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { stateOf } from '#tests/support/state.ts'
import { dataOf, type Import, strongFile, upload } from './import-file.ts'

const app = await testApp({ expectsErrors: true })
const day = (index: number) => new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10)
const file = strongFile(
  ...Array.from({ length: 2400 }, (_, index) => {
    return [day(Math.floor(index / 20)), 'Odd Thing', 1 + (index % 20)] as const
  }),
)

function pragmaValue(name: string): number {
  return Number(Object.values(app.sqlite.query(`pragma ${name}`).get() ?? {})[0])
}

test.each([8, 40, 80, 150])('a commit whose disk is full after %p pages changes nothing', async (pages) => {
  const ada = await app.register()
  const { id } = (await upload(app, ada, file)).json<Import>()
  const [before, limit] = [await stateOf(app.db), pragmaValue('max_page_count')]
  app.sqlite.run(
    `pragma max_page_count = ${pragmaValue('page_count') - pragmaValue('freelist_count') + pages}`,
  )
  const rejected = await ada.send('POST', `/api/imports/${id}/commit`)
  app.sqlite.run(`pragma max_page_count = ${limit}`)
  expect(rejected.status).toBeGreaterThanOrEqual(500)
  expect(await stateOf(app.db)).toBe(before)
  expect((await ada.send('POST', `/api/imports/${id}/commit`)).json<Import>().committed?.sets).toBe(2400)
})

test.each([
  ['importItems', 100],
  ['performedExercises', 100],
  ['workouts', 100],
])('a commit that cannot write a row of %s changes nothing', async (table, maxRows) => {
  const ada = await app.register()
  const { id } = (await upload(app, ada, file)).json<Import>()
  await ada.send('POST', '/api/workouts', {
    body: { startedAt: '2026-11-20T17:02:00.000Z', exercises: [] },
  })
  const [before, data] = [await stateOf(app.db), await dataOf(ada)]
  const count = `select count(*) from "${table}" where "userId" = '${ada.id}'`
  app.sqlite.run(
    `create trigger rejects before insert on "${table}" when (${count}) >= ${maxRows} begin select raise(abort, 'no'); end`,
  )
  const rejected = await ada.send('POST', `/api/imports/${id}/commit`)
  app.sqlite.run('drop trigger rejects')
  expect(rejected.status).toBe(500)
  expect(await stateOf(app.db)).toBe(before)
  expect(await dataOf(ada)).toEqual(data)
})
