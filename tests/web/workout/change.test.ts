import { describe, expect, test } from 'bun:test'
import type { LocalWorkout } from '#client/index.ts'
import { removeExercise, restoreExercise, toggleSuperset } from '#web/workout/change.ts'
import type { LoggedExercise } from '#web/workout/model.ts'

const exercise = (id: string): LoggedExercise => ({ id, exerciseId: id, sets: [] })
const workout: LocalWorkout = {
  id: 'w',
  startedAt: '2026-01-01T10:00:00.000Z',
  timeZone: 'UTC',
  revision: 1,
  updatedAt: '2026-01-01T10:00:00.000Z',
  exercises: ['squat', 'bench', 'row'].map(exercise),
}

describe('an exercise that is removed and put back', () => {
  const removedAndRestored = (before: LocalWorkout, id: string) => {
    const [removed] = before.exercises.filter((candidate) => candidate.id === id)
    if (!removed) throw new Error(`no exercise ${id}`)
    return restoreExercise(removed, before.exercises)(removeExercise(id)(before))
  }

  test.each(['squat', 'bench', 'row'])('is where it was: %s', (id) => {
    expect(removedAndRestored(workout, id)).toEqual(workout)
  })

  test.each(['bench', 'row'])('is in its superset again: %s', (id) => {
    const superset = toggleSuperset('bench', true)(workout)
    expect(removeExercise(id)(superset).exercises.map(({ supersetGroup }) => supersetGroup)).toEqual([
      undefined,
      undefined,
    ])
    expect(removedAndRestored(superset, id)).toEqual(superset)
  })

  test('is put back once', () => {
    const [removed] = workout.exercises
    if (!removed) throw new Error('no exercise')
    expect(restoreExercise(removed, workout.exercises)(workout)).toBe(workout)
  })
})
