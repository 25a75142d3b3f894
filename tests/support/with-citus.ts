import { startCitus } from './citus.ts'

/**
 * `bun tests/support/with-citus.ts COMMAND…`: starts a cluster of a coordinator and two workers, on which tests create
 * distributed databases, runs a command, and exits with its exit code.
 */
const { coordinator, workers } = await startCitus()
const { exited } = Bun.spawn(process.argv.slice(2), {
  env: {
    ...process.env,
    REPLOG_TEST_POSTGRES: coordinator.url,
    REPLOG_TEST_WORKERS: workers.map(({ url }) => url).join(' '),
  },
  stdio: ['inherit', 'inherit', 'inherit'],
})
process.exitCode = await exited
for (const server of [coordinator, ...workers]) server.remove()
