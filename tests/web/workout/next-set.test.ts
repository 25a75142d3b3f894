import { expect, test } from 'bun:test'
import { type LoggedExercise, nextSet } from '#web/workout/model.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 9, minute)).toISOString()

/**
 * An exercise in superset 1. Each set is a text: `W` for a warm-up or `S` for a working set, then the minute at which
 * it was done, if it was.
 */
function paired(id: string, ...sets: readonly string[]): LoggedExercise {
  return {
    id,
    exerciseId: id,
    supersetGroup: 1,
    sets: sets.map((text, index) => {
      const minute = text.slice(1)
      return {
        id: `${id} ${index}`,
        type: text.startsWith('W') ? 'warmup' : 'normal',
        ...(minute && { reps: 5, completedAt: at(Number(minute)) }),
      }
    }),
  }
}

const next = (...exercises: LoggedExercise[]) => nextSet({ exercises })?.set.id

test('a superset begins with all warm-ups', () => {
  expect(next(paired('a', 'W', 'W', 'S', 'S'), paired('b', 'W', 'S', 'S'))).toBe('a 0')
  expect(next(paired('a', 'W1', 'W2', 'S', 'S'), paired('b', 'W', 'S', 'S'))).toBe('b 0')
  expect(next(paired('a', 'W1', 'W2', 'S', 'S'), paired('b', 'W3', 'S', 'S'))).toBe('a 2')
})

test('working sets alternate, whatever the number of warm-ups before them', () => {
  expect(next(paired('a', 'W1', 'S2', 'S', 'S'), paired('b', 'S', 'S', 'S'))).toBe('b 0')
  expect(next(paired('a', 'W1', 'S2', 'S', 'S'), paired('b', 'S3', 'S', 'S'))).toBe('a 2')
  expect(next(paired('a', 'W1', 'S2', 'S4', 'S'), paired('b', 'S3', 'S', 'S'))).toBe('b 1')
})

test('an exercise that joins a superset late begins with its first set', () => {
  expect(next(paired('a', 'S1', 'S2', 'S'), paired('b', 'S', 'S', 'S'))).toBe('b 0')
})

test('a set that was left out is done last', () => {
  expect(next(paired('a', 'S', 'S2', 'S'))).toBe('a 2')
  expect(next(paired('a', 'S', 'S2', 'S3'))).toBe('a 0')
})
