import { expect, test } from 'bun:test'
import type { Schemas } from '#generated/types.ts'
import { testApp } from '#tests/support/app.ts'
import { errorsOf, programWith, squatProgram } from './sample.ts'

const app = await testApp()
const user = await app.register()

const slot = '/days/0/slots/0'
const double = { scheme: 'double', minReps: 8, maxReps: 12 }
const fives = { reps: { min: 5, max: 5 }, load: { of: 'base', percent: 100 } }

/** Each defect, the values that cause it, and the location and code of each error. */
const defects: readonly [string, Record<string, unknown>, readonly string[][]][] = [
  ['a lift key used twice', { '/lifts/1': squatProgram().lifts?.[0] }, [['/lifts/1/key', 'duplicate_key']]],
  ['a wave key used twice', { '/waves/1': squatProgram().waves?.[0] }, [['/waves/1/key', 'duplicate_key']]],
  [
    'a day key used twice',
    { '/days/1/key': 'heavy' },
    [
      ['/days/1/key', 'duplicate_key'],
      ['/weeks/0/days/1', 'unknown_key'],
      ['/weeks/1/days/1', 'unknown_key'],
    ],
  ],
  [
    'a week key used twice',
    { '/weeks/1/key': 'w1' },
    [
      ['/waves/0/weeks/1/week', 'unknown_key'],
      ['/weeks/1/key', 'duplicate_key'],
    ],
  ],
  [
    'a slot key used twice in a day',
    { '/days/0/slots/1/key': 'squat' },
    [['/days/0/slots/1/key', 'duplicate_key']],
  ],
  [
    'a set key used twice in a slot',
    { [`${slot}/sets/1/key`]: 'top' },
    [[`${slot}/sets/1/key`, 'duplicate_key']],
  ],
  [
    'a week of a wave used twice',
    { '/waves/0/weeks/1/week': 'w1' },
    [['/waves/0/weeks/1/week', 'duplicate_key']],
  ],
  [
    'a slot of an unknown lift',
    { [`${slot}/lift`]: 'bench' },
    [
      ['/lifts/0/rules/0/set', 'unknown_key'],
      [`${slot}/lift`, 'unknown_key'],
    ],
  ],
  [
    'a slot of an unknown wave',
    { '/days/1/slots/0/wave': 'heavy' },
    [['/days/1/slots/0/wave', 'unknown_key']],
  ],
  ['a slot in an unknown week', { [`${slot}/weeks`]: ['w9'] }, [[`${slot}/weeks/0`, 'unknown_key']]],
  [
    'a rule of an unknown week and day',
    {
      '/lifts/0/rules/0/weeks': ['w9'],
      '/lifts/0/rules/0/days': ['heavy', 'friday'],
    },
    [
      ['/lifts/0/rules/0/weeks/0', 'unknown_key'],
      ['/lifts/0/rules/0/days/1', 'unknown_key'],
    ],
  ],
  [
    'a rule of a set that no slot of its lift has',
    { '/lifts/0/rules/0/set': 'amrap' },
    [['/lifts/0/rules/0/set', 'unknown_key']],
  ],
  ['a week of an unknown day', { '/weeks/0/days/1': 'friday' }, [['/weeks/0/days/1', 'unknown_key']]],
  [
    'a load of an unknown lift',
    { [`${slot}/sets/0/load/lift`]: 'bench' },
    [[`${slot}/sets/0/load/lift`, 'unknown_key']],
  ],
  [
    'a load of an unknown slot',
    { [`${slot}/sets/1/load`]: { of: 'slot', slot: 'press', percent: 65 } },
    [[`${slot}/sets/1/load/slot`, 'unknown_key']],
  ],
  [
    'a load of a later set',
    { [`${slot}/sets/0/load`]: { of: 'set', set: 'last', percent: 90 } },
    [[`${slot}/sets/0/load/set`, 'unknown_key']],
  ],
  [
    'a percentage of the base of a slot without a lift',
    {
      [`${slot}/lift`]: undefined,
      [`${slot}/exerciseId`]: 'barbell-back-squat',
    },
    [
      ['/lifts/0/rules/0/set', 'unknown_key'],
      [slot, 'slot_exercise'],
    ],
  ],
  ['sets and a scheme', { [`${slot}/progression`]: double }, [[slot, 'slot_source']]],
  ['sets and a wave', { [`${slot}/wave`]: 'light' }, [[slot, 'slot_source']]],
  [
    'neither sets, wave nor scheme',
    { [`${slot}/sets`]: undefined },
    [
      ['/lifts/0/rules/0/set', 'unknown_key'],
      [slot, 'slot_source'],
    ],
  ],
  [
    'neither lift nor exercise',
    { '/days/0/slots/1/exerciseId': undefined },
    [['/days/0/slots/1', 'slot_exercise']],
  ],
  [
    'minimum reps above the maximum',
    { [`${slot}/sets/0/reps`]: { min: 8, max: 5 } },
    [[`${slot}/sets/0/reps`, 'range']],
  ],
  [
    'minimum reps above the maximum in a wave',
    { '/waves/0/weeks/1/sets/0/reps': { min: 8, max: 5 } },
    [['/waves/0/weeks/1/sets/0/reps', 'range']],
  ],
  [
    'minimum reps above the maximum in a scheme',
    { '/days/0/slots/1/progression': { ...double, maxReps: 6 } },
    [['/days/0/slots/1/progression/minReps', 'range']],
  ],
  [
    'a percentage over 150',
    { [`${slot}/sets/0/load/percent`]: 150.5 },
    [[`${slot}/sets/0/load/percent`, 'maximum']],
  ],
  [
    'a percentage of zero',
    { [`${slot}/sets/0/load/percent`]: 0 },
    [[`${slot}/sets/0/load/percent`, 'minimum']],
  ],
  ['a rule that changes nothing', { '/lifts/0/rules/0/made': undefined }, [['/lifts/0/rules/0', 'requires']]],
  [
    'a count of misses without a change',
    { '/lifts/0/rules/0/afterMissed': 3 },
    [['/lifts/0/rules/0/missed', 'requires']],
  ],
  [
    'a count of successes without a change',
    {
      '/lifts/0/rules/0': {
        set: 'top',
        afterMade: 2,
        steps: [{ fromReps: 5, change: { kind: 'add', value: 5, unit: 'kg' } }],
      },
    },
    [['/lifts/0/rules/0/made', 'requires']],
  ],
  [
    'as many reps as possible, without a minimum',
    { '/days/0/slots/0/sets/1': { openEnded: true } },
    [['/days/0/slots/0/sets/1/reps', 'requires']],
  ],
  ['no day', { '/days': [] }, [['/days', 'min_items']]],
  ['no week', { '/weeks': [] }, [['/weeks', 'min_items']]],
  ['a week without a day', { '/weeks/0/days': [] }, [['/weeks/0/days', 'min_items']]],
  ['a day without a slot', { '/days/1/slots': [] }, [['/days/1/slots', 'min_items']]],
  [
    'an unknown exercise',
    { '/days/0/slots/1/exerciseId': 'no-such-curl' },
    [['/days/0/slots/1/exerciseId', 'unknown_exercise']],
  ],
  [
    'an unknown alternative',
    { [`${slot}/alternatives`]: ['goblet-squat', 'no-such-squat'] },
    [[`${slot}/alternatives/1`, 'unknown_exercise']],
  ],
  [
    'a lift of an unknown exercise',
    { '/lifts/0/exerciseId': 'no-such-squat' },
    [['/lifts/0/exerciseId', 'unknown_exercise']],
  ],
  [
    'over 100 sets in a slot',
    { '/lifts/0/rules': [], [`${slot}/sets`]: new Array(6).fill({ ...fives, count: 20 }) },
    [[`${slot}/sets`, 'range']],
  ],
  [
    'two defects at once',
    { '/weeks/0/days/1': 'friday', [`${slot}/wave`]: 'light' },
    [
      [slot, 'slot_source'],
      ['/weeks/0/days/1', 'unknown_key'],
    ],
  ],
]

