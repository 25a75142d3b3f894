import { describe, expect, test } from 'bun:test'
import { readLog } from '#interchange/read-log.ts'
import { fitNotesNew, hevyKg, read, strongPlain } from './files.ts'

// Cases from people's files, parts of which were once lost.

const fitNotes = fitNotesNew.slice(0, fitNotesNew.indexOf('\n') + 1)
const strong = strongPlain.slice(0, strongPlain.indexOf('\n') + 1)

/** The sets of a file without their lines. */
async function setsOf(file: string, options = {}) {
  const log = await read(file, options)
  return log.workouts.flatMap(({ exercises }) =>
    exercises.flatMap(({ sets }) => sets.map(({ line: _, type: __, ...figures }) => figures)),
  )
}

describe('in a number, thousands are separated by', () => {
  test.each([
    ['a comma, if other numbers have decimal points', '"1,000"', '35.5', 1000],
    ['a period, if other numbers have decimal commas', '"1.000"', '"35,5"', 1000],
    ['a comma, with decimals', '"1,000.5"', '35', 1000.5],
    ['a space', '1 000', '35', 1000],
    ['a no-break space', '1\u00a0000', '35', 1000],
    ['an apostrophe', "1'000", '35', 1000],
    ['nothing: it has three decimals, like a number with a decimal point', '1.125', '35.5', 1.125],
    ['nothing: it has three decimals, because it would be too large otherwise', '55.125', '35', 55.125],
    ['nothing: it has three decimals after a zero', '"0,125"', '35', 0.125],
  ])('%s', async (_, cell, other, value) => {
    const rows = `2026-08-04,Leg Press,Legs,${cell},lbs,5,,,,\n2026-08-04,Curl,Biceps,${other},lbs,5,,,,\n`
    const log = await read(fitNotes + rows)
    expect(log.problemCount).toBe(0)
    expect(log.workouts[0]?.exercises[0]?.sets[0]?.weight).toEqual({ value, unit: 'lb' })
  })

  test('a comma, in distances', async () => {
    const row = '2026-08-04,Running,Cardio,,,,"10,000",m,0:50:00,\n'
    const [set] = await setsOf(`${fitNotes}${row}2026-08-04,Curl,Biceps,7.5,kgs,5,,,,\n`)
    expect(set?.distance).toEqual({ value: 10_000, unit: 'm' })
  })

  test('an ambiguous character, whose row is skipped and reported', async () => {
    const log = await read(`${fitNotes}2026-08-04,Leg Press,Legs,"1,000",lbs,5,,,,\n`)
    expect(log.problems).toMatchObject([
      { line: 2, field: 'Weight', code: 'ambiguous_number', effect: 'row_skipped' },
    ])
    expect(log.problems[0]?.message).toContain('thousands separator or decimals')
  })
})

describe('a negative weight is assistance', () => {
  test('in FitNotes', async () => {
    const log = await read(`${fitNotes}2026-08-04,Pull Up,Back,-20.0,kgs,8,,,,\n`)
    expect(log.problemCount).toBe(0)
    expect(log.workouts[0]?.exercises[0]?.sets).toEqual([
      { line: 2, type: 'normal', assistance: { value: 20, unit: 'kg' }, reps: 8 },
    ])
  })

  test('in Strong, with a minus sign of either kind', async () => {
    const row = (weight: string) => `2021-07-09 18:00:00,A,1h,"Pull Up (Assisted)",1,${weight},12,0,0,"",,\n`
    for (const weight of ['-21', '−21']) {
      expect(await setsOf(strong + row(weight), { weightUnit: 'kg' })).toEqual([
        { assistance: { value: 21, unit: 'kg' }, reps: 12 },
      ])
    }
  })

  test('in Hevy', async () => {
    const sets = await setsOf(hevyKg.replace(',100,5,', ',-100,5,'))
    expect(sets).toContainEqual({ assistance: { value: 100, unit: 'kg' }, reps: 5, rpe: 7 })
  })
})

