import { Database } from 'bun:sqlite'
import { copyFileSync, cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { transact } from '#db/engine/transact.ts'
import { openDatabase } from '#db/migrations/open-database.ts'
import { fillTotals, markMissing } from '#db/workouts/refresh-totals.ts'
import type { Schemas } from '#generated/types.ts'
import { loadTokenKeys } from '#services/auth/signing-key.ts'
import type { Options } from '../options.ts'
import { startReplog } from '../server-process.ts'
import { randomFrom } from './random.ts'
import { seedTraining } from './seed.ts'
import { setsPerWorkout, type Trainee } from './workouts.ts'

/** The servers' data. */
export interface Dataset {
  /** Replog's data folders: the user among others, and the same user alone. */
  readonly among: string
  readonly alone: string
  /** Copies of the database of `among`, for the floors. */
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
const others = 95

/**
 * Creates the databases in an empty folder: an account through the API, its training and all other users
 * by SQL.
 */
export async function prepareDataset(
  folder: string,
  options: Pick<Options, 'sets' | 'ownSets'>,
): Promise<Dataset> {
  const among = join(folder, 'among')
  const alone = join(folder, 'alone')
  const { userId, token } = await register(alone)
  cpSync(alone, among, { recursive: true })

  const self = { userId, workouts: options.ownSets / setsPerWorkout, seed: 1 }
  const workoutsOfOther = Math.round((options.sets - options.ownSets) / setsPerWorkout / others)
  const rest = Array.from({ length: others }, (_, index) => ({
    userId: randomFrom(index).uuid(0),
    workouts: workoutsOfOther,
    seed: index + 2,
  }))
  seedTraining(databaseFile(alone), [self])
  // Not first, so that its rows aren't at the front of every shared page.
  seedTraining(databaseFile(among), [...rest.slice(others / 2), self, ...rest.slice(0, others / 2)])
  await countTotals(alone, [self])
  await countTotals(among, [self, ...rest])
  const floorFile = join(folder, 'floor.db')
  const completeFloorFile = join(folder, 'complete-floor.db')
  copyFileSync(databaseFile(among), floorFile)
  copyFileSync(databaseFile(among), completeFloorFile)
  const tokenKey = loadTokenKeys(among, undefined).access
  const workoutId = lastWorkout(databaseFile(among), userId)
  return { among, alone, floorFile, completeFloorFile, tokenKey, userId, token, workoutId }
}

/** As housekeeping does for workouts without totals. */
async function countTotals(dataFolder: string, trainees: readonly Trainee[]): Promise<void> {
  const { db, close } = await openDatabase({ file: databaseFile(dataFolder) })
  for (const { userId } of trainees) {
    await transact(db, userId, (tx) => markMissing(tx, userId))
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
