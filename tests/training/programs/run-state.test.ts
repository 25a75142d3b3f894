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
const startRunner = () => new Runner(program, { squat: 100 })

test('after a later day is trained first, the earlier day is still next', () => {
  const runner = startRunner()
  const third = { ...runner.train(), plan: { cycle: 1, week: 'w1', day: 'c' } }
  runner.workouts.splice(0, 1, third)
  expect(runner.state.next).toEqual({ cycle: 1, week: 'w1', day: 'a' })
  runner.train()
  runner.train()
  expect(runner.state.next).toEqual({ cycle: 1, week: 'w2', day: 'a' })
})

test('an unfinished workout is in progress, and a finished workout without sets completes no step', () => {
  const runner = startRunner()
  const { endedAt, ...unfinished } = runner.train()
  runner.workouts.splice(0, 1, unfinished)
  expect(runner.state).toMatchObject({ next: { day: 'a' }, inProgress: unfinished.id, done: 0 })
  runner.workouts.splice(0, 1, { ...unfinished, endedAt, exercises: [] })
  expect(runner.state).toMatchObject({ next: { day: 'a' }, inProgress: undefined, done: 0 })
})

test('a base never exceeds the maximum for a weight, so that a later miss still lowers it', () => {
  const [lift] = program.lifts ?? []
  if (!lift) throw new Error('the program has no lift')
  const raises = Array.from({ length: 20 }, () => ({ made: { kind: 'percent', percent: 50 } }) as const)
  const rules = [...raises, { missed: { kind: 'percent', percent: -50 } } as const]
  const runner = new Runner({ ...program, lifts: [{ ...lift, rules }] }, { squat: 100 })
  for (let step = 0; step < 100; step++) runner.train()
  expect(runner.base('squat')).toBe(5000)
  runner.train((_, { min }) => min - 1)
  expect(runner.base('squat')).toBe(2500)
})

test('deleting a workout reopens its step and restores its base', () => {
  const runner = startRunner()
  runner.train()
  const stateBefore = runner.state
  runner.train()
  runner.workouts.pop()
  expect(runner.state).toEqual(stateBefore)
})

test('the same step done on two devices at once counts once, for the workout with the lower id', () => {
  const runner = startRunner()
  const first = runner.train()
  runner.workouts.push({ ...first, id: 'z', startedAt: first.startedAt })
  expect(runner.state).toMatchObject({ done: 1, extra: ['z'] })
  expect(runner.base('squat')).toBe(102.5)
})

test('a missed warm-up and sets that were not planned say nothing about the base', () => {
  const runner = startRunner()
  const workout = runner.train()
  const [squat] = workout.exercises
  const warmUp = { type: 'warmup', reps: 1, target: { reps: { min: 5, max: 5 } } } as const
  const sets = [warmUp, ...(squat?.sets ?? []), { type: 'normal', reps: 1 } as const]
  runner.workouts.splice(0, 1, {
    ...workout,
    exercises: [{ ...squat, exerciseId: 'barbell-back-squat', sets }],
  })
  expect(runner.base('squat')).toBe(102.5)
})

test('a day that a week lists twice has to be trained twice', () => {
  const runner = startRunner()
  for (let step = 0; step < 5; step++) runner.train()
  expect(runner.state.next).toEqual({ cycle: 1, week: 'w2', day: 'a' })
  runner.train()
  expect(runner.state.next).toEqual({ cycle: 2, week: 'w1', day: 'a' })
  expect(runner.state.extra).toEqual([])
})

