import { describe, expect, test } from 'bun:test'
import { setsPerWorkout } from './published-table.ts'
import { type Lifter, SimulatedRun } from './simulated-run.ts'

describe('GZCLP', () => {
  const startingWeights = { 'squat-t1': 100, 'squat-t2': 60, 'lat-pulldown-t3': 40 }
  const startRun = () => new SimulatedRun('gzclp', {}, { startingWeights })

  test('tier 1: 5 × 3+, 6 × 2+ and 10 × 1+ at the same weight, each after a miss', () => {
    const run = startRun()
    const missingSquats: Lifter = ({ slot, min }) => (slot === 'squat-t1' ? min - 1 : min)
    run.train()
    const rows = setsPerWorkout(run, 16, ['squat-t1'], missingSquats).map(([, text]) => text)
    expect(rows).toEqual(['4x 105x3 105x3+', '5x 105x2 105x2+', '9x 105x1 105x1+', '97.5x5+'])
  })

  test('tier 1: a success adds 5 kg to a squat and 2.5 kg to a press', () => {
    const run = startRun()
    expect(setsPerWorkout(run, 13, ['squat-t1', 'press-t1']).map(([, text]) => text)).toEqual([
      '4x ?x3 ?x3+',
      '4x ?x3 ?x3+',
      '4x 105x3 105x3+',
      '4x 22.5x3 22.5x3+',
      '4x 110x3 110x3+',
      '4x 25x3 25x3+',
      '4x 115x3 115x3+',
    ])
  })

  test('tier 2: 3 × 10, 3 × 8, 3 × 6, then the last weight of 3 × 10 plus 15 lb', () => {
    const run = startRun()
    let workouts = 0
    const missingSquats: Lifter = ({ slot, min }) => (slot === 'squat-t2' && workouts > 0 ? min - 1 : min)
    const rows: string[] = []
    for (let workout = 0; workout < 22; workout++) {
      const text = run.sets('squat-t2')
      if (text !== '') rows.push(text)
      run.train(missingSquats)
      if (text !== '') workouts += 1
    }
    // The first row is derived from tier 1; this lifter chooses a lighter weight.
    expect(rows).toEqual(['3x 75x10', '3x 65x10', '3x 65x8', '3x 65x6', '3x 72.5x10'])
  })

  test('tier 3: 3 × 15+, heavier after a last set of 25 reps', () => {
    const run = startRun()
    const reps = [15, 24, 25, 15]
    const rows: string[] = []
    for (let workout = 0; workout < 8; workout++) {
      const text = run.sets('lat-pulldown-t3')
      const [count = 15] = text === '' ? [] : reps.splice(0, 1)
      if (text !== '') rows.push(text)
      run.train(({ slot, isLast, min }) => (slot === 'lat-pulldown-t3' && isLast ? count : min))
    }
    expect(rows).toEqual(['2x ?x15 ?x15+', '2x 40x15 40x15+', '2x 40x15 40x15+', '2x 42.5x15 42.5x15+'])
  })

  test('tiers 1 and 2 of a lift are independent of each other', () => {
    const run = startRun()
    for (let workout = 0; workout < 8; workout++)
      run.train(({ slot, min }) => (slot.endsWith('t1') ? min - 1 : min))
    expect(run.sets('squat-t1')).toBe('9x 100x1 100x1+')
    for (let workout = 0; workout < 2; workout++)
      run.train(({ slot, min }) => (slot.endsWith('t1') ? min - 1 : min))
    expect(run.sets('squat-t2')).toBe('3x 70x10')
  })
})

