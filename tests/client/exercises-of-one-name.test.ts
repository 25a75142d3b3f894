import { describe, expect, test } from 'bun:test'
import type { ExerciseToPut, Replog } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { repsOf, signIn, signUp, squats, withSet, workoutIn } from './support/logs.ts'

const app = await testApp()
const synced = { state: 'synced', pending: 0, deadLetters: 0 } as const
const lift: ExerciseToPut = {
  name: 'Zercher squat',
  category: 'legs',
  equipment: 'barbell',
  tracking: 'weight_reps',
}

/** A workout with a set of an exercise for each number of reps. */
const workoutOf = (exerciseId: string, ...reps: readonly number[]) => ({
  startedAt: '2026-11-20T17:02:00.000Z',
  exercises: [{ exerciseId, sets: reps.map((count) => ({ type: 'normal' as const, reps: count })) }],
})

const exercisesIn = (replog: Replog) =>
  replog.workouts.list().map(({ exercises }) => exercises.map(({ exerciseId }) => exerciseId))

/** Two devices of one user, both of which have pulled everything. */
async function twoDevices() {
  const { replog: phone, device, email } = await signUp(app)
  await phone.sync()
  const { replog: tablet, device: other } = await signIn(app, email)
  return { phone, tablet, device, other, email }
}

describe('two devices create an exercise with the same name offline', () => {
  const spellings = ['Zercher squat', 'ZERCHER SQUAT', 'zercher Squat'] as const
  test.each(spellings)(
    '%s: the second continues with the first’s, and so do all of its workouts',
    async (name) => {
      const { phone, tablet } = await twoDevices()
      const first = await phone.exercises.put(lift)
      await phone.workouts.put(workoutOf(first.id, 1))
      const second = await tablet.exercises.put({ ...lift, name })
      const made = await tablet.workouts.put(workoutOf(second.id, 2))
      const other = await tablet.workouts.put({
        ...squats(3),
        exercises: [...(squats(3).exercises ?? []), ...workoutOf(second.id, 4).exercises],
      })
      expect(await phone.sync()).toEqual(synced)
      expect(await tablet.sync()).toEqual(synced)
      expect(await phone.sync()).toEqual(synced)
      for (const replog of [phone, tablet]) {
        expect(replog.exercises.list().map(({ id }) => id)).toEqual([first.id])
        expect(replog.workouts.get(made.id)?.exercises[0]?.exerciseId).toBe(first.id)
        expect(replog.workouts.get(other.id)?.exercises.map(({ exerciseId }) => exerciseId)).toEqual([
          'barbell-back-squat',
          first.id,
        ])
      }
      expect(exercisesIn(tablet)).toEqual(exercisesIn(phone))
    },
  )

  test('a page that still shows the second one writes to the first', async () => {
    const { phone, tablet } = await twoDevices()
    const first = await phone.exercises.put(lift)
    await phone.sync()
    const second = await tablet.exercises.put(lift)
    const { id } = await tablet.workouts.put(workoutOf(second.id, 1))
    const shown = workoutIn(tablet, id)
    await tablet.sync()
    expect(tablet.exercises.get(second.id)?.id).toBe(first.id)
    await tablet.workouts.put(withSet(shown, 2))
    await tablet.workouts.put(workoutOf(second.id, 3))
    await tablet.exercises.put({ ...second, cues: ['Elbows up'] })
    expect(await tablet.sync()).toEqual(synced)
    await phone.sync()
    for (const replog of [phone, tablet]) {
      expect(repsOf(replog.workouts.get(id))).toEqual([1, 2])
      expect(exercisesIn(replog)).toEqual([[first.id], [first.id]])
      expect(replog.exercises.list()).toHaveLength(1)
      expect(replog.exercises.get(first.id)?.cues).toEqual(['Elbows up'])
    }
  })

  test('a page opened later knows it too, and a logout forgets it', async () => {
    const { phone, tablet, other } = await twoDevices()
    const first = await phone.exercises.put(lift)
    await phone.sync()
    const second = await tablet.exercises.put(lift)
    await tablet.sync()
    const page = await other.open()
    expect(page.exercises.get(second.id)?.id).toBe(first.id)
    await page.workouts.put(workoutOf(second.id, 1))
    expect(await page.sync()).toEqual(synced)
    expect(exercisesIn(page)).toEqual([[first.id]])
    await page.logOut()
    expect([...other.storage.entries.keys()].map((key) => key.split('/')[1])).toEqual(['v'])
  })

  test('later edits go into the first one', async () => {
    const { phone, tablet, other } = await twoDevices()
    const first = await phone.exercises.put({ ...lift, cues: ['Brace'] })
    await phone.sync()
    const second = await tablet.exercises.put(lift)
    // The edit waits behind the creation, which may have arrived.
    other.fetch = async (request) => {
      if (request.url.endsWith('/push')) throw new TypeError('no network')
      return app.fetch(request)
    }
    await tablet.sync()
    await tablet.exercises.put({ ...second, aliases: ['Zerchers'] })
    other.fetch = app.fetch
    expect(await tablet.sync()).toEqual(synced)
    await phone.sync()
    expect(phone.exercises.get(first.id)).toMatchObject({ cues: ['Brace'], aliases: ['Zerchers'] })
    expect(tablet.exercises.list()).toEqual(phone.exercises.list())
  })

  test('a second one that was used and then deleted leaves the first as it is', async () => {
    const { phone, tablet } = await twoDevices()
    const first = await phone.exercises.put(lift)
    await phone.sync()
    const second = await tablet.exercises.put(lift)
    const { id } = await tablet.workouts.put(workoutOf(second.id, 1))
    await tablet.exercises.delete(second.id)
    expect(await tablet.sync()).toEqual(synced)
    await phone.sync()
    expect(phone.exercises.get(first.id)?.deletedAt).toBeUndefined()
    expect(phone.workouts.get(id)?.exercises[0]?.exerciseId).toBe(first.id)
  })

  test('three devices: the third also continues with the first’s exercise', async () => {
    const { phone, tablet, email } = await twoDevices()
    const { replog: laptop } = await signIn(app, email)
    const first = await phone.exercises.put(lift)
    for (const [index, replog] of [phone, tablet, laptop].entries()) {
      const { id } = index === 0 ? first : await replog.exercises.put(lift)
      await replog.workouts.put(workoutOf(id, index))
    }
    for (const replog of [phone, tablet, laptop, phone, tablet]) expect(await replog.sync()).toEqual(synced)
    for (const replog of [phone, tablet, laptop]) {
      expect(exercisesIn(replog)).toEqual([[first.id], [first.id], [first.id]])
      expect(replog.exercises.list()).toHaveLength(1)
    }
  })

  test('the response to the second push is lost: nothing is duplicated', async () => {
    const { phone, tablet, other } = await twoDevices()
    const first = await phone.exercises.put(lift)
    await phone.sync()
    const second = await tablet.exercises.put(lift)
    await tablet.workouts.put(workoutOf(second.id, 1))
    other.fetch = async (request) => {
      const response = await app.fetch(request)
      if (request.url.endsWith('/push')) throw new TypeError('the response was lost')
      return response
    }
    await tablet.sync()
    other.fetch = app.fetch
    expect(await tablet.sync()).toEqual(synced)
    await phone.sync()
    expect(exercisesIn(phone)).toEqual([[first.id]])
  })
})

