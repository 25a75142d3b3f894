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
import { dayMs } from '#training/day-ms.ts'
import { importAll, strongFile } from '../imports/import-file.ts'
import { expectBody, get, log, put, remove, reps, save, type Workout, weigh } from '../training.ts'
import { createVeteran, firstDay, midnight, type Veteran, workouts } from './long-history.ts'

const now = firstDay + (workouts + 10) * dayMs
const app = await testApp({ now })

/** One of the most recent days, where almost all changes are, or any day. */
const day = fc.oneof(fc.integer({ min: workouts - 30, max: workouts + 15 }), fc.nat(workouts))
const which = fc.nat(1000)
const sets = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 20, max: 200 })).map(([n, kg]) => reps(n, kg)),
  { minLength: 1, maxLength: 3 },
)
const lift = fc.constantFrom('barbell-bench-press', 'pull-up', 'dumbbell-curl', 'barbell-back-squat', 'own')
const exercises = fc.array(fc.record({ exerciseId: lift, sets }), { minLength: 1, maxLength: 3 })

/** The changes to a long history, applied in sequence. `which` selects an existing item. */
const anyChange = fc.oneof(
  fc.record({ kind: fc.constant('log' as const), day, exercises }),
  fc.record({ kind: fc.constant('replace' as const), which, exercises }),
  fc.record({ kind: fc.constant('move' as const), which, day }),
  fc.record({ kind: fc.constant('delete' as const), which }),
  fc.record({ kind: fc.constant('restore' as const), which }),
  fc.record({ kind: fc.constant('weigh' as const), day, kilograms: fc.integer({ min: 60, max: 90 }) }),
  fc.record({ kind: fc.constant('delete bodyweight' as const), which }),
  fc.record({ kind: fc.constant('import' as const), day }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('own exercise' as const), perHand: fc.boolean() }),
  fc.record({ kind: fc.constant('day start' as const), hour: fc.integer({ min: 0, max: 23 }) }),
)
type Change = typeof anyChange extends fc.Arbitrary<infer Value> ? Value : never

/** A user whose history changes, with the ids of the items. */
interface ChangingAccount extends Veteran {
  readonly ids: string[]
  readonly bodyweightIds: string[]
  readonly importIds: string[]
}

async function applyChange(account: ChangingAccount, change: Change): Promise<void> {
  const { user, ids, ownId } = account
  const withIds = (entries: typeof exercises extends fc.Arbitrary<infer Value> ? Value : never) =>
    entries.map((entry) => ({ ...entry, exerciseId: entry.exerciseId === 'own' ? ownId : entry.exerciseId }))
  const path = `/api/workouts/${ids['which' in change ? change.which % ids.length : 0]}`
  const currentWorkout = async () => {
    const response = await user.send('GET', path)
    return response.status === 200 ? get<Workout>(user, path) : undefined
  }
  switch (change.kind) {
    case 'log': {
      const startedAt = new Date(midnight(change.day).getTime() + 3_600_000 * 20).toISOString()
      ids.push((await log(user, { startedAt, exercises: withIds(change.exercises) })).body.id)
      return
    }
    case 'replace': {
      const workout = await currentWorkout()
      if (!workout) return
      const { id, startedAt } = workout.body
      await save(user, { id, startedAt, exercises: withIds(change.exercises) }, workout.etag)
      return
    }
    case 'move': {
      const workout = await currentWorkout()
      if (!workout) return
      const {
        totals: _,
        revision: __,
        createdAt: ___,
        updatedAt: ____,
        endedAt: _____,
        ...input
      } = workout.body
      await save(user, { ...input, startedAt: midnight(change.day).toISOString() }, workout.etag)
      return
    }
    case 'delete':
      if (await currentWorkout()) await remove(user, path)
      return
    case 'restore':
      await user.send('POST', `${path}/restore`, { body: {} })
      return
    case 'weigh':
      account.bodyweightIds.push(
        (await weigh(user, midnight(change.day).toISOString(), change.kilograms)).body.id,
      )
      return
    case 'delete bodyweight': {
      const id = account.bodyweightIds.splice(change.which % Math.max(1, account.bodyweightIds.length), 1)[0]
      if (id !== undefined) await remove(user, `/api/measurements/${id}`)
      return
    }
    case 'import': {
      const file = strongFile([midnight(change.day).toISOString().slice(0, 10), 'Squat (Barbell)', 3])
      account.importIds.push((await importAll(app, user, file)).id)
      return
    }
    case 'undo': {
      const id = account.importIds.pop()
      if (id !== undefined) expectBody(await user.send('DELETE', `/api/imports/${id}`), 200)
      return
    }
    case 'own exercise': {
      const { body, etag } = await get<Schemas['Exercise']>(user, `/api/exercises/${ownId}`)
      const { name, category, equipment, tracking, engagement } = body
      const inputEngagement = engagement.map(({ muscle, percent }) => ({ muscle, percent }))
      const input = {
        name,
        category,
        equipment,
        tracking,
        engagement: inputEngagement,
        perHand: change.perHand,
      }
      await put(user, `/api/exercises/${ownId}`, input, etag)
      return
    }
    case 'day start': {
      const { etag } = await get(user, '/api/users/me')
      const headers = { 'If-Match': etag, 'Content-Type': 'application/json' }
      expectBody(
        await user.send('PATCH', '/api/users/me', { body: { dayStartHour: change.hour }, headers }),
        200,
      )
    }
  }
}

/** The records of all exercises and the summary. */
async function reportsOf(db: Reader, user: Profile): Promise<unknown> {
  const range = reportRange(user, { from: '2016-07-10' }, now, { defaultDays: 365 })
  if (range.kind === 'invalid') throw new Error('the range is invalid')
  const options = { timeZone: user.timeZone, range, unit: 'kg', formula: 'epley', kind: undefined } as const
  const { report, last } = await recordsOfAll(db, user, options, { after: undefined, limit: 200 })
  return { report, last, summary: await summaryOf(db, user, now, 'kg') }
}

test('after any changes, all-time figures equal those computed from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { minLength: 4, maxLength: 16 }), async (changes) => {
      const veteran = await createVeteran(app)
      const account = { ...veteran, ids: [...veteran.workoutIds], bodyweightIds: [], importIds: [] }
      for (const change of changes) {
        await applyChange(account, change)
        const profile = await veteran.profile()
        const cachedReports = await reportsOf(app.db, profile)
        // A transaction bypasses the cache.
        expect(cachedReports).toEqual(await transact(app.db, profile.id, (tx) => reportsOf(tx, profile)))
      }
    }),
    { numRuns: runs(3) },
  )
}, 120_000)
