import type { LoadClient } from './load/driver.ts'
import type { LoadResult, LoadTask } from './load/messages.ts'
import type { Options } from './options.ts'

/** The results of both servers in one pair of rounds. */
export type Pair = readonly [first: LoadResult, second: LoadResult]

/** While slices beat the fastest one so far by at least this share, the server is still warming up. */
const minGain = 0.02
/** A server is warm after this many slices in a row without such a gain. */
const quietSlices = 8
const maxSliceMs = 250
const maxWarmupMs = 20_000

/**
 * Loads a server until it gets no faster: saving a workout, which runs more code than anything else, is a fifth faster
 * after ten seconds than after one, because the runtime compiles what runs often. Takes `warmupMs` at least.
 */
async function warmUp(
  run: (milliseconds: number) => Promise<LoadResult>,
  warmupMs: Options['warmupMs'],
): Promise<void> {
  const sliceMs = Math.min(maxSliceMs, warmupMs / 4)
  let fastest = 0
  let quiet = 0
  for (let ms = 0; ms < warmupMs || (quiet < quietSlices && ms < maxWarmupMs); ms += sliceMs) {
    const { requestsPerSecond } = await run(sliceMs)
    quiet = requestsPerSecond > (1 + minGain) * fastest ? 0 : quiet + 1
    fastest = Math.max(fastest, requestsPerSecond)
  }
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
  for (const server of [0, 1] as const) await warmUp((milliseconds) => run(server, milliseconds), warmupMs)
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
