import { withExistingDatabase } from '#db/engine/sqlite/with-existing-database.ts'
import { type Inspection, inspect } from '#db/maintenance/inspect.ts'
import { inspectServer, type ServerInspection } from '#db/maintenance/inspect-server.ts'
import { type DatabaseLocation, openForInspection } from '#db/migrations/location.ts'
import { countText } from '#lib/count-text.ts'
import { runCommand, UsageError } from './command.ts'

/** `bun run doctor [--json]`: checks the database for damage, even while a server is using it. */
await runCommand(async ({ args, location }) => {
  const asJson = args.length === 1 && args[0] === '--json'
  if (args.length > 0 && !asJson) throw new UsageError('usage: bun run doctor [--json]')
  const inspection = await inspectLocation(location)
  return {
    text: asJson ? JSON.stringify(inspection, null, 2) : report(inspection),
    succeeded: inspection.good,
  }
})

async function inspectLocation(location: DatabaseLocation): Promise<Inspection | ServerInspection> {
  if (location.kind === 'file') return withExistingDatabase(location.file, inspect)
  const { db, close } = await openForInspection(location)
  try {
    return await inspectServer(db)
  } finally {
    await close()
  }
}

function report(inspection: Inspection | ServerInspection): string {
  const { good, findings, bytes, tables } = inspection
  return [
    ...findings.map((finding) => `${finding.good ? 'good' : 'BAD '}  ${finding.what}: ${finding.detail}`),
    'sqliteVersion' in inspection
      ? `SQLite ${inspection.sqliteVersion}, ${mebibytes(bytes)}, ${mebibytes(inspection.freeBytes)} of it free`
      : `PostgreSQL, ${mebibytes(bytes)}`,
    ...tables.map(({ table, rows, bytes }) => `  ${table}: ${countText(rows, 'row')}, ${mebibytes(bytes)}`),
    good ? 'No problems found.' : 'Problems found: see BAD above.',
  ].join('\n')
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
