import { describe, expect, test } from 'bun:test'
import { setsPerWorkout } from './published-table.ts'
import { SimulatedRun } from './simulated-run.ts'

/** The rows of a table without their steps. */
const withoutSteps = (rows: readonly (readonly string[])[]) => rows.map((row) => row.slice(1).join(' | '))

// https://www.t-nation.com/training/texas-method, with 5RMs of 100.
describe('Texas Method', () => {
  const lifts = ['squat', 'bench', 'press', 'deadlift', 'power-clean']

  test('volume at 90%, recovery at 80% of that, then a record, with a different press each week', () => {
    const run = new SimulatedRun(
      'texas-method',
      { squat: 100, bench: 100, press: 100, deadlift: 100, 'power-clean': 60 },
      { unit: 'kg' },
    )
    expect(setsPerWorkout(run, 6, [...lifts, 'chin-up', 'back-extension'])).toEqual([
      ['bench-week bench-volume', '5x 90x5', '5x 90x5', '90x5'],
      ['bench-week bench-recovery', '2x 72.5x5', '3x 80x5', '3x ?x1-30+', '5x ?x10'],
      ['bench-week bench-intensity', '100x5', '100x5', '5x 60x3'],
      ['press-week press-volume', '5x 92.5x5', '5x 90x5', '92.5x5'],
      ['press-week press-recovery', '2x 75x5', '3x 82.5x5', '3x ?x1-30+', '5x ?x10'],
      ['press-week press-intensity', '102.5x5', '100x5', '5x 62.5x3'],
    ])
  })

  test('a record of 300 lb is followed by 305 lb, and a missed record is repeated', () => {
    const bases = { squat: 300, bench: 200, press: 130, deadlift: 350, 'power-clean': 155 }
    const run = new SimulatedRun('texas-method', bases, { unit: 'lb' })
    expect(withoutSteps(setsPerWorkout(run, 4, ['squat', 'bench', 'press', 'deadlift']))).toEqual([
      '5x 270x5 | 5x 180x5 | 315x5',
      '2x 215x5 | 3x 105x5',
      '300x5 | 200x5',
      '5x 275x5 | 5x 115x5 | 320x5',
    ])
    expect([run.base('squat'), run.base('bench'), run.base('press')]).toEqual([305, 205, 130])
    for (let workout = 0; workout < 2; workout++)
      run.train(({ key, min }) => (key === 'record' ? min - 1 : min))
    expect([run.base('squat'), run.base('press')]).toEqual([305, 130])
  })
})

// https://stronglifts.com/madcow-5x5/: the top set starts 7% below the five-rep max and rises by 2.5% each
// week, to the nearest 5 lb. The fourth week reaches the five-rep max.
test('Madcow 5×5: the top sets of twelve weeks exceed a five-rep max of 300 lb', () => {
  const run = new SimulatedRun(
    'madcow-5x5',
    { squat: 279, bench: 200, row: 180, press: 120, deadlift: 320 },
    { unit: 'lb' },
  )
  const tops: string[] = []
  for (let week = 0; week < 12; week++) {
    const rows = withoutSteps(setsPerWorkout(run, 3, ['squat']))
    tops.push(`${rows[0]?.split(' ').at(-1)} ${rows[2]?.split(' ').at(-2)}`)
  }
  expect(tops).toEqual([
    '280x5 285x3',
    '285x5 295x3',
    '295x5 300x3',
    '300x5 310x3',
    '310x5 315x3',
    '315x5 325x3',
    '325x5 330x3',
    '330x5 340x3',
    '340x5 350x3',
    '350x5 355x3',
    '355x5 365x3',
    '365x5 375x3',
  ])
})

// https://www.jtsstrength.com/juggernaut-method/; https://deaddy.net/working-with-the-juggernaut-method.html
test('Juggernaut: sixteen weeks leave a training max of 400 lb unchanged if each test has the fewest reps', () => {
  const run = new SimulatedRun(
    'juggernaut',
    { squat: 400, bench: 300, deadlift: 450, press: 200 },
    { unit: 'lb' },
  )
  expect(withoutSteps(setsPerWorkout(run, 64, ['squat']))).toEqual([
    '5x 240x10',
    '220x5 250x5 3x 270x10',
    '200x5 240x3 280x1 300x10+',
    '160x5 200x5 240x5',
    '5x 260x8',
    '240x3 260x3 3x 290x8',
    '200x5 240x3 280x2 300x1 320x8+',
    '160x5 200x5 240x5',
    '6x 280x5',
    '260x2 280x1 4x 310x5',
    '200x5 240x3 280x2 300x1 320x1 340x5+',
    '160x5 200x5 240x5',
    '7x 300x3',
    '290x2 310x1 5x 330x3',
    '200x5 240x3 280x2 300x1 320x1 340x1 360x3+',
    '160x5 200x5 240x5',
  ])
  expect(run.base('squat')).toBe(400)
  expect(run.state.next).toBeUndefined()
})

// https://thefitness.wiki/routines/nsuns-lp/; https://www.liftosaur.com/programs/nsuns
describe('nSuns, 4 days', () => {
  const startRun = () =>
    new SimulatedRun('nsuns-4-day', { bench: 200, squat: 300, press: 100, deadlift: 400 }, { unit: 'lb' })

  test('3, 5 and 8 reps at 95% raise the training maxes accordingly', () => {
    const run = startRun()
    const bases: number[][] = []
    for (const reps of [3, 5, 8]) {
      for (let day = 0; day < 4; day++) run.train(({ key, min }) => (key === 'top' ? reps : min))
      bases.push(['bench', 'squat', 'deadlift', 'press'].map((lift) => run.base(lift)))
    }
    expect(bases).toEqual([
      [205, 305, 405, 102.5],
      [215, 315, 415, 105],
      [230, 330, 430, 107.5],
    ])
  })

  test('a week has the published sets', () => {
    const slots = ['bench', 'squat', 'deadlift', 'press-second', 'close-grip-bench', 'front-squat']
    expect(setsPerWorkout(startRun(), 4, slots).map(([step, ...texts]) => [step, texts.at(0)])).toEqual([
      ['w1 bench-volume', '130x8 150x6 3x 170x4 160x5 150x6 140x7 130x8+'],
      ['w1 squat', '225x5 255x3 285x1+ 270x3 255x3 240x3 225x5 210x5 195x5+'],
      ['w1 bench', '150x5 170x3 190x1+ 180x3 170x5 160x3 150x5 140x3 130x5+'],
      ['w1 deadlift', '300x5 340x3 380x1+ 360x3 340x3 320x3 300x3 280x3 260x3+'],
    ])
  })
})

// https://startingstrength.com/get-started/programs
test('Starting Strength, phase 2: deadlifts and power cleans alternate', () => {
  const run = new SimulatedRun(
    'starting-strength-2',
    { squat: 205, press: 95, bench: 145, deadlift: 255, 'power-clean': 115 },
    { unit: 'lb' },
  )
  expect(setsPerWorkout(run, 4, ['squat', 'press', 'bench', 'deadlift', 'power-clean'])).toEqual([
    ['ab a', '3x 205x5', '3x 95x5', '255x5'],
    ['ab b', '3x 210x5', '3x 145x5', '5x 115x3'],
    ['ab a', '3x 215x5', '3x 100x5', '265x5'],
    ['ab b', '3x 220x5', '3x 150x5', '5x 120x3'],
  ])
})
