import { expect, test } from 'bun:test'
import { retryAfter, unreachable } from '#client/backoff.ts'
import { uuid } from '#client/ids.ts'
import { testApp } from '#tests/support/app.ts'
import { signIn, signUp, squats, workoutIn } from './support/logs.ts'

const app = await testApp()
const tenYears = 10 * 365 * 86_400_000

/** Answers with the date, as a server does. */
async function dated(request: Request): Promise<Response> {
  const answer = await app.fetch(request)
  answer.headers.set('date', new Date(app.clock.now).toUTCString())
  return answer
}

for (const [way, off] of [
  ['ahead', tenYears],
  ['behind', -tenYears],
] as const) {
  for (const restarts of [false, true]) {
    test(`a clock ten years ${way} doesn’t decide${restarts ? ', nor does it after a restart' : ''}`, async () => {
      const phone = await signUp(app)
      const { id } = await phone.replog.workouts.put(squats(1))
      await phone.replog.sync()
      const tablet = await signIn(app, phone.email)
      phone.device.fetch = dated
      phone.device.now = app.clock.now + off
      await phone.replog.sync()
      const replog = restarts ? await phone.device.open() : phone.replog

      // The phone syncs first, then last: the later edit wins each time.
      for (const [first, last] of [
        [replog, tablet.replog],
        [tablet.replog, replog],
      ] as const) {
        await first.workouts.put({ ...workoutIn(first, id), name: 'earlier' })
        app.clock.now += 60_000
        phone.device.now += 60_000
        const name = `later ${app.clock.now}`
        await last.workouts.put({ ...workoutIn(last, id), name })
        await last.sync()
        app.clock.now += 60_000
        phone.device.now += 60_000
        await first.sync()
        await last.sync()
        expect(first.workouts.get(id)?.name).toBe(name)
        expect(last.workouts.get(id)?.name).toBe(name)
      }
    })
  }
}

test('Retry-After is read as seconds and as a date', () => {
  const answer = (header: string) =>
    unreachable(
      new Response(null, { headers: { 'retry-after': header, date: 'Fri, 20 Nov 2026 10:00:00 GMT' } }),
    )
  expect(retryAfter(answer('120'))).toBe(120_000)
  expect(retryAfter(answer('Fri, 20 Nov 2026 10:01:00 GMT'))).toBe(60_000)
  expect(retryAfter(answer('Fri, 20 Nov 2026 09:00:00 GMT'))).toBe(0)
  expect(retryAfter(answer('soon'))).toBe(0)
  expect(retryAfter(new TypeError('no network'))).toBe(0)
})

test('ids are UUIDs of version 7, in the order of time', () => {
  const ids = [0, 1, 1_795_000_000_000, 2 ** 47].map((now) => uuid(now))
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(Array.from({ length: 1000 }, () => uuid(5))).size).toBe(1000)
  expect(uuid(-5)).toStartWith('00000000-0000-7')
})