test('skip, go_to and repeat change the next step, and set_base changes the base', () => {
  const runner = startRunner()
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

test('a step that was both skipped and done counts as done, whichever came first', () => {
  const runner = startRunner()
  const step = { cycle: 1, week: 'w1', day: 'a' }
  const workout = runner.train()
  runner.decide((id, at) => ({ id, at, kind: 'skip', step }))
  expect(runner.state).toMatchObject({ done: 1, skipped: 0 })
  runner.decisions.splice(0, 1, { id: 'd', at: workout.startedAt - 1, kind: 'skip', step })
  expect(runner.state).toMatchObject({ done: 1, skipped: 0 })
})

test('a go_to more than ten cycles ahead is ignored', () => {
  const runner = startRunner()
  runner.decide((id, at) => ({ id, at, kind: 'go_to', step: { cycle: 10_000, week: 'w1', day: 'b' } }))
  expect(runner.state).toMatchObject({ next: { cycle: 1, week: 'w1', day: 'a' }, skipped: 0 })
  runner.decide((id, at) => ({ id, at, kind: 'go_to', step: { cycle: 11, week: 'w1', day: 'b' } }))
  expect(runner.state).toMatchObject({ next: { cycle: 11, week: 'w1', day: 'b' }, skipped: 61 })
})

test('going back reopens the steps that an earlier go_to had skipped', () => {
  const runner = startRunner()
  runner.decide((id, at) => ({ id, at, kind: 'go_to', step: { cycle: 1, week: 'w2', day: 'b' } }))
  expect(runner.state.skipped).toBe(4)
  runner.decide((id, at) => ({ id, at, kind: 'go_to', step: { cycle: 1, week: 'w1', day: 'b' } }))
  expect(runner.state).toMatchObject({ next: { cycle: 1, week: 'w1', day: 'b' }, skipped: 1 })
})

test('a swapped slot uses the other exercise from then on', () => {
  const runner = startRunner()
  runner.decide((id, at) => ({ id, at, kind: 'swap', slot: 'squat', exerciseId: 'leg-press' }))
  expect(runner.planned()[0]?.exerciseId).toBe('leg-press')
})

test('use_revision applies another revision from then on, and a day missing from that revision is skipped', () => {
  const shorter: Program = { ...program, weeks: [{ key: 'w1', days: ['a', 'c'] }] }
  const runner = startRunner()
  runner.train()
  runner.decide((id, at) => ({ id, at, kind: 'use_revision', revision: 2 }))
  const state = foldRun((revision) => (revision === 1 ? program : shorter), runner.run, runner.workouts)
  expect(state).toMatchObject({ revision: 2, next: { cycle: 1, week: 'w1', day: 'c' }, done: 1 })
})

test('a finished run has no next step', () => {
  const runner = new Runner({ ...program, cycles: 1, weeks: [{ key: 'w1', days: ['a'] }] }, { squat: 100 })
  runner.train()
  expect(runner.state.next).toBeUndefined()
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

const steps = [1, 2].flatMap((cycle) =>
  program.weeks.flatMap(({ key: week, days }) => days.map((day) => ({ cycle, week, day }))),
)
const workouts = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 500 }).map((number) => `w${number}`),
    startedAt: fc.integer({ min: 0, max: 1000 }),
    ended: fc.boolean(),
    plan: fc.constantFrom(...steps),
    reps: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 3 }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
)
const decisions = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 1000 })).chain(([number, at]) => {
    const base = { id: `d${number}`, at }
    return fc.oneof(
      fc.constantFrom(...steps).map((step): RunDecision => ({ ...base, kind: 'skip', step })),
      fc.constantFrom(...steps).map((step): RunDecision => ({ ...base, kind: 'go_to', step })),
      fc.constantFrom('w1', 'w2').map((week): RunDecision => ({ ...base, kind: 'repeat', week })),
      fc.integer({ min: 20, max: 200 }).map(
        (kilograms): RunDecision => ({
          ...base,
          kind: 'set_base',
          lift: 'squat',
          baseGrams: kilograms * 1000,
        }),
      ),
    )
  }),
  { selector: ({ id }) => id, maxLength: 6 },
)

function runWorkout({
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

test('the state doesn’t depend on the order in which devices sync, and each finished workout counts once', () => {
  fc.assert(
    fc.property(
      workouts,
      decisions,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (arbitraryWorkouts, arbitraryDecisions, random) => {
        const log = arbitraryWorkouts.map(runWorkout)
        const run = {
          id: 'run',
          programRevision: 1,
          startingBases: new Map([['squat', 100_000]]),
          decisions: arbitraryDecisions,
        }
        const state = foldRun(() => program, run, log)
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((item) => ({ item, key: random.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item)
        const stateFromShuffled = foldRun(
          () => program,
          { ...run, decisions: shuffled([...arbitraryDecisions, ...arbitraryDecisions]) },
          shuffled(log),
        )
        expect(stateFromShuffled).toEqual(state)
        const finished = arbitraryWorkouts
          .filter(({ ended, reps }) => ended && reps.some((count) => count > 0))
          .map(({ id }) => id)
        const counted = [...state.countedWorkouts.map(({ id }) => id), ...state.extra]
        expect(counted.sort()).toEqual(finished.sort())
        for (const { baseGrams } of state.bases.values())
          expect(Number.isFinite(baseGrams) && baseGrams > 0).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
})

test('a reopened workout has no effect on the state besides being in progress', () => {
  fc.assert(
    fc.property(workouts, decisions, fc.nat(), (arbitraryWorkouts, arbitraryDecisions, seed) => {
      const log = arbitraryWorkouts.map(runWorkout)
      const run = {
        id: 'run',
        programRevision: 1,
        startingBases: new Map([['squat', 100_000]]),
        decisions: arbitraryDecisions,
      }
      const reopened = log.length === 0 ? 0 : seed % log.length
      const otherWorkouts = log.filter((_, index) => index !== reopened)
      const unfinished = log.map((workout, index) => {
        const { endedAt, ...withoutEnd } = workout
        return index === reopened ? withoutEnd : { ...withoutEnd, ...(endedAt !== undefined && { endedAt }) }
      })
      const { inProgress, ...actual } = foldRun(() => program, run, unfinished)
      const { inProgress: _, ...expected } = foldRun(() => program, run, otherWorkouts)
      expect(actual).toEqual(expected)
    }),
    { numRuns: 1000 },
  )
})
