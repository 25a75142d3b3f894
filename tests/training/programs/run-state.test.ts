import { expect, test } from 'bun:test'
import fc from 'fast-check'
import {
  foldRun,
  MissingBaseError,
  type Program,
  planStep,
  type RunDecision,
  type RunWorkout,
} from '#training/programs/index.ts'
import { Runner, stepsOf } from './running.ts'

const program: Program = {
  name: 'Three days',
  lifts: [
    {
      key: 'squat',
      exerciseId: 'barbell-back-squat',
      base: 'working_weight',
      rules: [
        {
          made: { kind: 'add', value: 2.5, unit: 'kg' },
          missed: { kind: 'percent', percent: -10 },
          afterMissed: 2,
        },
      ],
    },
  ],
  days: ['a', 'b', 'c'].map((key) => ({
    key,
    slots: [
      {
        key: 'squat',
        lift: 'squat',
        sets: [{ count: 3, reps: { min: 5, max: 5 }, load: { of: 'base', percent: 100 } }],
      },
    ],
  })),
  weeks: [
    { key: 'w1', days: ['a', 'b', 'c'] },
    { key: 'w2', days: ['a', 'b', 'a'] },
  ],
}
const started = () => new Runner(program, { squat: 100 })

test('a later day done first leaves the earlier one next', () => {
  const runner = started()
  const third = { ...runner.train(), plan: { cycle: 1, week: 'w1', day: 'c' } }
  runner.workouts.splice(0, 1, third)
  expect(runner.state.next).toEqual({ cycle: 1, week: 'w1', day: 'a' })
  runner.train()
  runner.train()
  expect(runner.state.next).toEqual({ cycle: 1, week: 'w2', day: 'a' })
})

test('a started workout is in progress, and one with nothing done completes no step', () => {
  const runner = started()
  const { endedAt, ...begun } = runner.train()
  runner.workouts.splice(0, 1, begun)
  expect(runner.state).toMatchObject({ next: { day: 'a' }, inProgress: begun.id, done: 0 })
  runner.workouts.splice(0, 1, { ...begun, endedAt, exercises: [] })
  expect(runner.state).toMatchObject({ next: { day: 'a' }, inProgress: undefined, done: 0 })
})

test('deleting a workout reopens its step and restores its base', () => {
  const runner = started()
  runner.train()
  const before = runner.state
  runner.train()
  runner.workouts.pop()
  expect(runner.state).toEqual(before)
})

test('the same step on two devices counts once, the earlier one', () => {
  const runner = started()
  const first = runner.train()
  runner.workouts.push({ ...first, id: 'z', startedAt: first.startedAt })
  expect(runner.state).toMatchObject({ done: 1, extra: ['z'] })
  expect(runner.base('squat')).toBe(102.5)
})

test('a day that its week lists twice is done twice', () => {
  const runner = started()
  for (let step = 0; step < 5; step++) runner.train()
  expect(runner.state.next).toEqual({ cycle: 1, week: 'w2', day: 'a' })
  runner.train()
  expect(runner.state.next).toEqual({ cycle: 2, week: 'w1', day: 'a' })
  expect(runner.state.extra).toEqual([])
})

test('skip, go_to, repeat and set_base', () => {
  const runner = started()
  runner.decide((id, at) => ({ id, at, kind: 'skip', step: { cycle: 1, week: 'w1', day: 'a' } }))
  expect(runner.state).toMatchObject({ next: { day: 'b' }, skipped: 1 })
  runner.train()
  runner.decide((id, at) => ({ id, at, kind: 'repeat', week: 'w1' }))
  expect(runner.state.next).toEqual({ cycle: 1, week: 'w1', day: 'a' })
  runner.decide((id, at) => ({ id, at, kind: 'go_to', step: { cycle: 2, week: 'w2', day: 'b' } }))
  expect(runner.state.next).toEqual({ cycle: 2, week: 'w2', day: 'b' })
  runner.decide((id, at) => ({ id, at, kind: 'set_base', lift: 'squat', baseGrams: 80_000 }))
  expect(runner.base('squat')).toBe(80)
  runner.train()
  expect(runner.base('squat')).toBe(82.5)
})

test('a step done although it was skipped is done, whichever came first', () => {
  const runner = started()
  const step = { cycle: 1, week: 'w1', day: 'a' }
  const workout = runner.train()
  runner.decide((id, at) => ({ id, at, kind: 'skip', step }))
  expect(runner.state).toMatchObject({ done: 1, skipped: 0 })
  runner.decisions.splice(0, 1, { id: 'd', at: workout.startedAt - 1, kind: 'skip', step })
  expect(runner.state).toMatchObject({ done: 1, skipped: 0 })
})

test('a go_to further ahead than ten cycles is ignored, whatever it would skip', () => {
  const runner = started()
  runner.decide((id, at) => ({ id, at, kind: 'go_to', step: { cycle: 10_000, week: 'w1', day: 'b' } }))
  expect(runner.state).toMatchObject({ next: { cycle: 1, week: 'w1', day: 'a' }, skipped: 0 })
  runner.decide((id, at) => ({ id, at, kind: 'go_to', step: { cycle: 11, week: 'w1', day: 'b' } }))
  expect(runner.state).toMatchObject({ next: { cycle: 11, week: 'w1', day: 'b' }, skipped: 61 })
})

