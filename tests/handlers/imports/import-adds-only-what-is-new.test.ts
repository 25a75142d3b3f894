import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Schemas } from '#generated/types.ts'
import {
  fitNotesBody,
  fitNotesIos,
  fitNotesNew,
  fitNotesOld,
  hevyKg,
  hevyLbs,
  strongNumbered,
  strongPlain,
  strongUnits,
} from '#tests/interchange/files.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import { listAll, log, ownExercise, remove, reps, type Workout, workoutOf } from '../training.ts'
import { anyWorkout } from '../workouts/arbitrary-workout.ts'
import { dataOf, importAll, strongFile } from './import-file.ts'

const app = await testApp()
const csvFormats = ['strong', 'hevy', 'fitnotes'] as const

/** A file of each kind, and the row of one more workout or measurement, which a newer export adds. */
const files: readonly (readonly [kind: string, file: string, newer: string])[] = [
  ['Strong without units', strongPlain, '2021-07-13 09:30:00,"Pull",44m,"Pull Up",1,0,9,0,0,"","",\n'],
  [
    'Strong with units in columns',
    strongUnits,
    '2023-08-02 16:49:28;"Arms";"Bench Press (Dumbbell)";1;16;kg;8;;;;0;"";"";44m\n',
  ],
  [
    'Strong with numbered workouts',
    strongNumbered,
    '"2";"2020-05-30 12:58:47";"Day 3";"4195";"Plank";"1";"";"";"";"";"61.0";"";""\n',
  ],
  [
    'Hevy in kilograms',
    hevyKg,
    '"Upper","4 ago 2024, 18:00","4 ago 2024, 19:00","","Bench Press (Barbell)",,"",0,"normal",100,5,,,7\n',
  ],
  [
    'Hevy in pounds',
    hevyLbs,
    '"Push","Sep 16, 2025, 7:48 PM","Sep 16, 2025, 9:13 PM","","Running",,"",0,"normal",,,3.1,1800,\n',
  ],
  ['FitNotes', fitNotesNew, '2026-08-08,Lat Pulldown,Back,35.0,kgs,10,,,,""\n'],
  ['FitNotes, old', fitNotesOld, '2016-01-06,Barbell Squat,Legs,135.0,5,,,,\n'],
  ['FitNotes for iOS', fitNotesIos, '2026-08-05,Barbell Squat,Legs,60.0,132.28,5,,,,weightReps,\n'],
  ['FitNotes’ body tracker', fitNotesBody, '2026-08-05,07:30:00,Bodyweight,82.1,kgs,\n'],
]

/** A file with rows added after its header, as in a newest-first export, or at its end. */
function withRows(file: string, rows: string, where: 'top' | 'end'): string {
  if (where === 'end') return file + rows
  const header = file.slice(0, file.indexOf('\n') + 1)
  return header + rows + file.slice(header.length)
}

describe('a second import of a file adds nothing, and a newer export adds only what is new', () => {
  test.each(files)('%s', async (_, file, rows) => {
    const ada = await app.register()
    const first = await importAll(app, ada, file)
    const hasMeasurements = first.format === 'fitnotes_body'
    const before = await dataOf(ada)
    const second = await importAll(app, ada, file)
    expect(second.committed).toMatchObject({ workouts: 0, sets: 0, measurements: 0, exercises: 0 })
    expect(second.duplicates.filter(({ changed }) => changed)).toEqual([])
    expect(await dataOf(ada)).toEqual(before)
    for (const where of ['end', 'top'] as const) {
      const addedRows = where === 'end' ? rows : rows.replace(/20(\d\d)/g, '19$1')
      const newer = withRows(file, addedRows, where)
      const expectedCounts = hasMeasurements
        ? { workouts: 0, measurements: 1 }
        : { workouts: 1, sets: 1, measurements: 0 }
      expect((await importAll(app, ada, newer)).committed).toMatchObject({ ...expectedCounts, exercises: 0 })
    }
  })

  test('Replog', async () => {
    const [ada, bob] = [await app.register(), await app.register()]
    await importAll(app, ada, strongPlain)
    for (const path of ['/api/users/me/export', '/api/exports/workouts?format=json']) {
      const file = (await ada.send('GET', path)).text
      await importAll(app, bob, file)
      const nothing = { workouts: 0, sets: 0, measurements: 0, exercises: 0 }
      expect((await importAll(app, bob, file)).committed).toMatchObject(nothing)
      expect((await importAll(app, ada, file)).committed).toMatchObject(nothing)
    }
    await log(ada, workoutOf('2026-03-09T10:00:00Z', 'pull-up', reps(5)))
    const newer = (await ada.send('GET', '/api/users/me/export')).text
    expect((await importAll(app, bob, newer)).committed).toMatchObject({ workouts: 1, sets: 1 })
  })
})

