import { describe, expect, test } from 'bun:test'
import { setsPerWorkout } from './published-table.ts'
import { SimulatedRun } from './simulated-run.ts'

/** The sets of the slots in each of the next `count` workouts of a run. */
function setsOf(run: SimulatedRun, count: number, slots: readonly string[]): string[] {
  return setsPerWorkout(run, count, slots).map((row) => row.slice(1).join(' | '))
}

// https://studylib.net/doc/10154475/russian-power-lifting-program
describe('Russian squat routine', () => {
  test('eighteen sessions raise a max of 200 kg to 210 kg', () => {
    const run = new SimulatedRun('russian-squat', { squat: 200 })
    const easy = '6x 160x2'
    expect(setsOf(run, 18, ['squat'])).toEqual([
      ...[easy, '6x 160x3', easy],
      ...['6x 160x4', easy, '6x 160x5'],
      ...[easy, '6x 160x6', easy],
      ...['5x 170x5', easy, '4x 180x4'],
      ...[easy, '3x 190x3', easy],
      ...['2x 200x2', easy, '210x1'],
    ])
    expect(run.base('squat')).toBe(210)
    expect(run.state.next).toBeUndefined()
  })
})

// https://www.liftosaur.com/programs/smolov-squat-program; the base mesocycle's 20 and 30 lb (10 and 15 kg) also at
// http://digitaltrainingtools.com/smolov-microcycle-and-mesocycle/
describe('Smolov', () => {
  const startRun = () => new SimulatedRun('smolov', { squat: 400 }, { unit: 'lb' })

  test('weeks 1 to 6 have the published weights for a max of 400 lb', () => {
    const opening = '3x 260x8 280x5 2x 300x2 320x1'
    expect(setsOf(startRun(), 19, ['squat'])).toEqual([
      ...[opening, opening, '4x 280x5 300x3 2x 320x2 360x1'],
      ...['320x5', '330x5', '340x5'],
      ...['4x 280x9', '5x 300x7', '7x 320x5', '10x 340x3'],
      ...['4x 300x9', '5x 320x7', '7x 340x5', '10x 360x3'],
      ...['4x 310x9', '5x 330x7', '7x 350x5', '10x 370x3'],
      '280x3 320x2 360x1 380x1 400x1+',
    ])
  })

  test('weeks 7 to 13 are based on the max of the test in week 6', () => {
    const run = startRun()
    for (let workout = 0; workout < 19; workout++) run.train()
    expect(run.base('squat')).toBe(400)
    const speed = ['6x 200x3', '6x 220x3', '6x 240x3']
    // Three reps at 400 lb, by Epley's formula.
    const tested = new SimulatedRun('smolov', { squat: 400 }, { unit: 'lb' })
    for (let workout = 0; workout < 19; workout++) tested.train(({ key, min }) => (key === 'max' ? 3 : min))
    expect(tested.base('squat')).toBe(440)
    expect(setsOf(run, 21, ['squat'])).toEqual([
      ...speed,
      ...speed,
      ...['260x3 300x4 3x 340x4 360x5', '240x3 280x3 320x4 360x3 2x 340x5', '260x4 280x4 5x 320x4'],
      '240x4 280x4 320x4 360x3 2x 360x4',
      ...['260x3 300x3 340x3 3x 360x3 380x3', '260x3 300x3 340x4 4x 360x5'],
      ...['240x3 280x3 320x3 5x 360x5', '240x3 280x3 320x3 2x 380x3', '260x3 300x3 340x3 4x 380x3'],
      ...['280x3 320x4 5x 360x5', '280x3 320x3 4x 380x3', '300x3 360x4 3x 320x4'],
      ...['280x3 320x3 2x 360x5 3x 380x4', '300x4 4x 340x4', '280x3 320x2 360x1 380x1 400x1+'],
    ])
    expect(run.state.next).toBeUndefined()
  })
})

