import { barbell, heavierBy, sets, trainingMax, waveSlot } from '../notation.ts'
import type { BuiltInProgram } from '../program.ts'

/** The four days of the base mesocycle, which gets heavier by a fixed weight. */
const base = ['4x9@70', '5x7@75', '7x5@80', '10x3@85'] as const
const test = '3@70 2@80 1@90 1@95 1+@100#max'
const speed = ['6x3@50', '6x3@55', '6x3@60'] as const
const opening = '3x8@65 5@70 2x2@75 1@80'

/** Each week's days, in order. */
const weeks: readonly { readonly days: readonly string[]; readonly plus?: number }[] = [
  { days: [opening, opening, '4x5@70 3@75 2x2@80 1@90'] },
  { days: ['5@80', '5@82.5', '5@85'] },
  { days: base },
  { days: base, plus: 20 },
  { days: base, plus: 30 },
  { days: [test] },
  { days: speed },
  { days: speed },
  { days: ['3@65 4@75 3x4@85 5@90', '3@60 3@70 4@80 3@90 2x5@85', '4@65 4@70 5x4@80'] },
  { days: ['4@60 4@70 4@80 3@90 2x4@90', '3@65 3@75 3@85 3x3@90 3@95', '3@65 3@75 4@85 4x5@90'] },
  { days: ['3@60 3@70 3@80 5x5@90', '3@60 3@70 3@80 2x3@95', '3@65 3@75 3@85 4x3@95'] },
  { days: ['3@70 4@80 5x5@90', '3@70 3@80 4x3@95', '3@75 4@90 3x4@80'] },
  { days: ['3@70 3@80 2x5@90 3x4@95', '4@75 4x4@85', test] },
]

const dayKeys = ['day-1', 'day-2', 'day-3', 'day-4']

/** Thirteen weeks of squats, in five phases. */
export const smolov: BuiltInProgram = {
  id: 'smolov',
  revision: 1,
  name: 'Smolov',
  author: 'Sergey Smolov',
  sourceUrl: 'https://www.liftosaur.com/programs/smolov-squat-program',
  notes:
    'Thirteen weeks of nothing but squats, for lifters who squat and recover well: two introductory weeks, a base phase of many sets that get heavier by fixed weights, a new max, two light weeks, and four heavy ones that lead to another max. Start with 90 to 95 percent of your max; log the heaviest single you make as the last set of a test.',
  sessionsPerWeek: 4,
  cycles: 1,
  lifts: [trainingMax('squat', barbell.squat, [{ set: 'max', made: { kind: 'tested', percent: 100 } }], 95)],
  waves: dayKeys.map((key, day) => ({
    key,
    weeks: weeks.flatMap(({ days, plus }, index) => {
      const notation = days[day]
      if (notation === undefined) return []
      const planned = sets(notation)
      return { week: `w${index + 1}`, sets: plus ? heavierBy({ value: plus, unit: 'lb' }, planned) : planned }
    }),
  })),
  days: dayKeys.map((key) => ({ key, slots: [waveSlot('squat', key)] })),
  weeks: weeks.map(({ days }, index) => ({ key: `w${index + 1}`, days: dayKeys.slice(0, days.length) })),
}
