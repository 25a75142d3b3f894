import { type QueryExecutorProvider, sql } from 'kysely'

/** Measurements, and users' training settings. */
export async function createBodyAndSettings(db: QueryExecutorProvider): Promise<void> {
  await sql`create table "measurements" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "id" text collate "C" not null,
    "kind" text collate "C" not null,
    "value" double precision not null,
    "unit" text collate "C" not null check ("unit" in ('kg', 'lb', 'cm', 'in', 'percent')),
    "canonical" bigint not null check ("canonical" >= 0),
    "measuredAt" bigint not null,
    "notes" text collate "C",
    "revision" bigint not null check ("revision" >= 1),
    "createdAt" bigint not null,
    "updatedAt" bigint not null,
    "deletedAt" bigint,
    "seq" bigint not null,
    constraint "measurementsKey" primary key ("userId", "id")
  )`.execute(db)
  await sql`create index "measurementsByDeletion" on "measurements" ("deletedAt") where "deletedAt" is not null`.execute(
    db,
  )
  await sql`create index "measurementsByKind" on "measurements" ("userId", "kind", "measuredAt", "id", "canonical", "deletedAt") where "deletedAt" is null`.execute(
    db,
  )
  await sql`create index "measurementsBySeq" on "measurements" ("userId", "seq")`.execute(db)
  await sql`create index "measurementsByTime" on "measurements" ("userId", "measuredAt", "id") where "deletedAt" is null`.execute(
    db,
  )
  await sql`create table "progressions" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "exerciseId" text collate "C" not null,
    "progression" text collate "C",
    "since" bigint not null,
    "revision" bigint not null check ("revision" >= 1),
    "seq" bigint not null,
    constraint "progressionsKey" primary key ("userId", "exerciseId")
  )`.execute(db)
  await sql`create table "soreness" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "reportedAt" bigint not null,
    "muscle" text collate "C" not null,
    "soreness" double precision not null check ("soreness" between 0 and 10 and "soreness" * 2 = round("soreness" * 2)),
    "seq" bigint not null,
    constraint "sorenessKey" primary key ("userId", "reportedAt", "muscle")
  )`.execute(db)
  await sql`create table "landmarks" (
    "userId" text collate "C" not null primary key references "users" ("id") on delete cascade,
    "landmarks" text collate "C" not null,
    "revision" bigint not null check ("revision" >= 1),
    "seq" bigint not null
  )`.execute(db)
}
