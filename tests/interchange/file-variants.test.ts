import { describe, expect, test } from 'bun:test'
import { fitNotesNew, hevyKg, read, strongPlain, strongUnits } from './files.ts'

/** The sets of a file, each as a line of text. */
async function setsOf(text: string, options = {}) {
  const { workouts } = await read(text, options)
  return workouts.flatMap(({ exercises }) =>
    exercises.flatMap(({ name, sets }) =>
      sets.map(({ type, weight, reps, durationSeconds, restSeconds }) =>
        [name, type, weight?.value, weight?.unit, reps, durationSeconds, restSeconds].join(' '),
      ),
    ),
  )
}

describe('Strong is read', () => {
  test('in German, with rests, Windows line endings and no newline at the end', async () => {
    const file = [
      'Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,Notizen,Workout-Notizen,RPE',
      '2024-02-05 18:01:02,"Abend-Workout",1h 2min,"Squat (Barbell)",W,40.0,8.0,0,0.0,"",,',
      '2024-02-05 18:01:02,"Abend-Workout",1h 2min,"Squat (Barbell)",1,82.5,5.0,0,0.0,"",,',
      '2024-02-05 18:01:02,"Abend-Workout",1h 2min,"Squat (Barbell)",Ruhezeit,0.0,0.0,0,120.0,"",,',
      '2024-02-05 18:01:02,"Abend-Workout",1h 2min,"Plank",1,0.0,0.0,0,45.0,"",,',
      '2024-02-05 18:01:02,"Abend-Workout",1h 2min,"Plank",Ruhezeit,0.0,0.0,0,0.0,"",,',
    ].join('\r\n')
    const log = await read(file, { weightUnit: 'kg' })
    expect(log).toMatchObject({ format: 'strong', rows: 5, skippedRows: 0, problemCount: 0 })
    expect(log.workouts).toMatchObject([{ name: 'Abend-Workout', localStart: '2024-02-05T18:01:02' }])
    expect((log.workouts[0]?.endedAt ?? 0) - (log.workouts[0]?.startedAt ?? 0)).toBe(62 * 60_000)
    expect(await setsOf(file, { weightUnit: 'kg' })).toEqual([
      'Squat (Barbell) warmup 40 kg 8  ',
      'Squat (Barbell) normal 82.5 kg 5  120',
      'Plank normal    45 0',
    ])
  })

  test('in French', async () => {
    const file = `Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,Notes,Notes d'entraînement,RPE
2023-08-16 13:10:30,"Dos",35min,"Aerobics",1,0,0,0,600,"","",
2023-08-16 13:10:30,"Dos",35min,"Bench Press (Dumbbell)",1,22.5,8,0,0,"lent",,
`
    const log = await read(file, { weightUnit: 'kg' })
    expect(log).toMatchObject({ format: 'strong', skippedRows: 0, problemCount: 0 })
    expect(log.workouts[0]).toMatchObject({ name: 'Dos', localStart: '2023-08-16T13:10:30' })
    expect(await setsOf(file, { weightUnit: 'kg' })).toEqual([
      'Aerobics normal    600 ',
      'Bench Press (Dumbbell) normal 22.5 kg 8  ',
    ])
  })

  test.each([
    ['kg', 'km'],
    ['lb', 'mi'],
  ])(
    'from its first years, with columns named %s and %s and set orders that start at 0',
    async (weight, distance) => {
      const file = `Date,Workout Name,Exercise Name,Set Order,${weight},Reps,${distance},Seconds,Notes
2016-10-03 19:30:55,"W1D1","Squat",0,70.0,5,0.0,0,""
2016-10-03 19:30:55,"W1D1","Squat",1,72.5,5,0.0,0,"deep"
2016-10-03 19:30:55,"W1D1","Running",0,0.0,0,5.2,1500,""
`
      const log = await read(file)
      expect(log).toMatchObject({
        skippedRows: 0,
        weightUnit: { unit: weight, basis: 'header', ask: false, evidence: [`The header has "${weight}".`] },
        distanceUnit: { unit: distance, basis: 'header' },
      })
      expect(log.workouts[0]?.exercises.at(-1)?.sets).toMatchObject([
        { distance: { value: 5.2, unit: distance }, durationSeconds: 1500 },
      ])
      expect((await setsOf(file)).slice(0, 2)).toEqual([
        `Squat normal 70 ${weight} 5  `,
        `Squat normal 72.5 ${weight} 5  `,
      ])
    },
  )

  test.each([
    ['a twelve-hour clock with a narrow space', '2021-07-09 6:00:00\u202fPM', '2021-07-09T18:00:00'],
    ['a twelve-hour clock at noon', '2021-07-09 12:30:00 PM', '2021-07-09T12:30:00'],
    ['a time without seconds', '2021-07-09 18:00', '2021-07-09T18:00:00'],
    ['a T before the time', '2021-07-09T18:00:00', '2021-07-09T18:00:00'],
    ['slashes and the year first', '2021/07/09 18:00:00', '2021-07-09T18:00:00'],
  ])('with dates that have %s', async (_, date, localStart) => {
    const log = await read(strongPlain.replaceAll('2021-07-09 18:00:00', date))
    expect(log.skippedRows).toBe(0)
    expect(log.workouts[0]).toMatchObject({ localStart })
  })

  test.each([
    ['07/09/2021 18:00', '07/23/2021 9:30', '2021-07-09T18:00:00'],
    ['07/09/2021 18:00', '23/07/2021 9:30', '2021-09-07T18:00:00'],
    ['07.09.2021 18:00', '11.07.2021 9:30', '2021-09-07T18:00:00'],
  ])('with dates that a spreadsheet saved as %s, if another is %s', async (first, another, localStart) => {
    const file = strongPlain.replaceAll('2021-07-09 18:00:00', first)
    const log = await read(file.replaceAll('2021-07-11 09:30:00', another))
    expect(log.skippedRows).toBe(0)
    expect(log.workouts.map((workout) => workout.localStart)).toContain(localStart)
  })

  test('with dates in the order of day and month given by the caller', async () => {
    const file = strongPlain.replaceAll('2021-07-09', '07/09/2021').replaceAll('2021-07-11', '7/11/2021')
    const dmy = await read(file, { dayOrder: 'dmy' })
    expect(dmy).toMatchObject({ skippedRows: 0, dayOrder: 'dmy' })
    expect(dmy.workouts[0]?.localStart).toBe('2021-09-07T18:00:00')
    expect((await read(file, { dayOrder: 'mdy' })).workouts[0]?.localStart).toBe('2021-07-09T18:00:00')
  })

  test('with durations as a clock time, and units with a dot or in full', async () => {
    const log = await read(
      strongUnits
        .replace('"";"";44m\n', '"";"";1:05:00\n')
        .replace(';5;km;1500', ';3.1;mi.;1500')
        .replaceAll(';kg;', ';Kilograms;'),
    )
    expect(log.skippedRows).toBe(0)
    const [workout] = log.workouts
    expect((workout?.endedAt ?? 0) - (workout?.startedAt ?? 0)).toBe(65 * 60_000)
    expect(workout?.exercises.at(-1)?.sets[0]?.distance).toEqual({ value: 3.1, unit: 'mi' })
  })

  test('with set orders with decimals, and rests as a separate exercise', async () => {
    const rows = [
      '2021-07-12 18:00:00,"A",1h,"Bench Press (Barbell)",1.0,60.0,8.0,0,0.0,"",,',
      '2021-07-12 18:00:00,"A",1h,"Rest Timer",Rest Timer,,,,90,"",,',
      '2021-07-12 18:00:00,"A",1h,"Bench Press (Barbell)",2.0,60.0,8.0,0,0.0,"",,',
    ]
    const header = strongPlain.slice(0, strongPlain.indexOf('\n') + 1)
    expect(await setsOf(header + rows.join('\n'), { weightUnit: 'kg' })).toEqual([
      'Bench Press (Barbell) normal 60 kg 8  90',
      'Bench Press (Barbell) normal 60 kg 8  ',
    ])
  })
})

