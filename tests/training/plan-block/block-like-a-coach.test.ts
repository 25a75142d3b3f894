import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { catalogueData } from '#catalogue/data/index.ts'
import type { Schemas } from '#generated/types.ts'
import { mergeLandmarks, weeklyLandmarks } from '#training/landmarks.ts'
import { type Block, planBlock } from '#training/plan-block/plan-block.ts'
import { targetSets } from '#training/plan-block/target-sets.ts'
import type { BlockContext, BlockRequest } from '#training/plan-block/types.ts'
import { checkProgram, readProgram } from '#training/programs/index.ts'
import { exerciseSeconds } from '#training/recommend/duration.ts'
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

function plan(requestChanges: Partial<BlockRequest> = {}, contextChanges: Partial<BlockContext> = {}): Block {
  const block = planBlock({ ...request, ...requestChanges }, { ...context, ...contextChanges })
  if (!block) throw new Error('no block')
  return block
}

const setsOf = ({ muscles: blockMuscles }: Block, muscle: string) =>
  blockMuscles.find((each) => each.muscle === muscle)?.sets
const exercisesOf = ({ placed }: Block) => placed.map(({ exercise }) => exercise.id)

test('the reasons list untrained muscles as a sentence does', () => {
  const { reasons } = plan({}, { candidates: candidates.filter(({ equipment }) => equipment === 'barbell') })
  expect(reasons).toContain(
    'With your equipment, there is no exercise for the side delts, triceps, rear delts, calves and abs.',
  )
})

describe('the sets of a muscle', () => {
  test('climb from MEV to MRV and end in a deload: chest in 4 + 1 weeks', () => {
    expect(targetSets(weeklyLandmarks.chest, 5, 'mrv')).toEqual([10, 14, 18, 22, 8])
    const ampleTime = plan({ sessionsPerWeek: 6, minutes: 90, experience: 'advanced' })
    expect(setsOf(ampleTime, 'chest')).toEqual([10, 14, 18, 22, 8])
  })

  test('stay one below an MRV that the user set, and end in half of their MEV: chest in 5 + 1 weeks', () => {
    const ownLandmarks = mergeLandmarks(new Map([['chest', weeklyLandmarks.chest]]))
    const chest = ownLandmarks.chest ?? weeklyLandmarks.chest
    expect(targetSets(chest, 6, 'mrv')).toEqual([10, 13, 16, 18, 21, 5])
    const ampleTime = { sessionsPerWeek: 6, minutes: 90, weeks: 6, experience: 'advanced' } as const
    const block = plan(ampleTime, { landmarks: ownLandmarks })
    expect(setsOf(block, 'chest')).toEqual([10, 13, 16, 18, 21, 5])
    expect(block.muscles.find(({ muscle }) => muscle === 'chest')?.reason).toEndWith(
      'MEV is 10 and MRV 22 sets a week (your own). You chose them, so the block stays a set below that MRV, and the last week has half that MEV.',
    )
    expect(setsOf(plan(ampleTime), 'chest')).toEqual([10, 13, 16, 19, 22, 8])
  })

  test('stop at the lower end of MAV for a beginner', () => {
    const sets = setsOf(plan({ experience: 'beginner', sessionsPerWeek: 6, minutes: 120 }), 'chest')
    expect(sets?.at(-2)).toBe(weeklyLandmarks.chest.mav.min)
  })

  test('increase for a favored muscle, and every reason names MEV and MRV', () => {
    const [usual, favored] = [plan(), plan({ favor: ['chest'] })]
    expect(setsOf(favored, 'chest')?.at(-2)).toBeGreaterThan(setsOf(usual, 'chest')?.at(-2) ?? 0)
    for (const { reason } of favored.muscles) expect(reason).toMatch(/MEV is \d+ and MRV \d+/)
  })

  test('decrease where time is short, and the reason mentions it', () => {
    const short = plan({ sessionsPerWeek: 2, minutes: 45 })
    expect(setsOf(short, 'chest')?.at(-2)).toBeLessThan(10)
    expect(short.muscles.find(({ muscle }) => muscle === 'chest')?.reason).toContain('2 × 45 minutes')
  })
})

describe('the exercises of a block', () => {
  test('use only the available equipment', () => {
    const block = plan({ equipment: ['dumbbell', 'bodyweight'] })
    for (const { exercise } of block.placed) expect(['dumbbell', 'bodyweight']).toContain(exercise.equipment)
    expect(exercisesOf(block)).toContain('dumbbell-bench-press')
  })

  test('are preferably those that the lifter has done before, and never an excluded one', () => {
    const sessionsOf = (id: string) => (id === 'low-bar-back-squat' ? 20 : 0)
    const block = plan({ exclude: ['barbell-bench-press'] }, { sessionsOf })
    expect(exercisesOf(block)).toContain('low-bar-back-squat')
    expect(exercisesOf(block)).not.toContain('barbell-bench-press')
  })

  test('are not too advanced for the lifter', () => {
    for (const { exercise } of plan({ experience: 'beginner' }).placed)
      expect(exercise.difficulty).toBe('beginner')
  })

  test('can’t be chosen without any equipment, so there is no block', () => {
    expect(planBlock({ ...request, equipment: [] }, context)).toBeUndefined()
  })
})

