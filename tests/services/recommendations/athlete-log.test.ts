import { expect, test } from 'bun:test'
import { findProfile } from '#db/accounts/users.ts'
import { athleteLog } from '#services/recommendations/athlete.ts'
import { chooseDoubleProgression, log, reps, workoutOf } from '#tests/handlers/training.ts'
import { testApp } from '#tests/support/app.ts'

const now = Date.parse('2026-09-20T12:00:00Z')

test('after a break, each set of an exercise whose scheme was chosen before the break is read once', async () => {
  const app = await testApp({ now: Date.parse('2026-02-01T12:00:00Z') })
  const user = await app.register()
  await chooseDoubleProgression(user, 'pull-up')
  for (const day of ['2026-03-01', '2026-05-20', '2026-09-15'])
    await log(user, workoutOf(`${day}T10:00:00Z`, 'pull-up', reps(5)))
  const profile = await findProfile(app.db, user.id)
  if (!profile) return expect.unreachable()
  const { sets } = await athleteLog(app.db, profile, { at: now, now })
  expect(sets.map(({ performedAt }) => new Date(performedAt).toISOString().slice(0, 10))).toEqual([
    '2026-03-01',
    '2026-05-20',
    '2026-09-15',
  ])
})