test.each(defects)('422 for %s has its location, and nothing is stored', async (_, values, errors) => {
  const body = programWith(values)
  const countStored = async () => (await user.client.GET('/api/programs')).data?.items.length
  const countBefore = await countStored()
  const created = await user.send('POST', '/api/programs', { body })
  expect(created.status).toBe(422)
  expect(errorsOf(created.json<Schemas['Problem']>())).toEqual([...errors])
  const previewed = await user.send('POST', '/api/programs/preview', { body: { program: body } })
  expect(errorsOf(previewed.json<Schemas['Problem']>())).toEqual(
    errors.map(([pointer = '', code = '']) => [`/program${pointer}`, code]),
  )
  expect(await countStored()).toBe(countBefore)
})

test.each([
  [{ '/weeks/0/days/1': 'friday' }, 'The program has no day with this key. Its days: heavy, light.'],
  [{ [`${slot}/sets/0/load/lift`]: 'bench' }, 'The program has no lift with this key. Its lifts: squat.'],
  [{ '/lifts/0/rules/0/set': 'amrap' }, 'No set of a slot of this lift has this key. Their keys: top.'],
  [
    { [`${slot}/sets/0/load`]: { of: 'set', set: 'last', percent: 90 } },
    'No earlier set has this key. Their keys: none.',
  ],
])('the message for %j lists the available keys', async (values, message) => {
  const created = await user.send('POST', '/api/programs', { body: programWith(values) })
  expect(created.json<Schemas['Problem']>().errors?.[0]?.message).toBe(message)
})
