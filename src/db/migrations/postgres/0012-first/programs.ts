import { type QueryExecutorProvider, sql } from 'kysely'
import { createDocumentsTable } from '../documents-table.ts'

/** Programs and the runs that follow them. */
export async function createPrograms(db: QueryExecutorProvider): Promise<void> {
  await createDocumentsTable(db, 'programs')
  await sql`create table "programRevisions" (
    "userId" text collate "C" not null,
    "programId" text collate "C" not null,
    "revision" bigint not null,
    "replacedAt" bigint not null,
    "content" json not null,
    constraint "programRevisionsKey" primary key ("userId", "programId", "revision"),
    constraint "programRevisionsProgram" foreign key ("userId", "programId") references "programs" ("userId", "id") on delete cascade
  )`.execute(db)
  await createDocumentsTable(db, 'runs')
}
