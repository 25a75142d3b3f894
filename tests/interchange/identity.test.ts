import { describe, expect, test } from 'bun:test'
import { formats } from '#http/validation/formats.ts'
import { measurementInput, workoutInput } from '#interchange/drafts.ts'
import { exerciseNameKey, importedId, setsFingerprint, workoutId } from '#interchange/identity.ts'
import { fitNotesBody, hevyKg, read, strongNumbered, strongPlain } from './files.ts'

const user = '0193a5c0-11aa-7b22-8c33-5d44e6f7a801'

describe('a workout has the same key', () => {
  test('in whatever time zone its file is read', async () => {
    const inBerlin = await read(strongPlain)
    const inNewYork = await read(strongPlain, { timeZone: 'America/New_York' })
    expect(inNewYork.workouts.map(({ key }) => key)).toEqual(inBerlin.workouts.map(({ key }) => key))
    expect(inNewYork.workouts[0]?.startedAt).not.toBe(inBerlin.workouts[0]?.startedAt)
  })

  test('in an older export and a newer, longer one', async () => {
    const [head = '', ...rows] = strongPlain.trimEnd().split('\n')
    const older = await read([head, ...rows.slice(0, 4)].join('\n'))
    const newer = await read(strongPlain)
    const olderKeys = new Set(older.workouts.map(({ key }) => key))
    expect(newer.workouts.filter(({ key }) => !olderKeys.has(key)).map(({ name }) => name)).toEqual(['Pull'])
  })

  test('in Strong and in Hevy, which has no seconds', async () => {
    const strong = await read(
      'Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n2024-08-03 18:00:41,upper ,Bench Press (Barbell),1,100,5\n',
    )
    const hevy = await read(hevyKg)
    expect(strong.workouts[0]?.key).toBeDefined()
    expect<string | undefined>(strong.workouts[0]?.key).toBe(hevy.workouts[0]?.key)
  })

  test('but another workout at the same time gets a different key', async () => {
    const rows = strongNumbered.replaceAll('"1";"2020', '"2";"2020').split('\n').slice(1).join('\n')
    const log = await read(strongNumbered + rows)
    expect(log.workouts.map(({ key }) => key)).toEqual(['2020-05-28T12:58|day 3', '2020-05-28T12:58|day 3|2'])
  })
})

test('duplicate workouts in a file are read once and reported', async () => {
  const rows = hevyKg.slice(hevyKg.indexOf('\n') + 1)
  const log = await read(hevyKg + rows)
  expect(log.workouts).toEqual((await read(hevyKg)).workouts)
  expect(log.problems.map(({ code, line }) => [line, code])).toEqual([
    [8, 'duplicate_workout'],
    [12, 'duplicate_workout'],
  ])
  expect(log.skippedRows).toBe(5)
})

test('the fingerprint of sets depends on what was lifted, not on the case of names', async () => {
  const log = await read(strongPlain)
  const exercises = log.workouts[0]?.exercises ?? []
  const renamed = exercises.map((exercise) => ({ ...exercise, name: exercise.name.toUpperCase() }))
  const heavier = exercises.map((exercise) => ({
    ...exercise,
    sets: exercise.sets.map((set) => ({ ...set, reps: (set.reps ?? 0) + 1 })),
  }))
  expect(setsFingerprint(renamed)).toBe(setsFingerprint(exercises))
  expect(setsFingerprint(heavier)).not.toBe(setsFingerprint(exercises))
})

describe('ids', () => {
  test('are UUIDs of version 8, deterministic and different for each user and kind', () => {
    const id = importedId(user, 'workout', '2024-08-03T18:00|upper')
    expect(formats.uuid(id)).toBe(true)
    expect(id[14]).toBe('8')
    expect(importedId(user, 'workout', '2024-08-03T18:00|upper')).toBe(id)
    expect(importedId('other', 'workout', '2024-08-03T18:00|upper')).not.toBe(id)
    expect(importedId(user, 'exercise', '2024-08-03T18:00|upper')).not.toBe(id)
  })

  test('in drafts are unique and deterministic', async () => {
    const log = await read(hevyKg)
    const drafts = () => log.workouts.map((workout) => workoutInput(user, workout, exerciseNameKey))
    const ids = drafts().flatMap(({ id, exercises }) => [
      id,
      ...exercises.flatMap((exercise) => [exercise.id, ...exercise.sets.map((set) => set.id)]),
    ])
    expect(new Set(ids).size).toBe(ids.length)
    expect(drafts()).toEqual(drafts())
    expect(drafts()[0]?.id).toBe(log.workouts[0] && workoutId(user, log.workouts[0]))
  })

  test('of custom exercises don’t depend on the spelling of the name', () => {
    const custom = (name: string) => importedId(user, 'exercise', exerciseNameKey(name))
    expect(custom('Ohio State')).toBe(custom('ohio-states'))
    expect(exerciseNameKey('💪')).toBe('💪')
  })
})

test('a draft has the shape of the contract, and the weight of an assisted lift becomes assistance', async () => {
  const log = await read(strongPlain.replace('Pull Up",1,0', 'Pull Up (Assisted)",1,40'))
  const [, pull] = log.workouts.map((workout) => workoutInput(user, workout, () => 'assisted-pull-up'))
  expect(pull).toMatchObject({
    name: 'Pull',
    startedAt: '2021-07-11T07:30:00.000Z',
    endedAt: '2021-07-11T08:14:00.000Z',
    notes: 'felt; fine',
    exercises: [{ sets: [{ type: 'normal', assistance: { value: 40, unit: 'lb' }, reps: 8 }] }],
  })
  expect(pull?.exercises[0]?.sets[0]).not.toHaveProperty('line')
})

test('a draft of a measurement has the shape of the contract', async () => {
  const [weight] = (await read(fitNotesBody)).measurements
  expect(weight && measurementInput(user, weight)).toMatchObject({
    kind: 'bodyweight',
    value: 82.4,
    unit: 'kg',
    measuredAt: '2026-08-04T05:30:00.000Z',
  })
})
