import { availableParallelism } from 'node:os'
import { join } from 'node:path'

/**
 * `bun run test [OPTION…] [PATH…]`: runs tests, starting with those that took longest last time, so that no long one is
 * still running after all others have finished.
 */
const root = join(import.meta.dir, '../..')
const timings = join(root, 'node_modules/.cache/test-timings.json')

/** More than cores, because tests also wait: for browsers, for servers that start, for connections to time out. */
const workers = Math.ceil(availableParallelism() * 1.5)

const tests = Bun.spawn(
  [
    process.execPath,
    'test',
    '--timeout=60000',
    `--parallel=${workers}`,
    '--no-isolate',
    `--timings=${timings}`,
    '--update-timings',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['inherit', 'inherit', 'inherit'] },
)
process.exitCode = await tests.exited
