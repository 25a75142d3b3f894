import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { importAll, upload } from '../imports/import-file.ts'
import { expectBody, listAll, log, reps, setTimeZone, type Workout, workoutOf } from '../training.ts'

const app = await testApp()
const rowSet = reps(5, 100)

test.each([
  ['strong', '2026-10-10 19:00:00'],
  ['hevy', '10 Oct 2026, 19:00'],
  ['fitnotes', '2026-10-10'],
])('a file for %s has local times, and an import recognizes its workouts', async (format, time) => {
  const user = await app.register({ timeZone: 'Europe/Berlin' })
  await log(user, { ...workoutOf('2026-10-10T19:00:00-04:00', 'barbell-row', rowSet), name: 'Pull' })
  await setTimeZone(user, 'Asia/Tokyo')
  const { text } = await user.send('GET', `/api/exports/workouts?format=${format}`)
  expect(text).toContain(time)
  const { workouts } = expectBody<Schemas['Import']>(await upload(app, user, text), 201)
  expect(workouts).toMatchObject({ new: 0 })
})

test('an account export has the time zones of workouts; without them, an import uses the exported profile’s', async () => {
  const ada = await app.register({ timeZone: 'Europe/Berlin' })
  await log(ada, { ...workoutOf('2026-10-10T19:00:00-04:00', 'barbell-row', rowSet), name: 'A' })
  await log(ada, { ...workoutOf('2026-10-11T19:00:00Z', 'barbell-row', rowSet), name: 'B' })
  const { text } = await ada.send('GET', '/api/users/me/export')
  const zonesAfter = async (file: string) => {
    const bob = await app.register({ timeZone: 'Asia/Tokyo' })
    await importAll(app, bob, file)
    const workouts = await listAll<Workout>(bob, '/api/workouts')
    return workouts.map(({ name, timeZone }) => `${name} ${timeZone}`).sort()
  }
  expect(await zonesAfter(text)).toEqual(['A -04:00', 'B Europe/Berlin'])
  const withoutTimeZones = JSON.parse(text, (key, value) =>
    key === 'workouts' && Array.isArray(value) ? value.map(({ timeZone: _, ...workout }) => workout) : value,
  )
  expect(await zonesAfter(JSON.stringify(withoutTimeZones))).toEqual(['A Europe/Berlin', 'B Europe/Berlin'])
})
