import { describe, expect, test } from 'bun:test'
import { setsPerWorkout } from './published-table.ts'
import { SimulatedRun } from './simulated-run.ts'

describe('5/3/1', () => {
  test('Boring But Big has the published weights for a training max of 120 kg', () => {
    const run = new SimulatedRun('531-boring-but-big', { squat: 120, bench: 90, deadlift: 140, press: 60 })
    expect(setsPerWorkout(run, 16, ['squat', 'squat-volume'])).toEqual([
      ['w1 squat', '77.5x5 90x5 102.5x5+', '5x 60x10'],
      ['w2 squat', '85x3 95x3 107.5x3+', '5x 60x10'],
      ['w3 squat', '90x5 102.5x3 115x1+', '5x 60x10'],
      ['w4 squat', '47.5x5 60x5 72.5x5', '5x 47.5x10'],
    ])
    expect([run.base('squat'), run.base('bench')]).toEqual([125, 92.5])
    expect([run.base('deadlift'), run.base('press')]).toEqual([145, 62.5])
  })

  test('a training max of 285 lb: weights are rounded to the nearest 5 lb', () => {
    const run = new SimulatedRun(
      '531-boring-but-big',
      { squat: 285, bench: 200, deadlift: 300, press: 100 },
      { unit: 'lb' },
    )
    expect(setsPerWorkout(run, 12, ['squat']).map(([, text]) => text)).toEqual([
      '185x5 215x5 240x5+',
      '200x3 230x3 255x3+',
      '215x5 240x3 270x1+',
    ])
  })

  test('for Beginners: the first set is repeated last, and a training max rises once per cycle', () => {
    const bases = { squat: 300, bench: 200, deadlift: 350, press: 120 }
    const run = new SimulatedRun('531-for-beginners', bases, { unit: 'lb' })
    expect(setsPerWorkout(run, 9, ['bench'])).toEqual([
      ['w1 day-1', '130x5 150x5 170x5+ 5x 130x5'],
      ['w1 day-3', '130x5 150x5 170x5+ 5x 130x5'],
      ['w2 day-1', '140x3 160x3 180x3+ 5x 140x5'],
      ['w2 day-3', '140x3 160x3 180x3+ 5x 140x5'],
      ['w3 day-1', '150x5 170x3 190x1+ 5x 150x5'],
      ['w3 day-3', '150x5 170x3 190x1+ 5x 150x5'],
    ])
    expect(['squat', 'bench', 'deadlift', 'press'].map((lift) => run.base(lift))).toEqual([
      310, 205, 360, 125,
    ])
  })
})

describe('nSuns, 5 days', () => {
  const startRun = () =>
    new SimulatedRun('nsuns-5-day', { bench: 200, squat: 300, press: 120, deadlift: 400 }, { unit: 'lb' })

  test('a week has the published sets', () => {
    expect(
      setsPerWorkout(startRun(), 5, [
        'bench',
        'squat',
        'press',
        'deadlift',
        'press-second',
        'front-squat',
        'sumo-deadlift',
        'incline-bench',
        'close-grip-bench',
      ]),
    ).toEqual([
      [
        'w1 bench-volume',
        '130x8 150x6 3x 170x4 160x5 150x6 140x7 130x8+',
        '60x6 70x5 85x3 85x5 85x7 85x4 85x6 85x8',
      ],
      [
        'w1 squat',
        '225x5 255x3 285x1+ 270x3 255x3 240x3 225x5 210x5 195x5+',
        '200x5 240x5 280x3 280x5 280x7 280x4 280x6 280x8',
      ],
      [
        'w1 press',
        '90x5 100x3 115x1+ 110x3 100x3 95x3 90x5 85x5 80x5+',
        '80x6 100x5 120x3 120x5 120x7 120x4 120x6 120x8',
      ],
      [
        'w1 deadlift',
        '300x5 340x3 380x1+ 360x3 340x3 320x3 300x3 280x3 260x3+',
        '105x5 135x5 165x3 165x5 165x7 165x4 165x6 165x8',
      ],
      [
        'w1 bench',
        '150x5 170x3 190x1+ 180x3 170x5 160x3 150x5 140x3 130x5+',
        '80x6 100x5 120x3 120x5 120x7 120x4 120x6 120x8',
      ],
    ])
  })

  test.each([
    [0, 300],
    [1, 300],
    [2, 305],
    [3, 305],
    [4, 310],
    [5, 310],
    [6, 315],
    [15, 315],
  ])('a rep count of %d at 95%% changes a training max of 300 lb to %d lb', (reps, after) => {
    const run = startRun()
    for (let workout = 0; workout < 5; workout++) run.train(({ key, min }) => (key === 'top' ? reps : min))
    expect(run.base('squat')).toBe(after)
    expect(run.base('bench')).toBe(after - 100)
  })
})

