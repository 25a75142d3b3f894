import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parsePostgresUrl } from '#config/database.ts'
import { databaseFile } from '#db/engine/sqlite/data-folder.ts'
import { copyAll } from '#db/maintenance/copy-all.ts'
import { type DatabaseLocation, openAlone } from '#db/migrations/location.ts'
import { countText } from '#lib/count-text.ts'
import { runCommand, UsageError } from './command.ts'

const usage = [
  'usage: bun run move --to postgres://user:password@host:5432/database',
  '       bun run move --to FOLDER      (from the server in DATABASE_URL back to a file)',
].join('\n')

/** `bun run move --to TARGET`: copies the whole database to an empty one and compares the two. */
await runCommand(async ({ args, location }) => {
  const target = targetOf(args)
  const source = await openAlone(location)
  try {
    const destination = await openAlone(target)
    try {
      const copiedTables = await copyAll(source.db, destination.db, ({ table, rows }) => {
        process.stderr.write(`${table}: ${countText(rows, 'row')}\n`)
      })
      const rows = copiedTables.reduce((sum, table) => sum + table.rows, 0)
      return {
        text: `Copied ${countText(rows, 'row')} and compared them.\n${nextStep(target)}`,
        succeeded: true,
      }
    } finally {
      await destination.close()
    }
  } finally {
    await source.close()
  }
})

function targetOf(args: readonly string[]): DatabaseLocation {
  const to = parseTarget(args)
  if (to === undefined || to === '') throw new UsageError(usage)
  if (!to.includes('://')) return { kind: 'file', file: databaseFile(resolve(to)) }
  const url = parsePostgresUrl(to)
  if (url === undefined) throw new UsageError(`This is not the URL of a PostgreSQL database.\n${usage}`)
  return { kind: 'server', url }
}

function parseTarget(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { to: { type: 'string' } } }).values.to
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function nextStep(target: DatabaseLocation): string {
  return target.kind === 'file'
    ? 'Unset DATABASE_URL, set REPLOG_DATA to that folder, and start the server.'
    : 'Set DATABASE_URL to that database and REPLOG_JWT_SECRET to the same secret on every node, and start the nodes.'
}
