import { expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Profile } from '#db/accounts/users.ts'
import { transact } from '#db/engine/transact.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { reportRange } from '#services/analytics/range.ts'
import { recordsOfAll } from '#services/analytics/records-of-all.ts'
import { summaryOf } from '#services/analytics/summary.ts'
import { testApp } from '#tests/support/app.ts'
import { runs } from '#tests/support/runs.ts'
import { importAll, strongFile } from '../imports/importing.ts'
import { expectBody, get, log, put, remove, reps, save, type Workout, weigh } from '../training.ts'
import { firstDay, midnight, type Veteran, veteran, workouts } from './long-history.ts'

const now = firstDay + (workouts + 10) * 86_400_000
const app = await testApp({ now })

/** One of the last days, where almost all changes are, or any day. */
const day = fc.oneof(fc.integer({ min: workouts - 30, max: workouts + 15 }), fc.nat(workouts))
const which = fc.nat(1000)
const sets = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 20, max: 200 })).map(([n, kg]) => reps(n, kg)),
  { minLength: 1, maxLength: 3 },
)
const lift = fc.constantFrom('barbell-bench-press', 'pull-up', 'dumbbell-curl', 'barbell-back-squat', 'own')
const exercises = fc.array(fc.record({ exerciseId: lift, sets }), { minLength: 1, maxLength: 3 })

/** The changes to a long history, applied in sequence. `which` selects an existing item. */
const change = fc.oneof(
  fc.record({ does: fc.constant('log' as const), day, exercises }),
  fc.record({ does: fc.constant('replace' as const), which, exercises }),
  fc.record({ does: fc.constant('move' as const), which, day }),
  fc.record({ does: fc.constant('delete' as const), which }),
  fc.record({ does: fc.constant('restore' as const), which }),
  fc.record({ does: fc.constant('weigh' as const), day, kilograms: fc.integer({ min: 60, max: 90 }) }),
  fc.record({ does: fc.constant('forget weighing' as const), which }),
  fc.record({ does: fc.constant('import' as const), day }),
  fc.record({ does: fc.constant('undo' as const) }),
  fc.record({ does: fc.constant('own exercise' as const), perHand: fc.boolean() }),
  fc.record({ does: fc.constant('day start' as const), hour: fc.integer({ min: 0, max: 23 }) }),
)
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

/** A user whose history changes, with the ids of their items. */
interface Changing extends Veteran {
  readonly ids: string[]
  readonly weighings: string[]
  readonly imports: string[]
}

async function make(changing: Changing, made: Change): Promise<void> {
  const { user, ids, ownId } = changing
  const named = (of: typeof exercises extends fc.Arbitrary<infer Value> ? Value : never) =>
    of.map((one) => ({ ...one, exerciseId: one.exerciseId === 'own' ? ownId : one.exerciseId }))
  const path = `/api/workouts/${ids['which' in made ? made.which % ids.length : 0]}`
  const kept = async () => {
    const found = await user.send('GET', path)
    return found.status === 200 ? get<Workout>(user, path) : undefined
  }
  switch (made.does) {
    case 'log': {
      const startedAt = new Date(midnight(made.day).getTime() + 3_600_000 * 20).toISOString()
      ids.push((await log(user, { startedAt, exercises: named(made.exercises) })).body.id)
      return
    }
    case 'replace': {
      const found = await kept()
      if (!found) return
      const { id, startedAt } = found.body
      await save(user, { id, startedAt, exercises: named(made.exercises) }, found.etag)
      return
    }
    case 'move': {
      const found = await kept()
      if (!found) return
      const {
        totals: _,
        revision: __,
        createdAt: ___,
        updatedAt: ____,
        endedAt: _____,
        ...input
      } = found.body
      await save(user, { ...input, startedAt: midnight(made.day).toISOString() }, found.etag)
      return
    }
    case 'delete':
      if (await kept()) await remove(user, path)
      return
    case 'restore':
      await user.send('POST', `${path}/restore`, { body: {} })
      return
    case 'weigh':
      changing.weighings.push((await weigh(user, midnight(made.day).toISOString(), made.kilograms)).body.id)
      return
    case 'forget weighing': {
      const id = changing.weighings.splice(made.which % Math.max(1, changing.weighings.length), 1)[0]
      if (id !== undefined) await remove(user, `/api/measurements/${id}`)
      return
    }
    case 'import': {
      const file = strongFile([midnight(made.day).toISOString().slice(0, 10), 'Squat (Barbell)', 3])
      changing.imports.push((await importAll(app, user, file)).id)
      return
    }
    case 'undo': {
      const id = changing.imports.pop()
      if (id !== undefined) expectBody(await user.send('DELETE', `/api/imports/${id}`), 200)
      return
    }
    case 'own exercise': {
      const { body, etag } = await get<Schemas['Exercise']>(user, `/api/exercises/${ownId}`)
      const { name, category, equipment, tracking, engagement } = body
      const worked = engagement.map(({ muscle, percent }) => ({ muscle, percent }))
      const input = { name, category, equipment, tracking, engagement: worked, perHand: made.perHand }
      await put(user, `/api/exercises/${ownId}`, input, etag)
      return
    }
    case 'day start': {
      const { etag } = await get(user, '/api/users/me')
      const headers = { 'If-Match': etag, 'Content-Type': 'application/json' }
      expectBody(
        await user.send('PATCH', '/api/users/me', { body: { dayStartHour: made.hour }, headers }),
        200,
      )
    }
  }
}

/** The reported all-time figures. */
async function reportsOf(db: Reader, user: Profile): Promise<unknown> {
  const range = reportRange(user, { from: '2016-07-10' }, now, { defaultDays: 365 })
  if (range.kind === 'invalid') throw new Error('the range is invalid')
  const question = { timeZone: user.timeZone, range, unit: 'kg', formula: 'epley', kind: undefined } as const
  const { report, last } = await recordsOfAll(db, user, question, { after: undefined, limit: 200 })
  return { report, last, summary: await summaryOf(db, user, now, 'kg') }
}

test('after any changes, all-time figures equal those computed from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 4, maxLength: 16 }), async (changes) => {
      const old = await veteran(app)
      const changing = { ...old, ids: [...old.workoutIds], weighings: [], imports: [] }
      for (const made of changes) {
        await make(changing, made)
        const profile = await old.profile()
        const kept = await reportsOf(app.db, profile)
        // A transaction bypasses the cache.
        expect(kept).toEqual(await transact(app.db, profile.id, (tx) => reportsOf(tx, profile)))
      }
    }),
    { numRuns: runs(3) },
  )
}, 120_000)
