import { expect, test } from 'bun:test'
import { testApp } from '#tests/support/app.ts'
import { dayMs } from '#training/day-ms.ts'
import { logIn, signUp, squats, workoutIn } from './support/logs.ts'

const app = await testApp()
const tenYears = 10 * 365 * dayMs

/** Responds with the date, as a server does. */
async function fetchWithDate(request: Request): Promise<Response> {
  const response = await app.fetch(request)
  response.headers.set('date', new Date(app.clock.now).toUTCString())
  return response
}

for (const [direction, skew] of [
  ['ahead', tenYears],
  ['behind', -tenYears],
] as const) {
  for (const restarts of [false, true]) {
    test(`a clock ten years ${direction} doesn’t change the outcome of a conflict${restarts ? ', even after a restart' : ''}`, async () => {
      const phone = await signUp(app)
      const { id } = await phone.replog.workouts.put(squats(1))
      await phone.replog.sync()
      const tablet = await logIn(app, phone.email)
      phone.device.fetch = fetchWithDate
      phone.device.now = app.clock.now + skew
      await phone.replog.sync()
      const replog = restarts ? await phone.device.open() : phone.replog

      // The phone edits first and syncs last, and then the other way around: the later edit wins each time.
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
