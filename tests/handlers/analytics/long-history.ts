import type { Profile } from '#db/accounts/users.ts'
import { findProfile } from '#db/accounts/users.ts'
import type { TestApp } from '#tests/support/app.ts'
import type { TestUser } from '#tests/support/user.ts'
import { dayMs } from '#training/day-ms.ts'
import { importAll, strongFile } from '../imports/import-file.ts'
import { ownExercise } from '../training.ts'

const names = ['Bench Press (Barbell)', 'Pull Up', 'Bicep Curl (Dumbbell)'] as const
/** The number of workouts: more than twice as many as are recomputed after a change. */
export const workouts = 450
/** The first day of the history. */
export const firstDay = Date.parse('2024-06-01T00:00:00Z')

/** A user with a workout on each of 450 days. */
export interface Veteran {
  readonly user: TestUser
  readonly ownId: string
  /** The ids of the workouts, oldest first. */
  readonly workoutIds: readonly string[]
  profile(): Promise<Profile>
}

/** Midnight of a day of the history, in UTC. */
export function midnight(day: number): Date {
  return new Date(firstDay + day * dayMs)
}

/** Registers a user and imports a long history. */
export async function createVeteran(app: TestApp): Promise<Veteran> {
  const user = await app.register()
  const custom = await ownExercise(user)
  const rows = Array.from({ length: workouts }, (_, day): [string, string, number] => [
    midnight(day).toISOString().slice(0, 10),
    names[day % names.length] ?? '',
    1 + (day % 40),
  ])
  await importAll(app, user, strongFile(...rows))
  const stored = await app.db
    .selectFrom('workouts')
    .select('id')
    .where('userId', '=', user.id)
    .orderBy('startedAt')
    .execute()
  return {
    user,
    ownId: custom.body.id,
    workoutIds: stored.map(({ id }) => id),
    async profile() {
      const profile = await findProfile(app.db, user.id)
      if (!profile) throw new Error('the account does not exist')
      return profile
    },
  }
}
