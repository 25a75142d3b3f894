import type { Schemas } from '#generated/types.ts'

type Program = Schemas['ProgramInput']

/** A weight in kilograms. */
export const kg = (value: number) => ({ value, unit: 'kg' as const })

/**
 * A program with two squat days a week, based on a working weight. The heavy day has sets, and curls with
 * a scheme; the light day has a wave.
 */
export function squatProgram(): Program {
  return {
    name: 'Squat twice',
    sessionsPerWeek: 2,
    lifts: [
      {
        key: 'squat',
        exerciseId: 'barbell-back-squat',
        base: 'working_weight',
        rules: [{ set: 'top', made: { kind: 'add', value: 5, unit: 'kg' } }],
      },
    ],
    waves: [
      {
        key: 'light',
        weeks: [
          { week: 'w1', sets: [{ count: 2, reps: fiveReps(), load: { of: 'base', percent: 60 } }] },
          { week: 'w2', sets: [{ count: 2, reps: fiveReps(), load: { of: 'base', percent: 70 } }] },
        ],
      },
    ],
    days: [
      {
        key: 'heavy',
        name: 'Heavy',
        slots: [
          {
            key: 'squat',
            lift: 'squat',
            sets: [
              { key: 'top', reps: fiveReps(), load: { of: 'base', percent: 100 } },
              { count: 2, reps: fiveReps(), load: { of: 'set', set: 'top', percent: 90 } },
            ],
          },
          {
            key: 'curl',
            exerciseId: 'barbell-curl',
            progression: { scheme: 'double', sets: 3, minReps: 8, maxReps: 12 },
          },
        ],
      },
      { key: 'light', name: 'Light', slots: [{ key: 'squat', lift: 'squat', wave: 'light' }] },
    ],
    weeks: ['w1', 'w2'].map((key) => ({ key, days: ['heavy', 'light'] })),
  }
}

function fiveReps() {
  return { min: 5, max: 5 }
}

/** The sample program with different values at JSON Pointers. `undefined` removes the member. */
export function programWith(values: Readonly<Record<string, unknown>>): Program {
  const program: Program = squatProgram()
  for (const [pointer, value] of Object.entries(values)) {
    const keys = pointer.split('/').slice(1)
    const last = keys.pop() ?? ''
    let parent: object = program
    for (const key of keys) parent = Reflect.get(parent, key)
    Reflect.set(parent, last, value)
  }
  return program
}

/** The location and code of each error of a problem. */
export function errorsOf(problem: Schemas['Problem'] | undefined): string[][] {
  return (problem?.errors ?? []).map(({ pointer, parameter, code }) => [pointer ?? parameter ?? '', code])
}
