import { expect, test } from 'bun:test'
import type { LocalWorkout } from '#client/index.ts'
import { identityFor, logIdentity } from '#web/figures/stored-answers.ts'

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
const inProgress = workout('in-progress', '2026-03-01T11:30:00Z')

const identityOf = (...workouts: LocalWorkout[]) => logIdentity(workouts, 'user', 'kg', now)

test('a workout in progress is not part of the log until twelve hours after it started', () => {
  expect(identityOf(inProgress, last, older)).toBe(identityOf(last, older))
  const later = now + 12 * 3_600_000
  expect(logIdentity([inProgress, last, older], 'user', 'kg', later)).not.toBe(identityOf(last, older))
})

test('fewer workouts, another unit and another user give different identities', () => {
  const others = [
    identityOf(last),
    identityOf(older),
    logIdentity([last, older], 'user', 'lb', now),
    logIdentity([last, older], undefined, 'kg', now),
  ]
  expect(new Set([identityOf(last, older), ...others]).size).toBe(5)
})

test('a log without finished workouts has an empty identity', () => {
  expect(identityOf()).toBe('')
  expect(identityOf(inProgress)).toBe('')
})

test('stored advice expires after a day, but other figures don’t', () => {
  expect(identityFor('coach', 'log', 2)).not.toBe(identityFor('coach', 'log', 1))
  expect(identityFor('exercise', 'log', 2)).toBe(identityFor('exercise', 'log', 1))
  expect(identityFor('coach', '', 1)).toBe('')
})
