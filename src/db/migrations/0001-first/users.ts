import { type Kysely, sql } from 'kysely'
import { between, oneOf, strict, strictByKey } from '../../engine/sqlite/ddl.ts'

/** Accounts, sessions and refresh tokens. */
export async function createUsers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('emailKey', 'text', (c) => c.notNull().unique())
    .addColumn('passwordHash', 'text', (c) => c.notNull())
    .addColumn('displayName', 'text')
    .addColumn('unit', 'text', (c) => c.notNull().check(oneOf('unit', ['kg', 'lb'])))
    .addColumn('distanceUnit', 'text', (c) => c.notNull().check(oneOf('distanceUnit', ['km', 'mi'])))
    .addColumn('timeZone', 'text', (c) => c.notNull())
    .addColumn('dayStartHour', 'integer', (c) => c.notNull().check(between('dayStartHour', 0, 23)))
    .addColumn('weekStart', 'text', (c) =>
      c.notNull().check(oneOf('weekStart', ['monday', 'saturday', 'sunday'])),
    )
    .addColumn('birthYear', 'integer', (c) => c.check(between('birthYear', 1900, 2100)))
    .addColumn('sex', 'text', (c) => c.check(oneOf('sex', ['female', 'male'])))
    .addColumn('experience', 'text', (c) =>
      c.check(oneOf('experience', ['beginner', 'intermediate', 'advanced'])),
    )
    .addColumn('equipment', 'text')
    .addColumn('plates', 'text')
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull().check(sql`revision >= 1`))
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('updatedAt', 'integer', (c) => c.notNull())
    .addColumn('disabledAt', 'integer')
    .modifyEnd(strict)
    .execute()

  await db.schema
    .createTable('sessions')
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('device', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('lastUsedAt', 'integer', (c) => c.notNull())
    .addColumn('expiresAt', 'integer', (c) => c.notNull())
    .addColumn('endedAt', 'integer')
    .addPrimaryKeyConstraint('sessionsKey', ['userId', 'id'])
    .modifyEnd(strictByKey)
    .execute()

  await db.schema.createIndex('sessionsByExpiry').on('sessions').column('expiresAt').execute()

  await db.schema
    .createTable('refreshTokens')
    .addColumn('tokenHash', 'blob', (c) => c.primaryKey().notNull().check(sql`length("tokenHash") = 32`))
    .addColumn('userId', 'text', (c) => c.notNull())
    .addColumn('sessionId', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'integer', (c) => c.notNull())
    .addColumn('expiresAt', 'integer', (c) => c.notNull())
    .addColumn('usedAt', 'integer')
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
    .createIndex('refreshTokensBySession')
    .on('refreshTokens')
    .columns(['userId', 'sessionId'])
    .execute()
}
