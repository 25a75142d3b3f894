import type { LoadClient } from './load/driver.ts'
import type { LoadResult, LoadTask } from './load/messages.ts'
import type { Options } from './options.ts'

/** The results of both servers in one pair of rounds. */
export type Pair = readonly [first: LoadResult, second: LoadResult]

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
  await run(0, warmupMs)
  await run(1, warmupMs)
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