describe('the main lifts of a block for strength', () => {
  const strong = plan(
    { goal: 'strength' },
    { oneRepMaxOf: (id) => (id === 'barbell-back-squat' ? 150_000 : undefined) },
  )

  test('with a known one-rep max, use a training max of 90%', () => {
    expect([...strong.bases]).toEqual([['barbell-back-squat', 135_000]])
    expect(strong.program.lifts?.map(({ key }) => key)).toEqual(['barbell-back-squat'])
  })

  test('without a known one-rep max, are prescribed by RPE', () => {
    const bench = strong.program.days
      .flatMap(({ slots }) => slots)
      .find(({ key }) => key === 'barbell-bench-press')
    const wave = strong.program.waves?.find(({ key }) => key === bench?.wave)
    expect(wave?.weeks.map(({ sets }) => sets[0]?.rpe)).toEqual([7, 7.5, 8.5, 9, 6])
  })
})

describe('a block for strength', () => {
  test.each(['beginner', 'intermediate', 'advanced'] as const)(
    'is built around the big lifts, whatever the lifter’s experience: %s',
    (experience) => {
      for (const sessionsPerWeek of [2, 3, 4]) {
        const block = plan({ goal: 'strength', sessionsPerWeek, experience })
        const main = block.placed.filter(({ role }) => role.isMain).map(({ exercise }) => exercise.id)
        expect([...new Set(main)].sort()).toEqual([
          'barbell-back-squat',
          'barbell-bench-press',
          'barbell-deadlift',
          'barbell-overhead-press',
        ])
      }
    },
  )

  test('has fives for a beginner, and at most four sets of other exercises', () => {
    const slots = slotsOf(plan({ goal: 'strength', experience: 'beginner' }).program)
    expect(slots.find(({ key }) => key === 'barbell-deadlift')?.reps).toEqual({ min: 5, max: 5 })
    const advancedSlots = slotsOf(plan({ goal: 'strength', minutes: 120, experience: 'advanced' }).program)
    for (const { key, counts } of advancedSlots)
      if (!/^barbell-(back-squat|bench|deadlift|overhead)/.test(key))
        expect(Math.max(...counts)).toBeLessThan(5)
  })
})

test('no day repeats a movement pattern for the chest or the hamstrings', () => {
  for (const sessionsPerWeek of [3, 4]) {
    for (const day of Map.groupBy(plan({ sessionsPerWeek }).placed, (placed) => placed.day).values()) {
      const movements = day.flatMap(({ role: { muscle }, exercise: { pattern } }) =>
        muscle === 'chest' || muscle === 'hamstrings' ? `${muscle} ${pattern}` : [],
      )
      expect(movements).toEqual([...new Set(movements)])
    }
  }
})

test('an easy bodyweight exercise gets many reps, and advanced lifters get no exercise that is too light', () => {
  const bodyweightOnly = plan({ goal: 'general', experience: 'beginner', equipment: ['bodyweight'] })
  const squat = slotsOf(bodyweightOnly.program).find(({ key }) => key === 'bodyweight-squat')
  expect(squat?.reps).toEqual({ min: 8, max: 15 })
  const advanced = exercisesOf(plan({ experience: 'advanced', sessionsPerWeek: 6, minutes: 90 }))
  expect(advanced).not.toContain('assisted-pull-up')
  expect(advanced).not.toContain('bodyweight-calf-raise')
  const barbell = plan({
    goal: 'strength',
    sessionsPerWeek: 3,
    minutes: 60,
    equipment: ['barbell', 'bodyweight'],
  })
  expect(exercisesOf(barbell)).not.toContain('bodyweight-squat')
})

test('a beginner does at most four sets of an exercise', () => {
  for (const { counts } of slotsOf(plan({ experience: 'beginner', minutes: 120 }).program))
    expect(Math.max(...counts)).toBeLessThan(5)
})

/** The slots of a program, each with its number of sets in every week. */
function slotsOf({ days, waves = [] }: Block['program']) {
  return days.flatMap(({ slots }) =>
    slots.map(({ key, wave, restSeconds = 0 }) => {
      const weeks = waves.find((each) => each.key === wave)?.weeks ?? []
      return {
        key,
        restSeconds,
        counts: weeks.map(({ sets: [set] }) => set?.count ?? 0),
        reps: weeks[0]?.sets[0]?.reps,
      }
    }),
  )
}

/** The seconds that each day takes in the week with the most sets. */
function sessionSeconds({ days, waves }: Block['program']): number[] {
  return days.map((day) =>
    slotsOf({ name: '', weeks: [], days: [day], ...(waves && { waves }) }).reduce((sum, slot) => {
      const set = { type: 'normal', reps: slot.reps ?? { min: 5, max: 5 } } as const
      const sets = Array.from({ length: Math.max(...slot.counts) }, () => set)
      return sum + exerciseSeconds([], sets, slot.restSeconds)
    }, 0),
  )
}

test('any request leads to a valid program that fits its minutes and never loses sets before the deload', () => {
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
      for (const seconds of sessionSeconds(program)) expect(seconds).toBeLessThanOrEqual(changes.minutes * 60)
      for (const counts of slotsOf(program).map(({ counts }) => counts)) {
        const loading = counts.slice(0, -1)
        // An exercise isn't worth setting up for one set, and no slot shrinks while the block builds up.
        expect(Math.min(...loading)).toBeGreaterThanOrEqual(2)
        expect(loading).toEqual(loading.toSorted((a, b) => a - b))
      }
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
