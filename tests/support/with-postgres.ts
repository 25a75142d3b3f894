import { startPostgres } from './postgres-server.ts'

/**
 * `bun tests/support/with-postgres.ts [INITDB_OPTION…] -- COMMAND…`: runs a command with a PostgreSQL server of its
 * own, whose URL is in `REPLOG_TEST_POSTGRES`, and ends with its exit code.
 */
const args = process.argv.slice(2)
// Bun consumes a leading `--` itself.
const end = args.findIndex((arg) => arg === '--' || !arg.startsWith('-'))
const command = args.slice(args[end] === '--' ? end + 1 : end)
if (end < 0 || command.length === 0) throw new Error('usage: with-postgres [INITDB_OPTION…] -- COMMAND…')

const server = await startPostgres({ initOptions: args.slice(0, end) })
const { exited } = Bun.spawn(command, {
  env: { ...process.env, REPLOG_TEST_POSTGRES: server.url },
  stdio: ['inherit', 'inherit', 'inherit'],
})
process.exitCode = await exited
server.remove()
