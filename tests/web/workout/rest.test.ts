import { expect, test } from 'bun:test'
import type { LocalWorkout } from '#client/index.ts'
import type { LoggedExercise } from '#web/workout/model.ts'
import { restNow } from '#web/workout/rest.ts'

const start = Date.UTC(2026, 10, 30, 9)
const at = (minute: number) => new Date(start + minute * 60_000).toISOString()

/** An exercise whose sets rest two minutes; `W` is a warm-up, and a number the minute at which a set was done. */
function exercise(id: string, supersetGroup: number | undefined, ...sets: readonly string[]): LoggedExercise {
  return {
    id,
    exerciseId: id,
    ...(supersetGroup !== undefined && { supersetGroup }),
    sets: sets.map((text, index) => ({
      id: `${id}${index}`,
      type: text.startsWith('W') ? 'warmup' : 'normal',
      restSeconds: 120,
      ...(/\d/.test(text) && { reps: 5, completedAt: at(Number(text.replace(/\D/g, ''))) }),
    })),
  }
}

/** The set after which the lifter is resting, ten seconds into this minute. */
function restAfter(minute: number, ...exercises: LoggedExercise[]): string | undefined {
  const workout: LocalWorkout = {
    id: 'w',
    startedAt: at(0),
    timeZone: 'UTC',
    revision: 1,
    updatedAt: at(0),
    exercises,
  }
  const rest = restNow(workout, start + minute * 60_000 + 10_000)
  if (rest) expect(rest.secondsLeft).toBe(110)
  return rest?.set.id
}

test('a rest follows each working set, but no warm-up', () => {
  expect(restAfter(1, exercise('a', undefined, 'S1', 'S'))).toBe('a0')
  expect(restAfter(1, exercise('a', undefined, 'W1', 'S'))).toBeUndefined()
  expect(restAfter(2, exercise('a', undefined, 'S1', 'S2'), exercise('b', undefined, 'S'))).toBe('a1')
})

test('in a superset, the rest follows the round, not each exercise of it', () => {
  expect(restAfter(1, exercise('a', 1, 'S1', 'S'), exercise('b', 1, 'S', 'S'))).toBeUndefined()
  expect(restAfter(2, exercise('a', 1, 'S1', 'S'), exercise('b', 1, 'S2', 'S'))).toBe('b0')
  expect(restAfter(3, exercise('a', 1, 'S1', 'S3'), exercise('b', 1, 'S2', 'S'))).toBeUndefined()
  expect(restAfter(2, exercise('a', 1, 'S1'), exercise('b', 1, 'S2'), exercise('c', 1, 'S'))).toBeUndefined()
})

test('a rest follows a set of a superset if no other exercise of its round is left', () => {
  expect(restAfter(5, exercise('a', 1, 'S1', 'S3', 'S5', 'S'), exercise('b', 1, 'S2', 'S4'))).toBe('a2')
  expect(
    restAfter(4, exercise('a', 1, 'S1', 'S3'), exercise('b', 1, 'S2', 'S4'), exercise('c', 2, 'S')),
  ).toBe('b1')
})