describe('linear programs', () => {
  test('StrongLifts 5×5 has the published weights in six workouts', () => {
    const run = new SimulatedRun('stronglifts-5x5', {
      squat: 60,
      bench: 50,
      row: 50,
      press: 40,
      deadlift: 80,
    })
    expect(setsPerWorkout(run, 6, ['squat', 'bench', 'row', 'press', 'deadlift'])).toEqual([
      ['ab a', '5x 60x5', '5x 50x5', '5x 50x5'],
      ['ab b', '5x 62.5x5', '5x 40x5', '80x5'],
      ['ab a', '5x 65x5', '5x 52.5x5', '5x 52.5x5'],
      ['ab b', '5x 67.5x5', '5x 42.5x5', '85x5'],
      ['ab a', '5x 70x5', '5x 55x5', '5x 55x5'],
      ['ab b', '5x 72.5x5', '5x 45x5', '90x5'],
    ])
  })

  test('StrongLifts: three misses of 100 kg reduce it to 90 kg', () => {
    const run = new SimulatedRun('stronglifts-5x5', {
      squat: 100,
      bench: 50,
      row: 50,
      press: 40,
      deadlift: 80,
    })
    const rows = setsPerWorkout(run, 4, ['squat'], ({ slot, min }) => (slot === 'squat' ? min - 1 : min))
    expect(rows.map(([, text]) => text)).toEqual(['5x 100x5', '5x 100x5', '5x 100x5', '5x 90x5'])
  })

  test('Starting Strength, phase 1: the squat rises from 135 to 150 lb and the deadlift from 185 to 215 lb', () => {
    const bases = { squat: 135, press: 65, bench: 95, deadlift: 185 }
    const run = new SimulatedRun('starting-strength-1', bases, { unit: 'lb' })
    expect(setsPerWorkout(run, 4, ['squat', 'press', 'bench', 'deadlift'])).toEqual([
      ['ab a', '3x 135x5', '3x 65x5', '185x5'],
      ['ab b', '3x 140x5', '3x 95x5', '195x5'],
      ['ab a', '3x 145x5', '3x 70x5', '205x5'],
      ['ab b', '3x 150x5', '3x 100x5', '215x5'],
    ])
  })

  test.each([
    [5, 105, 102.5],
    [10, 105, 102.5],
    [11, 110, 105],
    [4, 90, 90],
  ])(
    'Basic Beginner: %d reps in the last set change 100 lb to %d in the squat and to %d in the row',
    (reps, squat, row) => {
      const bases = { squat: 100, row: 100, bench: 100, press: 100, deadlift: 100, 'chin-up': 0 }
      const run = new SimulatedRun('r-fitness-basic-beginner', bases, { unit: 'lb' })
      expect(run.sets('squat')).toBe('2x 100x5 100x5+')
      run.train(({ key, min }) => (key === 'top' ? reps : min))
      expect([run.base('squat'), run.base('row')]).toEqual([squat, row])
    },
  )

  test.each([
    [5, 105, 102.5],
    [9, 105, 102.5],
    [10, 110, 105],
    [4, 90, 90],
  ])(
    'Greyskull: %d reps in the last set change 100 lb to %d in the squat and to %d in the press',
    (reps, squat, press) => {
      const bases = { squat: 100, row: 100, bench: 100, press: 100, deadlift: 100, 'chin-up': 0 }
      const run = new SimulatedRun('greyskull-lp', bases, { unit: 'lb' })
      expect(run.sets('squat')).toBe('2x 100x5 100x5+')
      run.train(({ key, min }) => (key === 'top' ? reps : min))
      expect([run.base('squat'), run.base('press')]).toEqual([squat, press])
      expect(run.sets('deadlift')).toBe('100x5+')
    },
  )

  test('Push, pull, legs: deadlift 1 × 5+, bench 4 × 5 and 5+, squat 2 × 5 and 5+, six days', () => {
    const bases = { squat: 100, row: 60, bench: 80, press: 50, deadlift: 140 }
    const run = new SimulatedRun('metallicadpa-ppl', bases)
    expect(
      setsPerWorkout(run, 7, [
        'deadlift',
        'bench',
        'squat',
        'row',
        'press',
        'press-volume',
        'bench-volume',
        'lateral-raise-1',
        'lateral-raise-2',
      ]),
    ).toEqual([
      ['w1 pull-1', '140x5+'],
      ['w1 push-1', '4x 80x5 80x5+', '3x 42.5x8-12', '3x ?x15-20', '3x ?x15-20'],
      ['w1 legs', '2x 100x5 100x5+'],
      ['w1 pull-2', '4x 60x5 60x5+'],
      ['w1 push-2', '4x 50x5 50x5+', '3x 70x8-12', '3x 20x16-20', '3x 20x16-20'],
      ['w1 legs', '2x 102.5x5 102.5x5+'],
      ['w1 pull-1', '145x5+'],
    ])
  })
})

describe('programs for strength and size', () => {
  test('PHUL: bench 3 × 3–5, incline dumbbells 3 × 6–10', () => {
    const run = new SimulatedRun(
      'phul',
      {},
      { startingWeights: { 'barbell-bench-press': 80, 'incline-dumbbell-bench-press': 30 } },
    )
    const slots = ['barbell-bench-press', 'incline-dumbbell-bench-press']
    const rows = setsPerWorkout(run, 13, slots, ({ max }) => max)
    expect(rows).toEqual([
      ['w1 upper-power', '3x ?x3-5', '3x ?x6-10'],
      ['w1 upper-power', '3x 82.5x3-5', '3x 32.5x6-10'],
      ['w1 upper-power', '3x 85x3-5', '3x 35x6-10'],
      ['w1 upper-power', '3x 87.5x3-5', '3x 37.5x6-10'],
    ])
  })

  test('PHAT: rows 3 × 3–5, and speed work of 6 × 3 at 65% of the power day', () => {
    const run = new SimulatedRun('phat', {}, { startingWeights: { row: 100, squat: 140 } })
    expect(setsPerWorkout(run, 4, ['row', 'row-speed', 'squat', 'squat-speed'])).toEqual([
      ['w1 upper-power', '3x ?x3-5'],
      ['w1 lower-power', '3x ?x3-5'],
      ['w1 back-and-shoulders', '6x 65x3'],
      ['w1 legs', '6x 90x3'],
    ])
  })
})