test('an exercise that takes the name of one that is renamed at the same time is created', async () => {
  const { phone } = await twoDevices()
  const first = await phone.exercises.put(lift)
  await phone.sync()
  const second = await phone.exercises.put(lift)
  await phone.workouts.put(workoutOf(second.id, 1))
  await phone.exercises.put({ ...first, name: 'Front squat, my way' })
  expect(await phone.sync()).toEqual(synced)
  expect(
    phone.exercises
      .list()
      .map(({ id }) => id)
      .sort(),
  ).toEqual([first.id, second.id].sort())
  expect(exercisesIn(phone)).toEqual([[second.id]])
})

test('renaming an exercise to a name that is taken is refused, and stays visible', async () => {
  const { phone, tablet } = await twoDevices()
  const first = await phone.exercises.put(lift)
  const second = await phone.exercises.put({ ...lift, name: 'Another' })
  await phone.sync()
  await tablet.sync()
  await tablet.exercises.put({ ...second, ...tablet.exercises.get(second.id), name: lift.name })
  expect(await tablet.sync()).toMatchObject({ pending: 0, deadLetters: 1 })
  expect(tablet.deadLetters.list()[0]?.problem?.code).toBe('name_taken')
  expect(tablet.exercises.get(first.id)?.name).toBe(lift.name)
})