describe('weekly programs', () => {
  test('Madcow 5×5 has the published weights for a top set of 280 lb', () => {
    const run = new SimulatedRun(
      'madcow-5x5',
      { squat: 280, bench: 200, row: 180, press: 120, deadlift: 320 },
      { unit: 'lb' },
    )
    expect(setsPerWorkout(run, 4, ['squat', 'press', 'deadlift'])).toEqual([
      ['w1 monday', '140x5 175x5 210x5 245x5 280x5'],
      ['w1 wednesday', '140x5 175x5 2x 210x5', '75x5 90x5 105x5 120x5', '200x5 240x5 280x5 320x5'],
      ['w1 friday', '140x5 175x5 210x5 245x5 285x3 210x8'],
      ['w1 monday', '145x5 180x5 215x5 250x5 285x5'],
    ])
    expect([run.base('press'), run.base('deadlift')]).toEqual([123, 328])
  })

  test('Madcow 5×5: a missed triple repeats the week', () => {
    const run = new SimulatedRun(
      'madcow-5x5',
      { squat: 280, bench: 200, row: 180, press: 120, deadlift: 320 },
      { unit: 'lb' },
    )
    for (let workout = 0; workout < 3; workout++) run.train(({ key, min }) => (key === 'triple' ? 2 : min))
    expect(run.sets('squat')).toBe('140x5 175x5 210x5 245x5 280x5')
  })

  test('Tactical Barbell, Operator, has the published weights for a max of 100 kg', () => {
    const run = new SimulatedRun('tactical-barbell-operator', { squat: 100, bench: 100, row: 100 })
    const rows = setsPerWorkout(run, 18, ['squat']).filter(([step]) => step?.endsWith('day-1'))
    expect(rows.map(([, text]) => text)).toEqual([
      '3x 70x5',
      '3x 80x5',
      '3x 90x3',
      '3x 75x5',
      '3x 85x3',
      '3x 95x2',
    ])
    expect([run.base('squat'), run.base('bench')]).toEqual([105, 102.5])
  })
})

describe('peaking programs', () => {
  test('Smolov Jr. has the published weights for a max of 325 lb', () => {
    const run = new SimulatedRun('smolov-jr', { bench: 325 }, { unit: 'lb' })
    const rows = setsPerWorkout(run, 12, ['bench-w1', 'bench-w2', 'bench-w3']).map(([, text]) => text)
    expect(rows).toEqual([
      '6x 230x6',
      '7x 245x5',
      '8x 260x4',
      '10x 275x3',
      '6x 240x6',
      '7x 255x5',
      '8x 270x4',
      '10x 285x3',
      '6x 245x6',
      '7x 260x5',
      '8x 275x4',
      '10x 290x3',
    ])
    expect(run.state.next).toBeUndefined()
  })

  test('Juggernaut has the published tens for 400 lb, and fifteen reps add 12.5 lb', () => {
    const run = new SimulatedRun(
      'juggernaut',
      { squat: 400, bench: 300, deadlift: 450, press: 200 },
      { unit: 'lb' },
    )
    const rows = setsPerWorkout(run, 16, ['squat'], ({ key, min }) => (key === 'top' ? 15 : min)).map(
      ([, text]) => text,
    )
    expect(rows).toEqual([
      '5x 240x10',
      '220x5 250x5 3x 270x10',
      '200x5 240x3 280x1 300x10+',
      '165x5 205x5 250x5',
    ])
    expect([run.base('squat'), run.base('bench')]).toEqual([412.5, 306.25])
  })
})
