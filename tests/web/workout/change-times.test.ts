import { describe, expect, test } from 'bun:test'
import type { LocalWorkout } from '#client/index.ts'
import { changeTimes, localText } from '#web/workout/change-times.ts'

const workout: LocalWorkout = {
  id: 'w',
  startedAt: '2026-11-28T18:00:00.000Z',
  endedAt: '2026-11-28T19:00:00.000Z',
  timeZone: 'UTC',
  revision: 1,
  updatedAt: '2026-11-28T19:00:00.000Z',
  exercises: [
    {
      id: 'e',
      exerciseId: 'squat',
      sets: [
        { id: 'done', type: 'normal', reps: 5, completedAt: '2026-11-28T18:10:00.000Z' },
        { id: 'imported', type: 'normal', reps: 5 },
      ],
    },
  ],
}

describe('a workout whose times are changed', () => {
  const edit = changeTimes(Date.parse('2026-11-27T17:30:00Z'), 45)

  test('starts and ends then, and its sets move with it', () => {
    const { startedAt, endedAt, exercises } = edit(workout)
    expect({ startedAt, endedAt }).toEqual({
      startedAt: '2026-11-27T17:30:00.000Z',
      endedAt: '2026-11-27T18:15:00.000Z',
    })
    expect(exercises[0]?.sets).toEqual([
      { id: 'done', type: 'normal', reps: 5, completedAt: '2026-11-27T17:40:00.000Z' },
      { id: 'imported', type: 'normal', reps: 5 },
    ])
  })

  test('stays the same if the change is applied again', () => {
    expect(edit(edit(workout))).toEqual(edit(workout))
  })
})

test.each(['2026-01-15T12:00:00Z', '2026-07-15T12:00:00Z'])(
  'the text for an input converts back to the same time: %s',
  (time) => {
    expect(new Date(localText(Date.parse(time))).toISOString()).toBe(new Date(time).toISOString())
  },
)

test('a workout of which only the start is changed is as long as before, to the second', () => {
  const { startedAt, endedAt } = changeTimes(Date.parse('2026-11-28T17:00:00Z'))({
    ...workout,
    endedAt: '2026-11-28T19:00:42.125Z',
  })
  expect({ startedAt, endedAt }).toEqual({
    startedAt: '2026-11-28T17:00:00.000Z',
    endedAt: '2026-11-28T18:00:42.125Z',
  })
})
