import { expect, test } from 'bun:test'
import type { LocalWorkout } from '#client/index.ts'
import { logIdentity } from '#web/figures/kept.ts'

const now = Date.parse('2026-03-01T12:00:00Z')
const workout = (id: string, startedAt: string, endedAt?: string): LocalWorkout => ({
  id,
  timeZone: 'Europe/Berlin',
  startedAt,
  ...(endedAt !== undefined && { endedAt }),
  exercises: [],
})
const older = workout('older', '2026-02-26T10:00:00Z', '2026-02-26T11:00:00Z')
const last = workout('last', '2026-02-28T10:00:00Z', '2026-02-28T11:00:00Z')
const going = workout('going', '2026-03-01T11:30:00Z')

const of = (...workouts: LocalWorkout[]) => logIdentity(workouts, 'user', 'kg', now)

test('a workout that goes on is not part of the log yet, and one that was never ended is after a while', () => {
  expect(of(going, last, older)).toBe(of(last, older))
  const later = now + 12 * 3_600_000
  expect(logIdentity([going, last, older], 'user', 'kg', later)).not.toBe(of(last, older))
})

test('another workout, one fewer, another unit and another user are other logs', () => {
  const others = [
    of(last),
    of(older),
    logIdentity([last, older], 'user', 'lb', now),
    logIdentity([last, older], undefined, 'kg', now),
  ]
  expect(new Set([of(last, older), ...others]).size).toBe(5)
})

test('an empty log is none', () => {
  expect(of()).toBe('')
  expect(of(going)).toBe('')
})
