import { expect, test } from 'bun:test'
import type { WrittenWorkout } from '#interchange/write/export-options.ts'
import { writeStrong } from '#interchange/write/strong.ts'
import { read } from './files.ts'

type Sets = WrittenWorkout['exercises'][number]['sets']

const kg = (value: number) => ({ value, unit: 'kg' as const })

/** Writes a workout of bicep curls in the format of Strong. */
async function writeCurls(...exercises: readonly Omit<Sets[number], 'id' | 'type'>[][]): Promise<string> {
  const workout: WrittenWorkout = {
    id: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01',
    startedAt: '2024-03-01T17:00:00.000Z',
    timeZone: 'Europe/Berlin',
    exercises: exercises.map((sets, index) => ({
      id: `e${index}`,
      exerciseId: 'curl',
      sets: sets.map((set, setIndex) => ({ id: `s${index}${setIndex}`, type: 'normal', ...set })),
    })),
  }
  const exerciseOf = () => ({ name: 'Bicep Curl', category: 'pull' as const })
  const options = { timeZone: 'Europe/Berlin', weightUnit: 'kg', distanceUnit: 'km', exerciseOf } as const
  return (await Array.fromAsync(writeStrong([workout], options))).join('')
}

async function setCountsIn(file: string) {
  const { workouts, skippedRows } = await read(file)
  expect(skippedRows).toBe(0)
  return workouts.flatMap(({ exercises }) => exercises.map(({ sets }) => sets.length))
}

test('set numbers restart with each exercise', async () => {
  const file = await writeCurls(
    [
      { weight: kg(20), reps: 10 },
      { weight: kg(25), reps: 10 },
    ],
    [
      { weight: kg(20), reps: 10 },
      { weight: kg(30), reps: 8 },
    ],
  )
  const rows = file.split('\n').slice(1, -1)
  expect(rows.map((row) => row.split(';')[3])).toEqual(['1', '2', '1', '2'])
  expect(await setCountsIn(file)).toEqual([2, 2])
})

test('identical entries are all read back', async () => {
  const entry = [{ weight: kg(20), reps: 10 }]
  expect((await setCountsIn(await writeCurls(entry, entry))).reduce((sum, sets) => sum + sets, 0)).toBe(2)
})

test('assistance is written as a negative weight and read back as assistance', async () => {
  const log = await read(await writeCurls([{ assistance: kg(20), reps: 8 }]))
  expect(log.workouts[0]?.exercises[0]?.sets[0]).toMatchObject({ assistance: kg(20), reps: 8 })
})
