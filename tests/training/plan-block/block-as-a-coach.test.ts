import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { catalogueData } from '#catalogue/data/index.ts'
import type { Schemas } from '#generated/types.ts'
import { weeklyLandmarks } from '#training/landmarks.ts'
import { type Block, planBlock } from '#training/plan-block/plan-block.ts'
import type { BlockContext, BlockRequest } from '#training/plan-block/types.ts'
import { targetSets } from '#training/plan-block/volume.ts'
import { checkProgram, readProgram } from '#training/programs/index.ts'
import { muscles } from '#training/types.ts'

const candidates = catalogueData.map(({ slug, engagement, ...facts }) => ({
  ...facts,
  id: slug,
  engagement: muscles.flatMap((muscle) => {
    const percent = engagement[muscle]
    return percent === undefined ? [] : { muscle, percent }
  }),
}))
const context: BlockContext = {
  candidates,
  landmarks: weeklyLandmarks,
  unit: 'kg',
  sessionsOf: () => 0,
  oneRepMaxOf: () => undefined,
}
const request: BlockRequest = {
  goal: 'hypertrophy',
  sessionsPerWeek: 4,
  minutes: 75,
  weeks: 5,
  experience: 'intermediate',
  favor: [],
  exclude: [],
}

function plan(changes: Partial<BlockRequest> = {}, known: Partial<BlockContext> = {}): Block {
  const block = planBlock({ ...request, ...changes }, { ...context, ...known })
  if (!block) throw new Error('no block')
  return block
}

const setsOf = ({ muscles: all }: Block, muscle: string) => all.find((one) => one.muscle === muscle)?.sets
const exercisesOf = ({ placed }: Block) => placed.map(({ exercise }) => exercise.id)

describe('the sets of a muscle', () => {
  test('climb from MEV to MRV and end in a deload: chest in 4 + 1 weeks', () => {
    expect(targetSets(weeklyLandmarks.chest, 5, 'mrv')).toEqual([10, 14, 18, 22, 8])
    const roomy = plan({ sessionsPerWeek: 6, minutes: 90, experience: 'advanced' })
    expect(setsOf(roomy, 'chest')).toEqual([10, 14, 18, 22, 8])
  })

  test('stop at what a beginner needs', () => {
    const sets = setsOf(plan({ experience: 'beginner', sessionsPerWeek: 6, minutes: 120 }), 'chest')
    expect(sets?.at(-2)).toBe(weeklyLandmarks.chest.mav.min)
  })

  test('are more for a favored muscle, and its reason says so', () => {
    const [usual, favored] = [plan(), plan({ favor: ['chest'] })]
    expect(setsOf(favored, 'chest')?.at(-2)).toBeGreaterThan(setsOf(usual, 'chest')?.at(-2) ?? 0)
    for (const { reason } of favored.muscles) expect(reason).toMatch(/MEV is \d+ and MRV \d+/)
  })

  test('are fewer where time is short, and the reason says so', () => {
    const short = plan({ sessionsPerWeek: 2, minutes: 45 })
    expect(setsOf(short, 'chest')?.at(-2)).toBeLessThan(10)
    expect(short.muscles.find(({ muscle }) => muscle === 'chest')?.reason).toContain('2 × 45 minutes')
  })
})

describe('exercises', () => {
  test('use only the equipment at hand', () => {
    const block = plan({ equipment: ['dumbbell', 'bodyweight'] })
    for (const { exercise } of block.placed) expect(['dumbbell', 'bodyweight']).toContain(exercise.equipment)
    expect(exercisesOf(block)).toContain('dumbbell-bench-press')
  })

  test('are those that the lifter knows, and none that are unwanted', () => {
    const sessionsOf = (id: string) => (id === 'low-bar-back-squat' ? 20 : 0)
    const block = plan({ exclude: ['barbell-bench-press'] }, { sessionsOf })
    expect(exercisesOf(block)).toContain('low-bar-back-squat')
    expect(exercisesOf(block)).not.toContain('barbell-bench-press')
  })

  test('are not too advanced for the lifter', () => {
    for (const { exercise } of plan({ experience: 'beginner' }).placed)
      expect(exercise.difficulty).toBe('beginner')
  })

  test('are none without equipment', () => {
    expect(planBlock({ ...request, equipment: [] }, context)).toBeUndefined()
  })
})

describe('strength', () => {
  const strong = plan(
    { goal: 'strength' },
    { oneRepMaxOf: (id) => (id === 'barbell-back-squat' ? 150_000 : undefined) },
  )

  test('a main lift with a log uses a training max of 90%', () => {
    expect([...strong.bases]).toEqual([['barbell-back-squat', 135_000]])
    expect(strong.program.lifts?.map(({ key }) => key)).toEqual(['barbell-back-squat'])
  })

  test('one without a log goes by effort', () => {
    const bench = strong.program.days
      .flatMap(({ slots }) => slots)
      .find(({ key }) => key === 'barbell-bench-press')
    const wave = strong.program.waves?.find(({ key }) => key === bench?.wave)
    expect(wave?.weeks.map(({ sets }) => sets[0]?.rpe)).toEqual([7, 7.5, 8.5, 9, 6])
  })
})

test('any request results in a valid program, within its minutes, whose sets never fall before the deload', () => {
  const equipment = ['barbell', 'dumbbell', 'machine', 'cable', 'bodyweight', 'band', 'kettlebell'] as const
  const requests = fc.record({
    goal: fc.constantFrom<Schemas['ProgramGoal']>('hypertrophy', 'strength', 'general'),
    sessionsPerWeek: fc.integer({ min: 1, max: 6 }),
    minutes: fc.integer({ min: 15, max: 180 }),
    weeks: fc.integer({ min: 4, max: 6 }),
    experience: fc.constantFrom<BlockRequest['experience']>('beginner', 'intermediate', 'advanced'),
    equipment: fc.option(fc.uniqueArray(fc.constantFrom(...equipment)), { nil: undefined }),
    favor: fc.uniqueArray(fc.constantFrom('chest' as const, 'glutes' as const, 'biceps' as const), {
      maxLength: 2,
    }),
  })
  fc.assert(
    fc.property(requests, fc.boolean(), (changes, hasLog) => {
      const block = planBlock(
        { ...request, ...changes },
        { ...context, oneRepMaxOf: () => (hasLog ? 100_000 : undefined) },
      )
      if (!block) return
      const { program } = block
      expect(checkProgram(readProgram(program))).toEqual([])
      expect(program.weeks).toHaveLength(changes.weeks)
      for (const { sets } of block.muscles) {
        const loading = sets.slice(0, -1)
        expect(loading).toEqual(loading.toSorted((a, b) => a - b))
        expect(sets.at(-1) ?? 0).toBeLessThanOrEqual(sets.at(-2) ?? 0)
      }
    }),
    { numRuns: 60 },
  )
})
