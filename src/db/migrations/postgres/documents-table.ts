import { type QueryExecutorProvider, sql } from 'kysely'

/** Creates a table of documents with its indexes. Released migrations use it, so it must never change. */
export async function createDocumentsTable(db: QueryExecutorProvider, table: string): Promise<void> {
  const name = (suffix: string) => sql.ref(`${table}${suffix}`)
  await sql`create table ${sql.table(table)} (
    "userId" text collate "C" not null references "users" ("id") on delete cascade,
    "id" text collate "C" not null,
    "content" json not null,
    "revision" bigint not null check ("revision" >= 1),
    "createdAt" bigint not null,
    "updatedAt" bigint not null,
    "deletedAt" bigint,
    "seq" bigint not null,
    constraint ${name('Key')} primary key ("userId", "id")
  )`.execute(db)
  await sql`create index ${name('ByDeletion')} on ${sql.table(table)} ("deletedAt")
    where "deletedAt" is not null`.execute(db)
  await sql`create index ${name('BySeq')} on ${sql.table(table)} ("userId", "seq")`.execute(db)
  await sql`create index ${name('ByTime')} on ${sql.table(table)} ("userId", "createdAt", "id")
    where "deletedAt" is null`.execute(db)
}
