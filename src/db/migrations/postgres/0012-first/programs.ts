import { type QueryExecutorProvider, sql } from 'kysely'

/** Programs and the runs that follow them. */
export async function createPrograms(db: QueryExecutorProvider): Promise<void> {
  await sql`create table "programs" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "id" text collate "C" not null,
    "content" json not null,
    "revision" bigint not null check ("revision" >= 1),
    "createdAt" bigint not null,
    "updatedAt" bigint not null,
    "deletedAt" bigint,
    "seq" bigint not null,
    constraint "programsKey" primary key ("userId", "id")
  )`.execute(db)
  await sql`create index "programsByDeletion" on "programs" ("deletedAt") where "deletedAt" is not null`.execute(
    db,
  )
  await sql`create index "programsBySeq" on "programs" ("userId", "seq")`.execute(db)
  await sql`create index "programsByTime" on "programs" ("userId", "createdAt", "id") where "deletedAt" is null`.execute(
    db,
  )
  await sql`create table "programRevisions" (
    "userId" text collate "C" not null,
    "programId" text collate "C" not null,
    "revision" bigint not null,
    "replacedAt" bigint not null,
    "content" json not null,
    constraint "programRevisionsKey" primary key ("userId", "programId", "revision"),
    constraint "programRevisionsProgram" foreign key ("userId", "programId") references "programs" ("userId", "id") on delete cascade
  )`.execute(db)
  await sql`create table "runs" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "id" text collate "C" not null,
    "content" json not null,
    "revision" bigint not null check ("revision" >= 1),
    "createdAt" bigint not null,
    "updatedAt" bigint not null,
    "deletedAt" bigint,
    "seq" bigint not null,
    constraint "runsKey" primary key ("userId", "id")
  )`.execute(db)
  await sql`create index "runsByDeletion" on "runs" ("deletedAt") where "deletedAt" is not null`.execute(db)
  await sql`create index "runsBySeq" on "runs" ("userId", "seq")`.execute(db)
  await sql`create index "runsByTime" on "runs" ("userId", "createdAt", "id") where "deletedAt" is null`.execute(
    db,
  )
}
