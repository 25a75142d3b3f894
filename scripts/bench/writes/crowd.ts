import { Database } from 'bun:sqlite'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { createAccessTokens } from '#services/auth/access-tokens.ts'
import { loadTokenKeys } from '#services/auth/signing-key.ts'
import { dayMs } from '#training/day-ms.ts'
import { randomFrom } from '../dataset/random.ts'
import { seedTraining } from '../dataset/seed.ts'
import { setsPerWorkout } from '../dataset/workouts.ts'
import type { Figure } from '../figure.ts'
import type { LoadClient } from '../load/driver.ts'
import { wireText } from '../load/http-request.ts'
import type { Options } from '../options.ts'
import { newWorkout } from '../requests.ts'
import { startReplog } from '../server-process.ts'

/** The number of users who write at the same time, each with their own connection. */
const users = 2000

/**
 * Measures the 99th percentile of waits when many users save workouts, each as fast as the responses
 * arrive, in a database with all their training. No user benefits from caches filled for another.
 */
export async function measureCrowd(client: LoadClient, folder: string, options: Options): Promise<Figure> {
  const dataFolder = join(folder, 'crowd')
  mkdirSync(dataFolder)
  const creator = await startReplog(dataFolder)
  await creator.stop()
  const trainees = Array.from({ length: users }, (_, index) => ({
    userId: randomFrom(index).uuid(0),
    workouts: Math.round(options.sets / users / setsPerWorkout),
    seed: index + 1,
  }))
  seedTraining(databaseFile(dataFolder), trainees)
  const tokens = await openSessions(
    dataFolder,
    trainees.map(({ userId }) => userId),
  )
  const server = await startReplog(dataFolder)
  try {
    const request = tokens.map((token) =>
      wireText({ method: 'POST', path: '/api/workouts', body: newWorkout }, token),
    )
    const task = { port: server.port, request, status: 201, connections: users }
    await client.run({ ...task, milliseconds: options.warmupMs * 2 })
    const { p99Ms, medianMs, slowestMs, requestsPerSecond, clientBusy } = await client.run({
      ...task,
      milliseconds: options.roundMs * 10,
    })
    const memoryMB = (await server.memory()) / 1e6
    return {
      name: '2,000 users who save workouts at once',
      unit: 'ms',
      value: p99Ms,
      parts: { requestsPerSecond, medianMs, slowestMs, memoryMB, clientBusy },
    }
  } finally {
    await server.stop()
  }
}

/** Creates a session for each user, and its token. */
async function openSessions(dataFolder: string, userIds: readonly string[]): Promise<string[]> {
  const now = Date.now()
  const keys = loadTokenKeys(dataFolder, undefined)
  const { sign } = await createAccessTokens(keys.access, Date.now)
  const sqlite = new Database(databaseFile(dataFolder))
  const insert = sqlite.prepare(
    `insert into sessions ("userId", id, "createdAt", "lastUsedAt", "expiresAt") values (?, ?, ?, ?, ?)`,
  )
  const tokens: string[] = []
  for (const userId of userIds) {
    const session = Bun.randomUUIDv7()
    insert.run(userId, session, now, now, now + dayMs)
    tokens.push((await sign(userId, session, now + dayMs)).token)
  }
  insert.finalize()
  sqlite.close()
  return tokens
}
