import { type Kysely, sql } from 'kysely'
import { strictByKey } from '../../engine/sqlite/ddl.ts'

/** SQLite can't change a primary key, so the tables are recreated and their rows copied. */
export async function keySessions(db: Kysely<unknown>): Promise<void> {
  // Renamed, so that references point to the old tables: dropping those must not delete tokens.
  await db.schema.alterTable('sessions').renameTo('earlierSessions').execute()
  await db.schema.alterTable('refreshTokens').renameTo('earlierTokens').execute()
  await db.schema.alterTable('passwordResets').renameTo('earlierResets').execute()
  await createTables(db)
  await sql`insert into sessions select * from "earlierSessions"`.execute(db)
  await sql`insert into "refreshTokens" ("userId", "tokenHash", "sessionId", "createdAt", "expiresAt", "usedAt")
    select "userId", "tokenHash", "sessionId", "createdAt", "expiresAt", "usedAt" from "earlierTokens"`.execute(
    db,
  )
  await sql`insert into "passwordResets" select * from "earlierResets"`.execute(db)
  for (const table of ['earlierTokens', 'earlierSessions', 'earlierResets'])
    await db.schema.dropTable(table).execute()
  await createIndexes(db)
}

async function createTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('device', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('lastUsedAt', 'integer', (c) => c.notNull())
    .addColumn('expiresAt', 'integer', (c) => c.notNull())
    .addColumn('endedAt', 'integer')
    .addPrimaryKeyConstraint('sessionsKey', ['userId', 'id'])
    .modifyEnd(strictByKey)
    .execute()
  await db.schema
    .createTable('refreshTokens')
    .addColumn('userId', 'text', (c) => c.notNull())
    .addColumn('tokenHash', 'blob', (c) => c.notNull().check(sql`length("tokenHash") = 32`))
    .addColumn('sessionId', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('expiresAt', 'integer', (c) => c.notNull())
    .addColumn('usedAt', 'integer')
    .addPrimaryKeyConstraint('refreshTokensKey', ['userId', 'tokenHash'])
    .addForeignKeyConstraint(
      'refreshTokensSession',
      ['userId', 'sessionId'],
      'sessions',
      ['userId', 'id'],
      (fk) => fk.onDelete('cascade'),
    )
    .modifyEnd(strictByKey)
    .execute()
  await db.schema
    .createTable('passwordResets')
    .addColumn('userId', 'text', (c) => c.primaryKey().notNull().references('users.id').onDelete('cascade'))
    .addColumn('tokenHash', 'blob', (c) => c.notNull().check(sql`length("tokenHash") = 32`))
    .addColumn('expiresAt', 'integer', (c) => c.notNull())
    .modifyEnd(strictByKey)
    .execute()
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('sessionsByExpiry').on('sessions').column('expiresAt').execute()
  await db.schema
    .createIndex('refreshTokensBySession')
    .on('refreshTokens')
    .columns(['userId', 'sessionId'])
    .execute()
  // For tokens of earlier releases, which don't contain the user's id.
  await db.schema.createIndex('refreshTokensByHash').on('refreshTokens').column('tokenHash').execute()
}
