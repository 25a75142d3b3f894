import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { findProfile } from '#db/accounts/users.ts'
import { rememberedLog } from '#db/lift-memory/remembered-log.ts'
import { lastRememberedLog, liftMemory } from '#services/training-log/lift-memory.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { memoryData } from '#training/lift-state/index.ts'
import { get, log, remove, reps, save, type Workout, type WorkoutInput, weigh } from '../training.ts'

const start = Date.parse('2026-03-01T18:00:00Z')
const app = await testApp({ now: start + 100 * dayMs })

/** Mostly a few loads that are repeated, sometimes a typing error or a new load. */
const load = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(60, 80, 82.5) },
  { weight: 2, arbitrary: fc.constantFrom(600, 8, 825, 85, 61, 200) },
)
const set = fc
  .tuple(load, fc.oneof({ weight: 6, arbitrary: fc.constantFrom(5, 8) }, fc.constantFrom(0, 21, 50, 600)))
  .map(([kilograms, count]) => reps(count, kilograms))
const lift = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('barbell-bench-press', 'barbell-back-squat') },
  fc.constantFrom('pull-up', 'plank', 'dumbbell-curl'),
)
const exercises = fc.array(
  fc.record({ exerciseId: lift, sets: fc.array(set, { minLength: 1, maxLength: 4 }) }),
  { minLength: 1, maxLength: 3 },
)
const change = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('log' as const), exercises }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('replace' as const),
      exercises,
      back: fc.constantFrom(1, 1, 1, 2, 5),
      moves: fc.constantFrom(0, 0, 0, 1, -1, 12),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('log_earlier' as const), exercises }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('delete' as const), back: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('weigh' as const), day: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('read' as const) }) },
)
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

/** Applies a change. Resolves to the workout that it saved. */
async function apply(
  user: TestUser,
  changes: Change,
  workouts: { readonly id: string; readonly day: number }[],
): Promise<Workout | undefined> {
  const startedAt = (day: number) => new Date(start + day * dayMs).toISOString()
  const logOn = async (day: number, input: Pick<WorkoutInput, 'exercises'>) => {
    const { body } = await log(user, { startedAt: startedAt(day), exercises: input.exercises })
    workouts.push({ id: body.id, day })
    workouts.sort((a, b) => a.day - b.day)
    return body
  }
  switch (changes.kind) {
    case 'log':
      return logOn((workouts.at(-1)?.day ?? 0) + 1, changes)
    case 'log_earlier':
      return logOn((workouts.at(-1)?.day ?? 0) - 1.5, changes)
    case 'replace': {
      const replaced = workouts.at(-changes.back)
      if (!replaced) return undefined
      const { id, day } = replaced
      const input = { id, startedAt: startedAt(day + changes.moves / 4), exercises: changes.exercises }
      return (await save(user, input, '*')).body
    }
    case 'delete': {
      const [deleted] = workouts.splice(-changes.back, 1)
      if (deleted) await remove(user, `/api/workouts/${deleted.id}`)
      return undefined
    }
    case 'weigh':
      await weigh(user, startedAt(changes.day), 60 + changes.day)
      return undefined
    case 'read':
      await get(user, '/api/analytics/summary')
      return undefined
  }
}

async function ownerOf(user: TestUser) {
  const profile = await findProfile(app.db, user.id)
  if (!profile) throw new Error('the account does not exist')
  return profile
}

const reasonsOf = (doubts: readonly { readonly setId: string; readonly reason: string }[]) =>
  doubts.map(({ setId, reason }) => `${setId} ${reason}`).sort()

/** Compares the doubted sets in the response with those of a memory folded from what is stored. */
async function expectDoubtsOfRecount(user: TestUser, saved: Workout): Promise<void> {
  const { fold } = await rememberedLog(app.db, await ownerOf(user))
  const recount = fold.doubts().filter(({ workoutId }) => workoutId === saved.id)
  expect(reasonsOf(saved.doubts ?? [])).toEqual(
    reasonsOf(recount.map(({ setId, doubt }) => ({ setId, ...doubt }))),
  )
}

test('after any saves, the doubted sets in the response and the memory equal a recount', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 10, maxLength: 40 }), async (changes) => {
      const user = await app.register()
      await weigh(user, '2026-02-01T07:00:00Z', 80)
      const workouts: { id: string; day: number }[] = []
      for (const each of changes) {
        const saved = await apply(user, each, workouts)
        if (saved) await expectDoubtsOfRecount(user, saved)
      }
      const owner = await ownerOf(user)
      await liftMemory(app.db, owner)
      const cached = lastRememberedLog(app.db, user.id)
      expect(cached && memoryData(cached.fold)).toEqual(memoryData((await rememberedLog(app.db, owner)).fold))
    }),
    { numRuns: runs(12) },
  )
}, 120_000)

test('a load that was last lifted 24 other loads ago is doubted again, as in a recount', async () => {
  const user = await app.register()
  const bench = (day: number, sets: WorkoutInput['exercises'][number]['sets']) => ({
    startedAt: new Date(start + day * dayMs).toISOString(),
    exercises: [{ exerciseId: 'barbell-bench-press', sets }],
  })
  for (const day of [0, 3, 6, 9]) await log(user, bench(day, [reps(5, 20.41)]))
  await get(user, '/api/analytics/summary')
  // The memory remembers 24 loads.
  const heavier = Array.from({ length: 24 }, (_, index) => reps(5, 44 + index / 4, { confirmed: true }))
  await log(user, bench(12, heavier))
  const { body } = await log(user, bench(15, [reps(5, 20.41)]))
  expect(body.doubts).toMatchObject([{ reason: 'load_low' }])
  await expectDoubtsOfRecount(user, body)
})