describe('Hevy is read', () => {
  test.each([
    ['English', '5 Jan 2025, 7:48 AM', '2025-01-05T07:48:00'],
    ['English, month first', 'Jan 5, 2025, 12:08 AM', '2025-01-05T00:08:00'],
    ['Portuguese', '5 de fev. de 2025, 19:48', '2025-02-05T19:48:00'],
    ['Portuguese', '5 dez. 2025, 19:48', '2025-12-05T19:48:00'],
    ['Spanish', '5 ene 2025, 19:48', '2025-01-05T19:48:00'],
    ['Spanish', '5 sept 2025, 7:48 p. m.', '2025-09-05T19:48:00'],
    ['Spanish', '5 de agosto de 2025 a las 19:48', '2025-08-05T19:48:00'],
    ['German', '5. März 2025, 19:48', '2025-03-05T19:48:00'],
    ['German', '05 Mär. 2025, 19:48', '2025-03-05T19:48:00'],
    ['German', '5. Okt. 2025 um 19:48 Uhr', '2025-10-05T19:48:00'],
    ['French', '5 août 2025, 19:48', '2025-08-05T19:48:00'],
    ['French', '5 févr. 2025, 19:48', '2025-02-05T19:48:00'],
    ['French', '1er juil. 2025 à 19:48', '2025-07-01T19:48:00'],
    ['French', '5 juin 2025, 19h48', '2025-06-05T19:48:00'],
    ['Italian', '5 gen 2025, 19:48', '2025-01-05T19:48:00'],
    ['Italian', '5 giu 2025, 19:48', '2025-06-05T19:48:00'],
    ['Italian', '5 lug 2025 alle ore 19:48', '2025-07-05T19:48:00'],
  ])('with a date in %s: %s', async (_, date, localStart) => {
    const log = await read(
      hevyKg.replaceAll('15 Dez. 2025, 07:48', date).replaceAll('15 Dez. 2025, 09:13', ''),
    )
    expect(log.skippedRows).toBe(0)
    expect(log.workouts.map((workout) => workout.localStart)).toContain(localStart)
  })

  test('with set types in other spellings', async () => {
    const file = hevyKg.replace('"warmup"', '"Warm Up"').replace('"dropset"', '"drop_set"')
    expect((await read(file)).problemCount).toBe(0)
    expect(await setsOf(file)).toEqual(await setsOf(hevyKg))
  })

  test('with semicolons as separators and spaces in the header', async () => {
    const file = `title; start_time; end_time; exercise_title; set_index; set_type; weight_kg; reps
Push; 15 Sep 2025, 07:48; 15 Sep 2025, 09:13; Bench Press (Barbell); 0; normal; 62,5; 8
`
    const log = await read(file)
    expect(log).toMatchObject({ format: 'hevy', skippedRows: 0, workouts: [{ name: 'Push' }] })
    expect(await setsOf(file)).toEqual(['Bench Press (Barbell) normal 62.5 kg 8  '])
  })
})

