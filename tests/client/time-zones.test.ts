import { expect, spyOn, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { logIn, signUp, squats, withSet, workoutIn } from './support/logs.ts'

const app = await testApp()
const synced = { state: 'synced', pending: 0, deadLetters: 0 } as const
const here = Intl.DateTimeFormat().resolvedOptions().timeZone

const starts: readonly (readonly [startedAt: string, timeZone: string | undefined, kept: string])[] = [
  ['2026-10-10T19:00:00-04:00', undefined, '-04:00'],
  ['2026-10-10T19:00:00+05:30', undefined, '+05:30'],
  ['2026-10-10T19:00:00.000+00:00', undefined, '+00:00'],
  ['2026-10-10T19:00:00-04:00', 'America/New_York', 'America/New_York'],
  ['2026-10-10T23:00:00Z', 'Asia/Tokyo', 'Asia/Tokyo'],
  ['2026-10-10T23:00:00Z', undefined, here],
  ['2026-10-10T23:00:00-00:00', undefined, here],
]
test.each(
  starts.map(([startedAt, timeZone, storedZone]) => {
    const zoneText = timeZone === undefined ? 'without a time zone' : `with the time zone ${timeZone}`
    return [startedAt, zoneText, storedZone, timeZone] as const
  }),
)('a workout at %s %s is stored in %s, even after a sync', async (startedAt, _, storedZone, timeZone) => {
  const { replog, email } = await signUp(app)
  const { id } = await replog.workouts.put({ ...squats(5), startedAt, ...(timeZone && { timeZone }) })
  expect(workoutIn(replog, id).timeZone).toBe(storedZone)
  expect(workoutIn(replog, id).startedAt).toBe(new Date(startedAt).toJSON())
  expect(await replog.sync()).toEqual(synced)
  const { replog: tablet } = await logIn(app, email)
  expect(workoutIn(tablet, id).timeZone).toBe(storedZone)
})

test('a workout of a device that doesn’t know its time zone is stored in UTC', async () => {
  const { replog, email } = await signUp(app)
  const options = new Intl.DateTimeFormat().resolvedOptions()
  using _ = spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({
    ...options,
    timeZone: 'Etc/Unknown',
  })
  const { id } = await replog.workouts.put(squats(5))
  expect(await replog.sync()).toEqual(synced)
  const { replog: tablet } = await logIn(app, email)
  expect(workoutIn(tablet, id).timeZone).toBe('UTC')
})

test('a workout put without a time zone keeps its own', async () => {
  const { replog } = await signUp(app)
  const { id } = await replog.workouts.put({ ...squats(5), timeZone: 'Asia/Tokyo' })
  const { timeZone: _, ...form } = workoutIn(replog, id)
  await replog.workouts.put({ ...form, name: 'renamed' })
  expect(workoutIn(replog, id)).toMatchObject({ name: 'renamed', timeZone: 'Asia/Tokyo' })
  await replog.sync()
  await replog.workouts.put({ id, startedAt: form.startedAt, exercises: [] })
  expect(workoutIn(replog, id).timeZone).toBe('Asia/Tokyo')
})

test('fields that the server adds are no edit, so a workout deleted during its push stays deleted', async () => {
  const { replog, device } = await signUp(app)
  const { id } = await replog.workouts.put(squats(5))
  device.fetch = async (request) => {
    const response = await app.fetch(request)
    if (request.url.endsWith('/push')) await replog.workouts.delete(id)
    return response
  }
  await replog.sync()
  device.fetch = app.fetch
  expect(await replog.sync()).toEqual(synced)
  expect(replog.workouts.list()).toEqual([])
  const { data } = await replog.client.GET('/api/workouts')
  expect(data?.items).toEqual([])
})

test('a workout looks the same before and after it is sent', async () => {
  const { replog } = await signUp(app)
  const { id } = await replog.workouts.put(withSet(await replog.workouts.put(squats(5)), 6))
  const { updatedAt: _, revision: __, ...before } = workoutIn(replog, id)
  await replog.sync()
  expect(workoutIn(replog, id)).toMatchObject(before)
})
