import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { visitDatabase } from '#db/engine/sqlite/visit.ts'
import { type Inspection, inspect } from '#db/maintenance/inspect.ts'
import { runCommand, UsageError } from './command.ts'

/** `bun run doctor [--json]`: checks the database for damage, even while a server is using it. */
await runCommand(({ args, dataFolder }) => {
  const json = args.length === 1 && args[0] === '--json'
  if (args.length > 0 && !json) throw new UsageError('usage: bun run doctor [--json]')
  const inspection = visitDatabase(databaseFile(dataFolder), inspect)
  return { text: json ? JSON.stringify(inspection, null, 2) : report(inspection), good: inspection.good }
})

function report({ good, sqliteVersion, findings, bytes, freeBytes, tables }: Inspection): string {
  return [
    ...findings.map((finding) => `${finding.good ? 'good' : 'BAD '}  ${finding.what}: ${finding.detail}`),
    `SQLite ${sqliteVersion}, ${mebibytes(bytes)}, of which free ${mebibytes(freeBytes)}`,
    ...tables.map(({ table, rows, bytes }) => `  ${table}: ${rows} rows, ${mebibytes(bytes)}`),
    good ? 'No problems found.' : 'Problems found: see BAD above.',
  ].join('\n')
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
