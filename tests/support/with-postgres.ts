import { startPostgres } from './postgres-server.ts'

/**
 * `bun tests/support/with-postgres.ts [INITDB_OPTION… --] COMMAND…`: starts a PostgreSQL server, runs a command with
 * its URL in `REPLOG_TEST_POSTGRES`, and exits with the command's exit code.
 */
const args = process.argv.slice(2)
// Without options, the command comes first, because Bun consumes a leading `--` itself.
const optionsEnd = args.findIndex((arg) => arg === '--' || !arg.startsWith('-'))
const command = args.slice(args[optionsEnd] === '--' ? optionsEnd + 1 : optionsEnd)
if (optionsEnd < 0 || command.length === 0)
  throw new Error('usage: with-postgres [INITDB_OPTION… --] COMMAND…')

const server = await startPostgres({ initOptions: args.slice(0, optionsEnd) })
const { exited } = Bun.spawn(command, {
  env: { ...process.env, REPLOG_TEST_POSTGRES: server.url },
  stdio: ['inherit', 'inherit', 'inherit'],
})
process.exitCode = await exited
server.remove()
