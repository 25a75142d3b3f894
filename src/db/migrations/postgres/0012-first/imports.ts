import { type QueryExecutorProvider, sql } from 'kysely'

/** Imported files, and the items from them. */
export async function createImports(db: QueryExecutorProvider): Promise<void> {
  await sql`create table "imports" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "id" text collate "C" not null,
    "status" text collate "C" not null check ("status" in ('pending', 'committed', 'undone', 'discarded')),
    "createdAt" bigint not null,
    "committedAt" bigint,
    "undoneAt" bigint,
    "timeZone" text collate "C" not null,
    "weightUnit" text collate "C" check ("weightUnit" in ('kg', 'lb')),
    "report" bytea not null,
    "file" bytea,
    "replacedProfile" text collate "C",
    "broughtSettings" text collate "C",
    constraint "importsKey" primary key ("userId", "id"),
    constraint "importsFile" check ((status = 'pending') = (file is not null))
  )`.execute(db)
  await sql`create index "importsByAge" on "imports" ("status", "createdAt")`.execute(db)
  await sql`create table "importItems" (
    "userId" text collate "C" not null,
    "kind" text collate "C" not null check ("kind" in ('workout', 'exercise', 'measurement')),
    "id" text collate "C" not null,
    "importId" text collate "C" not null,
    "fingerprint" text collate "C",
    "revision" bigint not null,
    constraint "importItemsKey" primary key ("userId", "kind", "id"),
    constraint "importItemsImport" foreign key ("userId", "importId") references "imports" ("userId", "id") on delete cascade
  )`.execute(db)
  await sql`create index "importItemsByImport" on "importItems" ("userId", "importId", "kind")`.execute(db)
  await sql`create table "exerciseNameMappings" (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "nameKey" text collate "C" not null,
    "exerciseId" text collate "C" not null,
    constraint "exerciseNameMappingsKey" primary key ("userId", "nameKey")
  )`.execute(db)
}
