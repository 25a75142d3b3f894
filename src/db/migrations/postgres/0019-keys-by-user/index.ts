import { type Kysely, sql } from 'kysely'
import { serveEarlierReleases } from './earlier-releases.ts'
import { splitExercises } from './exercises.ts'

/**
 * Every key of a user's data begins with the user's id, so that the data can be distributed by user.
 * Shared exercises get their own tables.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table "sessions" drop constraint "sessions_id_key"`.execute(db)
  await sql`alter table "passwordResets" drop constraint "passwordResets_tokenHash_key"`.execute(db)
  await sql`alter table "refreshTokens" drop constraint "refreshTokens_pkey",
    add constraint "refreshTokensKey" primary key ("userId", "tokenHash")`.execute(db)
  // For tokens of earlier releases, which don't contain the user's id.
  await sql`create index "refreshTokensByHash" on "refreshTokens" ("tokenHash")`.execute(db)
  await splitExercises(db)
  await serveEarlierReleases(db)
}
