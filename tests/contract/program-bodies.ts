import type { Schemas } from '#generated/types.ts'
import { progressionBodies } from './progression-bodies.ts'

let created = 0

const changes = [
  { kind: 'add', value: 5, unit: 'kg' },
  { kind: 'percent', percent: -10 },
  { kind: 'tested', percent: 90 },
] as const satisfies Schemas['BaseChange'][]

/** Sets with every field and every load. */
const everySet: Schemas['PlannedSet'][] = [
  {
    count: 2,
    key: 'top',
    type: 'normal',
    reps: { min: 3, max: 5 },
    openEnded: true,
    load: { of: 'base', percent: 80, lift: 'squat', plus: { value: 2.5, unit: 'kg' } },
    rpe: 8,
    rir: 2,
    durationSeconds: 30,
    distance: { value: 10, unit: 'm' },
    restSeconds: 180,
    tempo: '3-1-X-0',
  },
  { load: { of: 'set', set: 'top', percent: 90 } },
  { load: { of: 'weight', weight: { value: 60, unit: 'kg' } } },
  { load: { of: 'slot', slot: 'squat', percent: 65 } },
]

/** Programs that together have every field: every load, change and scheme. */
export function programBodies(
  id: string = Bun.randomUUIDv7(),
): [Schemas['ProgramInput'], ...Schemas['ProgramInput'][]] {
  return [
    {
      id,
      name: `Sample Program ${++created}`,
      author: 'Ada',
      sourceUrl: 'https://example.com/program',
      notes: 'A few weeks.',
      sessionsPerWeek: 3,
      cycles: 4,
      rounding: 'down',
      lifts: [
        {
          key: 'squat',
          exerciseId: 'barbell-back-squat',
          base: 'training_max',
          startPercent: 90,
          rules: changes.map((change) => ({
            weeks: ['w1'],
            days: ['a'],
            set: 'top',
            reps: 'last',
            made: change,
            afterMade: 1,
            missed: change,
            afterMissed: 2,
            steps: [{ fromReps: 8, change }],
            bonus: { over: 10, change: changes[0], max: 5 },
            takes: 'next_cycle',
          })),
        },
      ],
      waves: [{ key: 'main', weeks: [{ week: 'w1', sets: everySet }] }],
      days: [
        {
          key: 'a',
          name: 'A',
          notes: 'Heavy.',
          slots: [
            { key: 'squat', lift: 'squat', wave: 'main' },
            {
              key: 'sets',
              exerciseId: 'barbell-back-squat',
              alternatives: ['barbell-front-squat'],
              weeks: ['w1'],
              supersetGroup: 1,
              restSeconds: 120,
              optional: true,
              notes: 'Deep.',
              sets: everySet,
            },
          ],
        },
      ],
      weeks: [{ key: 'w1', name: 'One', deload: false, days: ['a'] }],
    },
    {
      id,
      name: `Sample Program ${++created}`,
      days: [
        {
          key: 'b',
          slots: progressionBodies().map((progression, index) => ({
            key: `slot-${index}`,
            exerciseId: 'barbell-back-squat',
            progression,
          })),
        },
      ],
      weeks: [{ key: 'w1', days: ['b'] }],
    },
  ]
}

/** A run of a built-in program with every field and every decision. */
export function runBody(id: string = Bun.randomUUIDv7()): Schemas['RunInput'] {
  const kg = (value: number) => ({ value, unit: 'kg' as const })
  return {
    id,
    programId: '531-boring-but-big',
    programRevision: 1,
    status: 'active',
    weekdays: [1, 3, 5],
    lifts: [
      { lift: 'squat', base: kg(120) },
      { lift: 'bench', base: kg(90) },
      { lift: 'deadlift', base: kg(140) },
      { lift: 'press', base: kg(55) },
    ],
    decisions: decisionBodies(),
  }
}

/** Every decision with every field. */
export function decisionBodies(): [Schemas['RunDecision'], ...Schemas['RunDecision'][]] {
  const head = () => ({ id: Bun.randomUUIDv7(), at: '2026-03-01T17:00:00.000Z' })
  const step = { cycle: 1, week: 'w1', day: 'press' }
  return [
    { ...head(), kind: 'skip', step },
    { ...head(), kind: 'repeat', week: 'w1' },
    { ...head(), kind: 'go_to', step },
    { ...head(), kind: 'set_base', lift: 'squat', base: { value: 125, unit: 'kg' } },
    { ...head(), kind: 'swap', slot: 'press', exerciseId: 'dumbbell-shoulder-press' },
    { ...head(), kind: 'use_revision', revision: 1 },
  ]
}