// https://www.liftosaur.com/programs/candito-6-week-strength
describe('Candito, 6 weeks', () => {
  const startRun = () => new SimulatedRun('candito-6-week', { squat: 200, bench: 100, deadlift: 200 })

  test('squats and deadlifts have the published weights for a max of 200 kg', () => {
    expect(
      setsOf(startRun(), 23, ['squat', 'deadlift', 'deadlift-light', 'squat-light']).filter(
        (row) => row !== '',
      ),
    ).toEqual([
      ...['4x 160x6 | 2x 160x6', '4x 140x8 | 2x 140x8'],
      ...['160x1-10+ 5x 160x3 | 3x 140x8', '165x1-10+ | 3x 145x8'],
      ...['3x 170x4-6 | 2x 175x3-6', '3x 170x4-6 | 2x 175x3-6'],
      ...['175x3 180x3 185x3 | 175x3 180x3', '180x2 185x2 190x2 | 180x2 185x2'],
      ...['195x1-4+ | 135x4 140x4 145x2', '195x1-4+ | 135x4 140x4 145x2'],
      ...['3x 120x5 | 2x 120x5', '3x 120x5 | 2x 120x5'],
    ])
  })

  test('bench presses have the published weights for a max of 100 kg', () => {
    expect(setsOf(startRun(), 23, ['bench'])).toEqual([
      ...['50x10 67.5x10 75x8 77.5x6', '4x 80x6'],
      ...['80x1-10+ 5x 80x3', '82.5x1-10+'],
      ...['3x 85x4-6', '3x 85x4-6'],
      ...['85x3 87.5x3 90x3', '87.5x2 90x2 92.5x2'],
      '97.5x1-4+',
      ...['3x 60x5', '3x 60x5'],
    ])
  })

  test.each([
    [1, 195],
    [2, 202.8],
    [3, 208.65],
    [4, 212.55],
  ])('after 195 kg × %d, the max of the next cycle is %d', (reps, max) => {
    const run = startRun()
    for (let workout = 0; workout < 19; workout++) run.train(({ key, min }) => (key === 'test' ? reps : min))
    expect(run.base('squat')).toBe(200)
    for (let workout = 0; workout < 4; workout++) run.train()
    expect(run.base('squat')).toBe(max)
  })

  test('a missed set reduces the max by 5%, and the cycle continues', () => {
    const run = startRun()
    run.train(({ slot, min }) => (slot === 'squat' ? min - 1 : min))
    expect([run.base('squat'), run.base('deadlift')]).toEqual([190, 200])
    run.train()
    expect(run.sets('squat')).toBe('4x 132.5x8')
  })
})

// https://www.liftosaur.com/programs/sheiko-29-32, weeks 1 to 4
describe('Sheiko #29', () => {
  const startRun = () => new SimulatedRun('sheiko-29', { bench: 100, squat: 100, deadlift: 100 })

  test('the bench presses of twelve days have the published weights for a max of 100 kg', () => {
    expect(setsOf(startRun(), 12, ['bench', 'bench-again'])).toEqual([
      '50x5 2x 60x4 2x 70x3 5x 75x3 | 50x5 60x5 4x 70x4',
      '50x5 60x5 70x4 2x 75x3 2x 80x2 2x 75x3 70x4 60x6 50x8',
      '50x5 60x4 2x 70x3 5x 80x3',
      '50x6 2x 60x6 4x 65x6',
      '50x5 60x4 2x 70x3 2x 80x2 75x3 65x5 55x7',
      '50x5 60x4 2x 70x3 6x 80x3',
      '50x5 60x4 2x 70x3 3x 80x2 2x 85x2 2x 80x3',
      '50x5 60x4 2x 70x3 7x 80x3',
      '55x5 65x5 5x 75x4',
      '50x5 60x4 2x 70x3 2x 80x3 3x 85x2 | 50x5 60x5 4x 70x5',
      '50x6 60x5 2x 70x4 2x 80x3 2x 85x2 2x 80x3 70x4 60x6 50x8',
    ])
  })

  test('squats have the published weights for a max of 100 kg', () => {
    expect(setsOf(startRun(), 12, ['squat', 'squat-again', 'barbell-front-squat'])).toEqual([
      '50x5 2x 60x5 5x 70x5',
      '50x5 2x 60x4 2x 70x3 5x 75x3',
      '50x5 60x4 2x 70x3 5x 80x2 | 2x 45x3 2x 55x3 4x 60x2',
      '50x5 60x4 2x 70x3 5x 80x2 | 50x5 2x 60x5 4x 70x4',
      '55x5 65x4 2x 75x3 4x 85x2 | 50x3 60x3 70x3 4x 80x3',
      '50x5 60x4 2x 70x3 6x 80x3',
      '50x5 60x4 2x 70x3 5x 80x3 | 2x 40x5 2x 50x4 3x 60x3',
      '50x5 60x4 2x 70x3 6x 80x3',
    ])
  })

  test('deadlifts and their variations have the published weights for a max of 100 kg', () => {
    expect(setsOf(startRun(), 12, ['halting-deadlift', 'rack-pull', 'deficit-deadlift', 'deadlift'])).toEqual(
      [
        '50x3 2x 60x3 2x 70x3 4x 75x3 | 55x4 65x4 2x 75x4 4x 85x3',
        '50x3 60x3 2x 70x3 4x 75x2 | 55x4 65x4 2x 75x4 4x 80x4',
        '60x4 2x 70x4 2x 80x3 3x 90x2 | 2x 50x3 2x 60x3 4x 65x3',
        '50x3 60x3 2x 70x3 2x 80x3 3x 85x2 3x 80x2',
      ],
    )
  })
})
