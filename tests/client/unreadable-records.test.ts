import { describe, expect, test } from 'bun:test'
import 'fake-indexeddb/auto'
import { testApp } from '#tests/support/app.ts'
import { password } from '#tests/support/user.ts'
import { offline, type TestDevice } from './support/device.ts'
import { repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'

const app = await testApp()

/** The keys in a device's storage that contain `part`. */
function keysWith(device: TestDevice, part: string): string[] {
  return [...device.storage.entries.keys()].filter((key) => key.includes(part))
}

describe('an unreadable record', () => {
  const damages = {
    'cut off': (text) => text.slice(0, text.length / 2),
    'not JSON': () => '<html>',
    'of a different version': (text) => text.replace('"v":1', '"v":2'),
    'of a different shape': () => '{"v":1}',
    null: () => 'null',
  } satisfies Record<string, (text: string) => string>
  for (const [name, damage] of Object.entries(damages)) {
    test(`(${name}) is reported and set aside, the rest is used, and missing resources are pulled`, async () => {
      const { replog, device } = await signUp(app)
      const { id } = await replog.workouts.put(squats(5))
      await replog.sync()
      const waiting = await replog.workouts.put(squats(6))
      await replog.close()
      const damaged = [...keysWith(device, '/synced/'), ...keysWith(device, '/progress/')]
      expect(damaged).toHaveLength(2)
      const texts = damaged.map((key) => damage(device.storage.getItem(key) ?? ''))
      for (const [index, key] of damaged.entries()) device.storage.setItem(key, texts[index] ?? '')
      device.fetch = offline
      const after = await device.open()
      expect(after.status).toMatchObject({ storage: 'corrupt', pending: 1 })
      expect([...after.salvaged.values()].sort()).toEqual(texts.sort())
      expect(repsOf(after.workouts.get(waiting.id))).toEqual([6])
      device.fetch = app.fetch
      expect(await after.sync()).toMatchObject({ state: 'synced', pending: 0 })
      expect(
        after.workouts
          .list()
          .map((workout) => workout.id)
          .sort(),
      ).toEqual([id, waiting.id].sort())
      expect((await device.open()).salvaged.size).toBe(2)
    })
  }

  const wrongTypes: readonly (readonly [place: string, text: string])[] = [
    ['"base":{', '"base":null,"x":{'],
    ['"at":', '"at":[],"x":'],
    ['"exercises":[', '"exercises":5,"x":['],
    ['"exercises":[', '"exercises":[null],"x":['],
    ['"sets":[', '"sets":"none","x":['],
    ['"order":', '"order":"first","x":'],
    ['"value":{', '"value":7,"x":{'],
  ]
  for (const [place, text] of wrongTypes) {
    test(`(with ${text}) is reported and set aside, and the rest is used`, async () => {
      const { replog, device } = await signUp(app)
      await replog.workouts.put(squats(5))
      await replog.sync()
      await replog.workouts.put(squats(6))
      const valid = await replog.workouts.put(squats(7))
      await replog.close()
      const keys = [...keysWith(device, '/synced/'), ...keysWith(device, '/outbox/').slice(0, 1)]
      for (const key of keys) {
        const damaged = device.storage.getItem(key)?.replace(place, text) ?? ''
        device.storage.setItem(key, damaged)
      }
      const after = await device.open()
      expect(after.status).toMatchObject({ storage: 'corrupt', pending: 1 })
      expect(after.workouts.list().map(repsOf)).toContainEqual([7])
      expect(await after.sync()).toMatchObject({ state: 'synced', pending: 0, deadLetters: 0 })
      expect(after.workouts.list().map(repsOf).sort()).toEqual([[5], [7]])
      expect(after.workouts.get(valid.id)?.revision).toBe(1)
    })
  }

  for (const name of ['cut off', 'not JSON', 'of a different shape'] as const) {
    test(`in the journal (${name}) is reported and set aside, and missing resources are pulled`, async () => {
      const { replog, device } = await signUp(app)
      const { id } = await replog.workouts.put(squats(5))
      await replog.sync()
      // The page is killed as soon as the journal is written.
      device.storage.writesLeft = 2
      await replog.workouts.put(withSet(workoutIn(replog, id), 6)).catch(() => {})
      device.storage.writesLeft = Number.POSITIVE_INFINITY
      const [journal = ''] = keysWith(device, '-journal')
      const text = damages[name](device.storage.getItem(journal) ?? '')
      device.storage.setItem(journal, text)
      const after = await device.open()
      expect(repsOf(after.workouts.get(id))).toEqual([5])
      expect(after.status.storage).toBe('corrupt')
      expect([...after.salvaged.values()]).toEqual([text])
      expect(await after.sync()).toMatchObject({ state: 'synced', pending: 0, deadLetters: 0 })
      await after.logOut()
      expect(keysWith(device, 'outbox')).toEqual([])
    })
  }

  test('in the outbox doesn’t block other writes', async () => {
    const { replog, device } = await signUp(app)
    await replog.workouts.put(squats(5))
    const valid = await replog.workouts.put(squats(6))
    await replog.close()
    const [first] = keysWith(device, '/outbox/')
    if (first) device.storage.setItem(first, device.storage.getItem(first)?.slice(0, 40) ?? '')
    const after = await device.open()
    expect(after.status).toMatchObject({ storage: 'corrupt', pending: 1 })
    await after.sync()
    expect(after.workouts.list().map(({ id }) => id)).toEqual([valid.id])
  })

  test('in the outbox is still sent if only its version differs', async () => {
    const { replog, device } = await signUp(app)
    const { id } = await replog.workouts.put(squats(5))
    await replog.close()
    const [first = ''] = keysWith(device, '/outbox/')
    device.storage.setItem(first, device.storage.getItem(first)?.replace('"v":1', '"v":2') ?? '')
    const after = await device.open()
    expect(await after.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
    expect(after.workouts.get(id)?.revision).toBe(1)
  })

  test('of the session logs the user out, and the outbox is sent after the next login', async () => {
    const { replog, device, email } = await signUp(app)
    await replog.workouts.put(squats(5))
    await replog.close()
    device.storage.setItem(keysWith(device, '/session')[0] ?? '', '{"us')
    const after = await device.open()
    expect(after.status.state).toBe('logged_out')
    await after.logIn({ email, password })
    expect(await after.sync()).toEqual({ state: 'synced', pending: 0, deadLetters: 0 })
    expect(after.workouts.list()).toHaveLength(1)
  })
})

test.each([
  ['cut off', (text: string) => text.slice(0, text.length / 2)],
  ['not JSON', () => '<html>'],
  ['of no user', () => '{"user":{}}'],
])(
  'with an unreadable session (%s), a guest can log, and after a login both logs are shown',
  async (_, damage) => {
    const { replog, device, email } = await signUp(app)
    await replog.workouts.put(squats(5))
    await replog.close()
    const [key = ''] = keysWith(device, 'session')
    device.storage.setItem(key, damage(device.storage.getItem(key) ?? ''))
    const after = await device.open({ guest: true })
    expect(after.status).toMatchObject({ state: 'guest' })
    await after.workouts.put(squats(6))
    expect(after.workouts.list().flatMap(repsOf)).toEqual([6])
    await after.logIn({ email, password })
    expect(after.workouts.list().flatMap(repsOf).sort()).toEqual([5, 6])
  },
)