describe('unquoted commas in FitNotes', () => {
  test.each([
    ['one in a name', 'Overhead Press (Each Side, Dumbbells)', 'Shoulders'],
    ['two in a name', 'Press, seated, slow', 'Shoulders'],
    ['one before a number in a name', 'Press, 2 arms', 'Shoulders'],
  ])('%s', async (_, name, category) => {
    const log = await read(`${fitNotes}2026-08-04,${name},${category},8.0,kgs,5,,,,\n`)
    expect(log.exercises).toMatchObject([{ name, category }])
    expect(log.workouts[0]?.exercises[0]?.sets).toMatchObject([{ weight: { value: 8 }, reps: 5 }])
    expect(log.problems).toMatchObject([{ line: 2, code: 'cells_joined', effect: 'kept' }])
  })

  test('in a comment', async () => {
    const log = await read(`${fitNotes}2026-08-04,Press,Shoulders,8.0,kgs,5,,,,slow, deep, hard\n`)
    expect(log.workouts[0]?.exercises[0]).toMatchObject({
      name: 'Press',
      sets: [{ reps: 5, notes: 'slow, deep, hard' }],
    })
  })

  test('that make the numbers unreadable invalidate their row', async () => {
    const log = await read(`${fitNotes}2026-08-04,Press,Shoulders,eight,kgs,five,a,b,c,d,e\n`)
    expect(log.problems).toMatchObject([{ line: 2, code: 'column_count', effect: 'row_skipped' }])
  })
})

describe('a problem is reported', () => {
  test('once for each workout', async () => {
    const row = (order: number) => `2021-07-09 18:00:00,A,eternity,"Squat",${order},100,5,0,0,"",,\n`
    const other = row(1).replace('18:00', '19:00')
    const log = await read(strong + row(1) + row(2) + row(3) + other)
    expect(log.problems.map(({ line }) => line)).toEqual([2, 5])
    expect(log.skippedRows).toBe(0)
  })

  test('after problems that skip a row', async () => {
    const rowsWithInvalidValue = Array.from(
      { length: 1100 },
      (_, order) => `2021-07-09 18:00:00,A,1h,"Squat",${order + 1},100,5,x,0,"",,\n`,
    )
    const invalidRow = '2021-07-10 18:00:00,A,1h,"Squat",1,heavy,5,0,0,"",,\n'
    const log = await read(strong + rowsWithInvalidValue.join('') + invalidRow)
    expect(log).toMatchObject({ problemCount: 1103, skippedRows: 1 })
    expect(log.problems).toHaveLength(1000)
    expect(log.problems[0]).toMatchObject({ line: 1102, effect: 'row_skipped' })
    expect(log.problems[1]).toMatchObject({ line: 2, effect: 'value_dropped' })
  })

  test('for a column that has content but is not read', async () => {
    const file = `${fitNotes.trim()},Heart Rate,Empty\n2026-08-04,Curl,Biceps,10.0,kgs,5,,,,,120,\n`
    const log = await read(file)
    expect(log.problems).toMatchObject([
      { line: 1, field: 'heart rate', code: 'column_ignored', effect: 'value_dropped' },
    ])
    expect(log.skippedRows).toBe(0)
  })
})

test('a row that states a number of sets is read as that many sets', async () => {
  const log = await read('Date,Exercise,Category,Sets,Reps,Weight\n2026-08-04,Deadlift,Back,5,5,140\n')
  expect(log.workouts[0]?.exercises[0]?.sets).toHaveLength(5)
  expect(log.workouts[0]?.exercises[0]?.sets[4]).toMatchObject({ reps: 5, weight: { value: 140 } })
  expect(log.problemCount).toBe(0)
})

test('a stray quote in quoted text is part of the text', async () => {
  const header = '"Workout #";"Date";"Workout Name";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"Notes"'
  const row = (note: string) => `"1";"2020-05-28 12:58:47";"A";"Squat";"1";"40.0";"5";"${note}"\n`
  for (const note of ['said "ok" today', '12" box', '"quoted"', 'two "li"nes\nof "it']) {
    const log = await read(`${header}\n${row(note)}${row('plain').replace('"1";"40', '"2";"40')}`)
    expect(log.problemCount).toBe(0)
    expect(log.workouts[0]?.exercises[0]?.sets.map(({ notes }) => notes)).toEqual([note, 'plain'])
  }
})