async function exportAs(user: Awaited<ReturnType<typeof app.register>>, format: string): Promise<string> {
  return (await user.send('GET', `/api/exports/workouts?format=${format}`)).text
}

describe('an export adds nothing to its own account', () => {
  test('with two workouts in a day or minute, missing names, deleted exercises and remembered names', async () => {
    const ada = await app.register({ timeZone: 'America/Chicago', unit: 'lb' })
    const [keptExercise, deletedExercise] = [
      await ownExercise(ada, { name: 'Nordic Thing' }),
      await ownExercise(ada),
    ]
    const mappings = [{ name: 'Bent Over Row (Barbell)', exerciseId: keptExercise.body.id }]
    await importAll(app, ada, strongFile(['2024-03-01', 'Bent Over Row (Barbell)', 1]), { mappings })
    await importAll(app, ada, fitNotesNew)
    const pull = { ...workoutOf('2026-03-09T10:00:07.123Z', 'barbell-row', reps(5, 100)), name: 'Pull' }
    await log(ada, pull)
    await log(ada, { ...pull, startedAt: '2026-03-09T10:00:31.000Z' })
    await log(ada, workoutOf('2026-03-09T23:30:00Z', keptExercise.body.id, reps(5, 61.23492)))
    await log(ada, workoutOf('2026-03-10T23:30:00Z', deletedExercise.body.id, reps(5), reps(4)))
    const assisted = { assistance: { value: 20, unit: 'kg' } } as const
    await log(ada, workoutOf('2026-11-01T06:30:00Z', 'assisted-pull-up', reps(5, undefined, assisted)))
    // The time of this workout occurred twice, because the clocks were set back.
    await log(ada, workoutOf('2026-11-01T07:30:00Z', 'plank', { type: 'warmup', durationSeconds: 60 }))
    await remove(ada, `/api/exercises/${deletedExercise.body.id}`)
    const before = await dataOf(ada)
    for (const format of csvFormats) {
      const report = await importAll(app, ada, await exportAs(ada, format))
      expect([format, report.committed]).toMatchObject([format, { workouts: 0, sets: 0, exercises: 0 }])
    }
    expect(await dataOf(ada)).toEqual(before)
  })

  test('with any workouts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWorkout, { maxLength: 4 }), async (workouts) => {
        const ada = await app.register()
        for (const workout of workouts) await log(ada, { ...workout, id: crypto.randomUUID() })
        const before = await listAll<Workout>(ada, '/api/workouts')
        for (const format of csvFormats) {
          const { committed } = await importAll(app, ada, await exportAs(ada, format))
          expect([format, committed]).toMatchObject([format, { workouts: 0, sets: 0, exercises: 0 }])
        }
        expect(await listAll<Workout>(ada, '/api/workouts')).toEqual(before)
      }),
      { numRuns: runs(3) },
    )
  }, 60_000)

  test('after the profile’s time zone changed, if the file is read in the old time zone', async () => {
    const ada = await app.register({ timeZone: 'Europe/Berlin' })
    await importAll(app, ada, strongPlain)
    await log(ada, workoutOf('2026-03-09T23:30:00Z', 'pull-up', reps(5)))
    const file = await exportAs(ada, 'hevy')
    const body: Schemas['UserPatch'] = { timeZone: 'Asia/Tokyo' }
    await ada.send('PATCH', '/api/users/me', { body, headers: { 'If-Match': '*' } })
    expect((await importAll(app, ada, await exportAs(ada, 'hevy'))).committed?.workouts).toBe(0)
    expect((await importAll(app, ada, await exportAs(ada, 'strong'))).committed?.workouts).toBe(0)
    const old = await importAll(app, ada, file, {}, { timezone: 'Europe/Berlin' })
    expect(old.committed?.workouts).toBe(0)
  })
})

test('only the missing exercises of a day are added', async () => {
  const ada = await app.register({ timeZone: 'Europe/Berlin' })
  await log(ada, workoutOf('2026-08-04T16:00:00Z', 'lat-pulldown', reps(10, 35), reps(8, 37.5)))
  const { committed, duplicates } = await importAll(app, ada, fitNotesNew)
  expect(committed).toMatchObject({ workouts: 2, sets: 2 })
  expect(duplicates).toEqual([])
  const { items } = (await ada.send('GET', '/api/workouts?from=2026-08-04&to=2026-08-04')).json<
    Schemas['WorkoutList']
  >()
  expect(items.flatMap(({ exercises }) => exercises.map(({ sets }) => sets.length)).toSorted()).toEqual([
    1, 2,
  ])
  expect((await importAll(app, ada, fitNotesNew)).committed?.workouts).toBe(0)
})