test('a go_to back reopens what it had skipped', () => {
  const runner = started()
  runner.decide((id, at) => ({ id, at, kind: 'go_to', step: { cycle: 1, week: 'w2', day: 'b' } }))
  expect(runner.state.skipped).toBe(4)
  runner.decide((id, at) => ({ id, at, kind: 'go_to', step: { cycle: 1, week: 'w1', day: 'b' } }))
  expect(runner.state).toMatchObject({ next: { cycle: 1, week: 'w1', day: 'b' }, skipped: 1 })
})

test('a swapped slot uses the other exercise from then on', () => {
  const runner = started()
  runner.decide((id, at) => ({ id, at, kind: 'swap', slot: 'squat', exerciseId: 'leg-press' }))
  expect(runner.planned()[0]?.exerciseId).toBe('leg-press')
})

test('another revision applies from its decision on; a day that no longer exists is skipped', () => {
  const shorter: Program = { ...program, weeks: [{ key: 'w1', days: ['a', 'c'] }] }
  const runner = started()
  runner.train()
  runner.decide((id, at) => ({ id, at, kind: 'use_revision', revision: 2 }))
  const state = foldRun((revision) => (revision === 1 ? program : shorter), runner.run, runner.workouts)
  expect(state).toMatchObject({ revision: 2, next: { cycle: 1, week: 'w1', day: 'c' }, done: 1 })
})

test('a run with an end has no next step', () => {
  const once = new Runner({ ...program, cycles: 1, weeks: [{ key: 'w1', days: ['a'] }] }, { squat: 100 })
  once.train()
  expect(once.state.next).toBeUndefined()
})

test('a percentage of a missing base throws an error that names the lift', () => {
  const runner = new Runner(program, {})
  const { next, ...state } = runner.state
  expect(next).toBeDefined()
  if (next)
    expect(() => planStep(program, state, next, () => stepsOf(2.5, 'kg'))).toThrow(
      new MissingBaseError('squat'),
    )
})

const plans = [1, 2].flatMap((cycle) =>
  program.weeks.flatMap(({ key: week, days }) => days.map((day) => ({ cycle, week, day }))),
)
const workouts = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 500 }).map((number) => `w${number}`),
    startedAt: fc.integer({ min: 0, max: 1000 }),
    ended: fc.boolean(),
    plan: fc.constantFrom(...plans),
    reps: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 3 }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
)
const decisions = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 1000 })).chain(([number, at]) => {
    const head = { id: `d${number}`, at }
    return fc.oneof(
      fc.constantFrom(...plans).map((step): RunDecision => ({ ...head, kind: 'skip', step })),
      fc.constantFrom(...plans).map((step): RunDecision => ({ ...head, kind: 'go_to', step })),
      fc.constantFrom('w1', 'w2').map((week): RunDecision => ({ ...head, kind: 'repeat', week })),
      fc.integer({ min: 20, max: 200 }).map(
        (kilograms): RunDecision => ({
          ...head,
          kind: 'set_base',
          lift: 'squat',
          baseGrams: kilograms * 1000,
        }),
      ),
    )
  }),
  { selector: ({ id }) => id, maxLength: 6 },
)

function logged({
  id,
  startedAt,
  ended,
  plan,
  reps,
}: {
  id: string
  startedAt: number
  ended: boolean
  plan: RunWorkout['plan']
  reps: readonly number[]
}): RunWorkout {
  const target = { reps: { min: 5, max: 5 }, weightGrams: 100_000 }
  return {
    id,
    startedAt,
    ...(ended && { endedAt: startedAt + 1 }),
    plan,
    exercises: [
      {
        slot: 'squat',
        exerciseId: 'barbell-back-squat',
        sets: reps.map((count) => ({ type: 'normal' as const, reps: count, weightGrams: 100_000, target })),
      },
    ],
  }
}

test('two devices: the state is the same in any order of arrival, and each finished workout counts once', () => {
  fc.assert(
    fc.property(
      workouts,
      decisions,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (made, decided, random) => {
        const log = made.map(logged)
        const run = {
          id: 'run',
          programRevision: 1,
          startingBases: new Map([['squat', 100_000]]),
          decisions: decided,
        }
        const state = foldRun(() => program, run, log)
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, key: random.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const again = foldRun(
          () => program,
          { ...run, decisions: shuffled([...decided, ...decided]) },
          shuffled(log),
        )
        expect(again).toEqual(state)
        const finished = made
          .filter(({ ended, reps }) => ended && reps.some((count) => count > 0))
          .map(({ id }) => id)
        const counted = [...state.settledBy.map(({ id }) => id), ...state.extra]
        expect(counted.sort()).toEqual(finished.sort())
        for (const { baseGrams } of state.bases.values())
          expect(Number.isFinite(baseGrams) && baseGrams > 0).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
})

test('reopening a finished workout undoes it completely', () => {
  fc.assert(
    fc.property(workouts, decisions, fc.nat(), (made, decided, which) => {
      const log = made.map(logged)
      const run = {
        id: 'run',
        programRevision: 1,
        startingBases: new Map([['squat', 100_000]]),
        decisions: decided,
      }
      const at = log.length === 0 ? 0 : which % log.length
      const without = log.filter((_, index) => index !== at)
      const unfinished = log.map((workout, index) => {
        const { endedAt, ...open } = workout
        return index === at ? open : { ...open, ...(endedAt !== undefined && { endedAt }) }
      })
      const { inProgress, ...rest } = foldRun(() => program, run, unfinished)
      const { inProgress: _, ...expected } = foldRun(() => program, run, without)
      expect(rest).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})
