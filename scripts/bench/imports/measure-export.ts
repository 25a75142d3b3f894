import type { Figure } from '../figure.ts'
import type { Options } from '../options.ts'
import type { ServerProcess } from '../server-process.ts'
import { median } from '../statistics.ts'
import { register } from '../sync/account.ts'
import { startBystander } from './bystander.ts'

/**
 * Measures exports of a long history, in Replog's format and in another app's, while another user reads
 * and saves.
 */
export async function measureExport(
  server: ServerProcess,
  token: string,
  { rounds, ownSets }: Pick<Options, 'rounds' | 'ownSets'>,
): Promise<Figure[]> {
  const bystander = await startBystander({
    url: server.url,
    token: await register(server.url, 'bystander@example.com'),
  })
  try {
    const figures: Figure[] = []
    for (const format of ['json', 'strong'] as const) {
      const times: number[] = []
      let bytes = 0
      await bystander.longestWaits()
      for (let round = 0; round < rounds; round++) {
        const started = performance.now()
        const response = await fetch(`${server.url}/api/exports/workouts?format=${format}`, {
          headers: { Authorization: `Bearer ${token}` },
        })
        if (!response.ok) throw new Error(`${response.status} for an export`)
        bytes = (await response.arrayBuffer()).byteLength
        times.push(performance.now() - started)
      }
      figures.push({
        name: `export of ${ownSets} sets as ${format}`,
        unit: 'ms',
        value: median(times),
        target: { atMost: 2000 },
        parts: { megabytes: bytes / 1e6, slowestMs: Math.max(...times), ...(await bystander.longestWaits()) },
      })
    }
    return figures
  } finally {
    bystander.stop()
  }
}
