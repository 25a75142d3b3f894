import { describe, expect, test } from 'bun:test'
import { createId, type ExerciseToPut, type Replog } from '#client/index.ts'
import { testApp } from '#tests/support/app.ts'
import { logIn, repsOf, signUp, squats, withSet, workoutIn } from './support/logs.ts'

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
  const { replog: tablet, device: tabletDevice } = await logIn(app, email)
  return { phone, tablet, device, tabletDevice, email }
}

describe('two devices create an exercise with the same name offline', () => {
  const spellings = ['Zercher squat', 'ZERCHER SQUAT', 'zercher Squat'] as const
  test.each(spellings)(
    'the second device, which wrote %s, switches to the first’s exercise in all of its workouts',
    async (name) => {
      const { phone, tablet } = await twoDevices()
      const first = await phone.exercises.put(lift)
      await phone.workouts.put(workoutOf(first.id, 1))
      const second = await tablet.exercises.put({ ...lift, name })
      const workout = await tablet.workouts.put(workoutOf(second.id, 2))
      const mixed = await tablet.workouts.put({
        ...squats(3),
        exercises: [...(squats(3).exercises ?? []), ...workoutOf(second.id, 4).exercises],
      })
      expect(await phone.sync()).toEqual(synced)
      expect(await tablet.sync()).toEqual(synced)
      expect(await phone.sync()).toEqual(synced)
      for (const replog of [phone, tablet]) {
        expect(replog.exercises.list().map(({ id }) => id)).toEqual([first.id])
        expect(replog.workouts.get(workout.id)?.exercises[0]?.exerciseId).toBe(first.id)
        expect(replog.workouts.get(mixed.id)?.exercises.map(({ exerciseId }) => exerciseId)).toEqual([
          'barbell-back-squat',
          first.id,
        ])
      }
      expect(exercisesIn(tablet)).toEqual(exercisesIn(phone))
    },
  )

  test('the second device switches to the first’s exercise after any number of pulls that fail', async () => {
    const { phone, tablet, tabletDevice } = await twoDevices()
    const first = await phone.exercises.put(lift)
    await phone.sync()
    const second = await tablet.exercises.put(lift)
    await tablet.workouts.put(workoutOf(second.id, 1))
    tabletDevice.fetch = async (request) => {
      if (request.url.includes('/changes')) throw new TypeError('no network')
      return app.fetch(request)
    }
    for (let n = 0; n < 5; n++)
      expect(await tablet.sync()).toMatchObject({ state: 'offline', deadLetters: 0 })
    tabletDevice.fetch = app.fetch
    expect(await tablet.sync()).toEqual(synced)
    expect(exercisesIn(tablet)).toEqual([[first.id]])
    expect(tablet.exercises.list().map(({ id }) => id)).toEqual([first.id])
  })

  test('programs and runs of the second device also switch to the first’s exercise', async () => {
    const { phone, tablet } = await twoDevices()
    const first = await phone.exercises.put(lift)
    await phone.sync()
    const { id: exerciseId } = await tablet.exercises.put(lift)
    const sets = [{ reps: { min: 5, max: 5 } }]
    const { id: programId } = await tablet.programs.put({
      name: 'Zerchers',
      lifts: [{ key: 'lift', exerciseId, base: 'training_max' }],
      days: [
        {
          key: 'day',
          slots: [
            { key: 'lift', lift: 'lift', sets },
            { key: 'own', exerciseId, sets },
            { key: 'other', exerciseId: 'goblet-squat', alternatives: [exerciseId, first.id], sets },
          ],
        },
      ],
      weeks: [
        { key: 'one', days: ['day', 'day'] },
        { key: 'two', days: ['day'] },
      ],
    })
    const at = '2026-11-20T17:02:00.000Z'
    const swap = { id: createId(), at, kind: 'swap', slot: 'other', exerciseId } as const
    const lifts = [{ lift: 'lift', base: { value: 100, unit: 'kg' as const } }]
    const { id } = await tablet.runs.put({ programId, programRevision: 1, lifts, decisions: [swap] })
    expect(await tablet.sync()).toEqual(synced)
    await phone.sync()
    for (const replog of [phone, tablet]) {
      const { lifts: liftsOf, days, weeks } = replog.programs.get(programId) ?? {}
      expect(liftsOf?.[0]?.exerciseId).toBe(first.id)
      expect(days?.[0]?.slots.map((slot) => slot.exerciseId)).toEqual([undefined, first.id, 'goblet-squat'])
      expect(days?.[0]?.slots[2]?.alternatives).toEqual([first.id])
      expect(weeks?.[0]?.days).toEqual(['day', 'day'])
      expect(replog.runs.get(id)?.decisions).toEqual([{ ...swap, exerciseId: first.id }])
    }
  })

  test('a run is sent again with its program, which switches to the first exercise', async () => {
    const { phone, tablet } = await twoDevices()
    const first = await phone.exercises.put(lift)
    await phone.sync()
    const { id: exerciseId } = await tablet.exercises.put(lift)
    const { id: programId } = await tablet.programs.put({
      name: 'Zerchers',
      days: [{ key: 'day', slots: [{ key: 'own', exerciseId, sets: [{ reps: { min: 5, max: 5 } }] }] }],
      weeks: [{ key: 'one', days: ['day'] }],
    })
    const { id } = await tablet.runs.put({ programId, programRevision: 1, lifts: [], decisions: [] })
    expect(await tablet.sync()).toEqual(synced)
    await phone.sync()
    expect(phone.programs.get(programId)?.days[0]?.slots[0]?.exerciseId).toBe(first.id)
    expect(phone.runs.get(id)?.programId).toBe(programId)
  })

  test('a program shown by a page before the switch is saved with the first exercise', async () => {
    const { phone, tablet } = await twoDevices()
    const first = await phone.exercises.put(lift)
    await phone.sync()
    const { id: exerciseId } = await tablet.exercises.put(lift)
    const program = await tablet.programs.put({
      name: 'Zerchers',
      days: [{ key: 'day', slots: [{ key: 'own', exerciseId, sets: [{ reps: { min: 5, max: 5 } }] }] }],
      weeks: [{ key: 'one', days: ['day'] }],
    })
    await tablet.sync()
    await tablet.programs.put({ ...program, name: 'Zerchers, twice' })
    expect(await tablet.sync()).toEqual(synced)
    await phone.sync()
    expect(phone.programs.get(program.id)).toMatchObject({
      name: 'Zerchers, twice',
      days: [{ slots: [{ exerciseId: first.id }] }],
    })
  })

  test('a page that still shows the second exercise writes to the first', async () => {
    const { phone, tablet } = await twoDevices()
    const first = await phone.exercises.put(lift)
    await phone.sync()
    const second = await tablet.exercises.put(lift)
    const { id } = await tablet.workouts.put(workoutOf(second.id, 1))
    const onTablet = workoutIn(tablet, id)
    await tablet.sync()
    expect(tablet.exercises.get(second.id)?.id).toBe(first.id)
    await tablet.workouts.put(withSet(onTablet, 2))
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

  test('a page opened later also writes to the first exercise, and a logout deletes the mapping', async () => {
    const { phone, tablet, tabletDevice } = await twoDevices()
    const first = await phone.exercises.put(lift)
    await phone.sync()
    const second = await tablet.exercises.put(lift)
    await tablet.sync()
    const page = await tabletDevice.open()
    expect(page.exercises.get(second.id)?.id).toBe(first.id)
    await page.workouts.put(workoutOf(second.id, 1))
    expect(await page.sync()).toEqual(synced)
    expect(exercisesIn(page)).toEqual([[first.id]])
    await page.logOut()
    expect([...tabletDevice.storage.entries.keys()].map((key) => key.split('/')[1])).toEqual(['v'])
  })

  test('later edits go to the first exercise', async () => {
    const { phone, tablet, tabletDevice } = await twoDevices()
    const first = await phone.exercises.put({ ...lift, cues: ['Brace'] })
    await phone.sync()
    const second = await tablet.exercises.put(lift)
    // The edit is sent after the creation, which may have arrived despite the failure.
    tabletDevice.fetch = async (request) => {
      if (request.url.endsWith('/push')) throw new TypeError('no network')
      return app.fetch(request)
    }
    await tablet.sync()
    await tablet.exercises.put({ ...second, aliases: ['Zerchers'] })
    tabletDevice.fetch = app.fetch
    expect(await tablet.sync()).toEqual(synced)
    await phone.sync()
    expect(phone.exercises.get(first.id)).toMatchObject({ cues: ['Brace'], aliases: ['Zerchers'] })
    expect(tablet.exercises.list()).toEqual(phone.exercises.list())
  })

  test('a second exercise that was used and then deleted leaves the first unchanged', async () => {
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

  test('a third device also continues with the first device’s exercise', async () => {
    const { phone, tablet, email } = await twoDevices()
    const { replog: laptop } = await logIn(app, email)
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

  test('a lost response to the second push duplicates nothing', async () => {
    const { phone, tablet, tabletDevice } = await twoDevices()
    const first = await phone.exercises.put(lift)
    await phone.sync()
    const second = await tablet.exercises.put(lift)
    await tablet.workouts.put(workoutOf(second.id, 1))
    tabletDevice.fetch = async (request) => {
      const response = await app.fetch(request)
      if (request.url.endsWith('/push')) throw new TypeError('the response was lost')
      return response
    }
    await tablet.sync()
    tabletDevice.fetch = app.fetch
    expect(await tablet.sync()).toEqual(synced)
    await phone.sync()
    expect(exercisesIn(phone)).toEqual([[first.id]])
  })
})

test('a new exercise can take the name of an exercise that is renamed in the same push', async () => {
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

test('renaming an exercise to a taken name becomes a dead letter', async () => {
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

test('a new exercise with the name that a rejected rename frees waits for it, whether it is corrected or discarded', async () => {
  for (const isCorrected of [true, false]) {
    const { phone, tablet, device } = await twoDevices()
    device.fetch = (request) => {
      app.clock.now += 1000
      return app.fetch(request)
    }
    const { id } = await phone.exercises.put({ ...lift, name: 'Old name' })
    await phone.sync()
    await tablet.exercises.put({ ...lift, name: 'Taken' })
    await tablet.sync()
    await phone.exercises.put({ ...lift, id, name: 'Taken' })
    await phone.sync()
    const [rejected, ...others] = phone.deadLetters.list()
    expect([rejected?.problem?.code, others]).toEqual(['name_taken', []])
    const next = await phone.exercises.put({ ...lift, name: 'Old name' })
    await phone.workouts.put(workoutOf(next.id, 5))
    await phone.sync()
    const roots = phone.deadLetters.list().filter(({ dependsOn }) => dependsOn === undefined)
    expect(roots).toEqual(rejected ? [rejected] : [])
    if (isCorrected) await phone.exercises.put({ ...lift, id, name: 'New name' })
    else await phone.deadLetters.discard(rejected?.id ?? '')
    expect(await phone.sync()).toEqual(synced)
    expect(exercisesIn(phone)).toEqual([[isCorrected ? next.id : id]])
    await tablet.sync()
    expect(tablet.exercises.list()).toEqual(phone.exercises.list())
  }
})