describe('FitNotes is read', () => {
  test('for iOS with notes, and with the weight in either unit', async () => {
    const file = `Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,Notes,Kind
2020-01-13,Barbell Squat,Legs,70.00,154.32,5,,,,"slow, deep",wr
2020-01-13,Barbell Squat,Legs,,155.00,5,,,,,wr
2020-01-13,Barbell Squat,Legs,72.50,,5,,,,,wr
2020-01-13,Crunch,Abs,0.00,0.00,35,,,,,wr
2020-01-13,Plank,Abs,,,,,,00:01:30,,t
2020-01-13,Running (Outdoor),Cardio,,,,5.0,km,25:30,,dt
`
    const log = await read(file)
    expect(log).toMatchObject({ format: 'fitnotes', rows: 6, skippedRows: 0, problemCount: 0 })
    expect(log.workouts[0]?.exercises[0]?.sets[0]?.notes).toBe('slow, deep')
    expect(await setsOf(file)).toEqual([
      'Barbell Squat normal 70 kg 5  ',
      'Barbell Squat normal 155 lb 5  ',
      'Barbell Squat normal 72.5 kg 5  ',
      'Crunch normal   35  ',
      'Plank normal    90 ',
      'Running (Outdoor) normal    1530 ',
    ])
  })

  test('with names in another script unchanged', async () => {
    const log = await read(fitNotesNew.replaceAll('Lat Pulldown', 'פולי עליון'))
    expect(log.exercises[0]?.name).toBe('פולי עליון')
  })
})

describe('a file saved by a spreadsheet is read', () => {
  test('without empty lines or rows of empty cells', async () => {
    const blank = `\n${','.repeat(11)}\n\n`
    const log = await read(strongPlain.replace('\n2021-07-11', `${blank}2021-07-11`) + blank)
    const plain = await read(strongPlain)
    expect(log).toMatchObject({ rows: plain.rows, skippedRows: 0, problemCount: 0 })
  })

  test('with tabs between the cells', async () => {
    const file = strongUnits.replaceAll(';', '\t')
    const log = await read(file)
    expect(log.evidence).toContain('separated by tabs')
    expect(log.workouts).toEqual((await read(strongUnits)).workouts)
  })
})