describe('Strong in', () => {
  test.each([
    ['Chinese', '日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE', '1小时13分钟'],
    [
      'Spanish',
      'Fecha,Nombre del entrenamiento,Duración,Nombre del ejercicio,Orden de la serie,Peso,Repeticiones,Distancia,Segundos,Notas,Notas del entrenamiento,RPE',
      '1h 13min',
    ],
    [
      'Portuguese',
      'Data,Nome do treino,Duração,Nome do exercício,Ordem da série,Peso,Repetições,Distância,Segundos,Notas,Notas do treino,RPE',
      '1h 13m',
    ],
    [
      'Italian',
      'Data,Nome allenamento,Durata,Nome esercizio,Ordine serie,Peso,Ripetizioni,Distanza,Secondi,Note,Note allenamento,RPE',
      '1 h 13 min',
    ],
    [
      'Dutch',
      'Datum,Naam van de workout,Duur,Naam van de oefening,Setvolgorde,Gewicht,Herhalingen,Afstand,Seconden,Notities,Workoutnotities,RPE',
      '1u 13m',
    ],
    [
      'Swedish',
      'Datum,Träningspassets namn,Varaktighet,Övningens namn,Setordning,Vikt,Repetitioner,Avstånd,Sekunder,Anteckningar,Träningsanteckningar,RPE',
      '1 tim 13 min',
    ],
    [
      'Polish',
      'Data,Nazwa treningu,Czas trwania,Nazwa ćwiczenia,Kolejność serii,Waga,Powtórzenia,Dystans,Sekundy,Notatki,Notatki z treningu,RPE',
      '1 godz. 13 min',
    ],
    [
      'Czech',
      'Datum,Název tréninku,Doba trvání,Název cviku,Pořadí série,Váha,Opakování,Vzdálenost,Sekundy,Poznámky,Poznámky k tréninku,RPE',
      '1 hod 13 min',
    ],
    [
      'Turkish',
      'Tarih,Antrenman Adı,Süre,Egzersiz Adı,Set Sırası,Ağırlık,Tekrar,Mesafe,Saniye,Notlar,Antrenman Notları,RPE',
      '1 sa 13 dk',
    ],
    [
      'Russian',
      'Дата,Название тренировки,Длительность,Название упражнения,Порядок подходов,Вес,Повторения,Расстояние,Секунды,Заметки,Заметки к тренировке,RPE',
      '1 ч 13 мин',
    ],
    [
      'Japanese',
      '日付,ワークアウト名,時間,種目名,セット順,重量,回数,距離,秒,メモ,ワークアウトメモ,RPE',
      '1時間13分',
    ],
    [
      'Korean',
      '날짜,운동 세션 이름,시간,운동 이름,세트 순서,무게,횟수,거리,초,메모,운동 메모,RPE',
      '1시간 13분',
    ],
  ])('%s is read, including its header and durations', async (_, header, duration) => {
    const row = `2020-09-29 07:10:22,"Pull",${duration},"Squat (Barbell)",1,100,5,0,0,"x","y",8\n`
    const log = await read(`${header}\n${row}`, { weightUnit: 'kg' })
    expect(log).toMatchObject({ format: 'strong', problemCount: 0 })
    expect(log.workouts).toMatchObject([
      {
        name: 'Pull',
        notes: 'y',
        exercises: [{ sets: [{ weight: { value: 100 }, reps: 5, rpe: 8, notes: 'x' }] }],
      },
    ])
    const [workout] = log.workouts
    expect((workout?.endedAt ?? 0) - (workout?.startedAt ?? 0)).toBe(73 * 60_000)
  })
})

test('damaged rows of various kinds don’t affect other rows', async () => {
  const damaged = [
    '2021-07-09 18:00:00,"A",1h,"Squat',
    'nothing',
    `${'x'.repeat(150_000)}`,
    '2021-07-09 18:00:00,"A" x,1h,"Squat",1,100,5,0,0,"",,',
    '\u0001',
  ]
  const rows = damaged.map(
    (row, index) => `${row}\n2021-07-0${index + 1} 18:00:00,"A",1h,"Squat",1,100,5,0,0,"",,\n`,
  )
  const log = await readLog(Buffer.from(strong + rows.join('')), { timeZone: 'UTC' })
  expect(new Set(log.workouts.map(({ localStart }) => localStart.slice(0, 10))).size).toBeGreaterThanOrEqual(
    5,
  )
})
