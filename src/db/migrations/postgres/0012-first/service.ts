import { type QueryExecutorProvider, sql } from 'kysely'

/** The service's own data about requests and the database. */
export async function createService(db: QueryExecutorProvider): Promise<void> {
  await sql`create table "appliedMutations" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "mutationId" text collate "C" not null,
    "fingerprint" bytea not null check (length("fingerprint") = 32),
    "revision" bigint not null check ("revision" >= 1),
    "appliedAt" bigint not null,
    constraint "appliedMutationsKey" primary key ("userId", "mutationId")
  )`.execute(db)
  await sql`create index "appliedMutationsByAge" on "appliedMutations" ("appliedAt")`.execute(db)
  await sql`create table "idempotencyKeys" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "key" text collate "C" not null,
    "fingerprint" text collate "C" not null,
    "operationId" text collate "C" not null,
    "status" bigint not null check ("status" between 200 and 599),
    "headers" text collate "C" not null,
    "body" text collate "C",
    "createdAt" bigint not null,
    constraint "idempotencyKeysKey" primary key ("userId", "key")
  )`.execute(db)
  await sql`create index "idempotencyKeysByAge" on "idempotencyKeys" ("createdAt")`.execute(db)
  await sql`create table "meta" (
    "key" text collate "C" not null primary key,
    "value" text collate "C" not null
  )`.execute(db)
  await sql`insert into "meta" ("key", "value") values ('epoch', ${sql.lit(crypto.randomUUID())})`.execute(db)
  // The schema of rate-limiter-flexible. Limits shared by several nodes; SQLite has only one process,
  // which counts in memory.
  await sql`create table "rateLimits" (
    "key" text collate "C" primary key,
    "points" integer default 0 not null,
    "expire" bigint
  )`.execute(db)
}
