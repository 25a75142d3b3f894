import { kyselyOf } from '#db/engine/kysely.ts'
import type { Db, Tx } from '#db/schema/index.ts'

/** Inserts a user. Resolves to the id. */
export async function insertUser(db: Db | Tx, id: string = crypto.randomUUID()): Promise<string> {
  await kyselyOf(db)
    .insertInto('users')
    .values({
      id,
      email: `${id}@example.com`,
      emailKey: `${id}@example.com`,
      passwordHash: 'none',
      unit: 'kg',
      distanceUnit: 'km',
      timeZone: 'UTC',
      dayStartHour: 4,
      weekStart: 'monday',
      seq: 0,
      revision: 1,
      createdAt: 0,
      updatedAt: 0,
    })
    .execute()
  return id
}

/** The ids of all users, in order. */
export async function userIds(db: Db | Tx): Promise<string[]> {
  const rows = await db.selectFrom('users').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}
