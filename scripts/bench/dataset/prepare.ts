import { Database } from 'bun:sqlite'
import { copyFileSync, cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { transact } from '#db/engine/transact.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { fillTotals } from '#db/workouts/fill-totals.ts'
import { markTotalsMissing } from '#db/workouts/untotaled.ts'
import type { Schemas } from '#generated/types.ts'
import { loadTokenKeys } from '#services/auth/signing-key.ts'
import type { Options } from '../options.ts'
import { startReplog } from '../server-process.ts'
import { randomFrom } from './random.ts'
import { seedTraining } from './seed.ts'
import { setsPerWorkout, type Trainee } from './workouts.ts'

/** The servers' data. */
export interface Dataset {
  /** Replog's data folders: shared with other users, and the same user alone. */
  readonly shared: string
  readonly alone: string
  /** Copies of the database of `shared`, for the floors. */
  readonly floorFile: string
  readonly completeFloorFile: string
  /** The key of the access tokens. */
  readonly tokenKey: Uint8Array
  readonly userId: string
  /** Valid for 15 minutes from now in both folders. */
  readonly token: string
  /** The user's last workout. */
  readonly workoutId: string
}

/** The number of other users, who share the remaining sets. */
const otherUsers = 95

/**
 * Creates the databases in an empty folder: an account through the API, its training and all other users
 * by SQL.
 */
export async function prepareDataset(
  folder: string,
  options: Pick<Options, 'sets' | 'ownSets'>,
): Promise<Dataset> {
  const shared = join(folder, 'shared')
  const alone = join(folder, 'alone')
  const { userId, token } = await register(alone)
  cpSync(alone, shared, { recursive: true })

  const self = { userId, workouts: options.ownSets / setsPerWorkout, seed: 1 }
  const workoutsOfOther = Math.round((options.sets - options.ownSets) / setsPerWorkout / otherUsers)
  const others = Array.from({ length: otherUsers }, (_, index) => ({
    userId: randomFrom(index).uuid(0),
    workouts: workoutsOfOther,
    seed: index + 2,
  }))
  seedTraining(databaseFile(alone), [self])
  // Not first, so that its rows aren't at the front of every shared page.
  seedTraining(databaseFile(shared), [
    ...others.slice(otherUsers / 2),
    self,
    ...others.slice(0, otherUsers / 2),
  ])
  await fillAllTotals(alone, [self])
  await fillAllTotals(shared, [self, ...others])
  const floorFile = join(folder, 'floor.db')
  const completeFloorFile = join(folder, 'complete-floor.db')
  copyFileSync(databaseFile(shared), floorFile)
  copyFileSync(databaseFile(shared), completeFloorFile)
  const tokenKey = loadTokenKeys(shared, undefined).access
  const workoutId = lastWorkout(databaseFile(shared), userId)
  return { shared, alone, floorFile, completeFloorFile, tokenKey, userId, token, workoutId }
}

/** Computes the totals of these users' workouts, as housekeeping does for workouts without totals. */
async function fillAllTotals(dataFolder: string, trainees: readonly Trainee[]): Promise<void> {
  const { db, close } = await openDatabase({ file: databaseFile(dataFolder) })
  for (const { userId } of trainees) {
    await transact(db, userId, (tx) => markTotalsMissing(tx, userId))
    await fillTotals(db, userId)
  }
  await close()
}

async function register(dataFolder: string): Promise<{ userId: string; token: string }> {
  mkdirSync(dataFolder)
  const server = await startReplog(dataFolder)
  try {
    const account: Schemas['Registration'] = {
      email: 'bench@example.com',
      password: 'five by five on three days',
      timeZone: 'Europe/Berlin',
    }
    const response = await fetch(`${server.url}/api/auth/register`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(account),
    })
    if (response.status !== 201) throw new Error(`failed to create an account: ${await response.text()}`)
    // The contract's response for 201.
    const { user, accessToken } = (await response.json()) as Schemas['Tokens']
    return { userId: user.id, token: accessToken }
  } finally {
    await server.stop()
  }
}

function lastWorkout(file: string, userId: string): string {
  const sqlite = new Database(file, { readonly: true })
  try {
    const row = sqlite
      .query<{ id: string }, [string]>(
        'select id from workouts where "userId" = ? order by "startedAt" desc limit 1',
      )
      .get(userId)
    if (!row) throw new Error('no workout was created')
    return row.id
  } finally {
    sqlite.close()
  }
}
