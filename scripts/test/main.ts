import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { findTests } from './slow-tests.ts'

/**
 * `bun run test [--quick] [OPTION…] [PATH…]`: runs tests, starting with those that took longest last time, so that no
 * long one is still running after all others have finished. `--quick` runs all tests but the slow ones.
 */
const args = process.argv.slice(2)
const isQuick = args.includes('--quick')
const root = join(import.meta.dir, '../..')
const timings = join(root, 'node_modules/.cache/test-timings.json')

/** More than there are cores, because tests also wait: for browsers, servers that start, connections that time out. */
const workers = Math.ceil(availableParallelism() * 1.5)

const { slow, quick } = isQuick ? findTests() : { slow: [], quick: [] }

const tests = Bun.spawn(
  [
    process.execPath,
    'test',
    '--timeout=60000',
    `--parallel=${workers}`,
    '--no-isolate',
    `--timings=${timings}`,
    '--update-timings',
    ...args.filter((argument) => argument !== '--quick'),
    ...quick,
  ],
  {
    cwd: root,
    env: {
      ...process.env,
      // Most code runs too few times in a test to make up for JavaScriptCore's slowest optimization.
      BUN_JSC_useFTLJIT: '0',
      // All cores are busy, so collecting garbage in another thread only adds overhead.
      BUN_JSC_useConcurrentGC: '0',
      // Freed memory is soon used again: returning it to the system and getting it back takes 5% of the processor time.
      MIMALLOC_PURGE_DELAY: '-1',
    },
    stdio: ['inherit', 'inherit', 'inherit'],
  },
)
process.exitCode = await tests.exited
if (isQuick) process.stdout.write(`Not run: ${slow.length} files of slow tests. \`bun run test\` runs all.\n`)
