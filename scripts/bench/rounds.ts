import type { LoadClient } from './load/driver.ts'
import type { LoadResult, LoadTask } from './load/messages.ts'
import type { Options } from './options.ts'
import { warmUp } from './warm-up.ts'

/** The results of both servers in one pair of rounds. */
export type Pair = readonly [first: LoadResult, second: LoadResult]

const maxSliceMs = 250
const maxWarmupMs = 20_000

/**
 * Loads a server until it gets no faster: saving a workout, which runs more code than anything else, is a fifth faster
 * after ten seconds than after one. Takes `warmupMs` at least.
 */
async function warmUpUnderLoad(
  run: (milliseconds: number) => Promise<LoadResult>,
  warmupMs: Options['warmupMs'],
): Promise<void> {
  const sliceMs = Math.min(maxSliceMs, warmupMs / 4)
  await warmUp(async () => 1 / (await run(sliceMs)).requestsPerSecond, {
    minRuns: warmupMs / sliceMs,
    maxRuns: maxWarmupMs / sliceMs,
    quietRuns: 8,
  })
}

/**
 * Loads two servers in turn with the same request. Other load on the machine varies from second to
 * second, but is about the same in two adjacent rounds. Which server comes first alternates.
 */
export async function loadAlternately(
  client: LoadClient,
  ports: readonly [number, number],
  task: Pick<LoadTask, 'request' | 'status' | 'connections'>,
  { rounds, roundMs, warmupMs }: Pick<Options, 'rounds' | 'roundMs' | 'warmupMs'>,
): Promise<Pair[]> {
  const run = (server: 0 | 1, milliseconds: number) =>
    client.run({ ...task, port: ports[server], milliseconds })
  for (const server of [0, 1] as const)
    await warmUpUnderLoad((milliseconds) => run(server, milliseconds), warmupMs)
  const pairs: Pair[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const first = await run(0, roundMs)
      pairs.push([first, await run(1, roundMs)])
    } else {
      const second = await run(1, roundMs)
      pairs.push([await run(0, roundMs), second])
    }
  }
  return pairs
}
