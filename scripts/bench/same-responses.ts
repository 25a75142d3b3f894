import type { BenchRequest } from './load/http-request.ts'
import type { ServerProcess } from './server-process.ts'

/** Members that may differ between two servers: generated times, the time of the response, and opaque cursors. */
const varyingMembers: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'at', 'nextCursor'])

/**
 * Sends a request to both servers once. Throws unless they respond with the same status and JSON, because
 * otherwise there is nothing to compare.
 */
export async function assertSameResponses(
  request: BenchRequest,
  servers: readonly [ServerProcess, ServerProcess],
  token: string,
): Promise<void> {
  const [replog, floor] = await Promise.all(servers.map((server) => responseOf(server, request, token)))
  if (!Bun.deepEquals(replog, floor, true)) {
    throw new Error(
      `The responses to ${request.method} ${request.path} differ: ${firstDifference(replog, floor)}`,
    )
  }
}

async function responseOf({ url }: ServerProcess, { method, path, body }: BenchRequest, token: string) {
  const response = await fetch(url + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const isNew = method === 'POST'
  const json: unknown = JSON.parse(await response.text(), (name, value: unknown) => {
    if (isNew && name === 'id') return typeof value
    return varyingMembers.has(name) ? typeof value : value
  })
  return { status: response.status, json }
}

function firstDifference(first: unknown, second: unknown): string {
  const [a, b] = [JSON.stringify(first), JSON.stringify(second)]
  const index = Array.from(a).findIndex((character, place) => character !== b[place])
  return `…${a.slice(index - 60, index + 60)}… and …${b.slice(index - 60, index + 60)}…`
}
