import type { Schemas } from '#generated/types.ts'
import type { BystanderOrder, BystanderResult } from './bystander-messages.ts'

// Another user, in a separate process, who continuously reads and saves workouts and records the longest
// waits. The first message contains the server; each further one requests the recorded waits.

/** The pause between a response and the next request, short enough to notice any stall of the server. */
const pauseMs = { read: 2, write: 5 } as const

let order: BystanderOrder | undefined
let worst = { readMs: 0, writeMs: 0 }
/** The start times of pending requests, which also count. */
const sent = new Map<'read' | 'write', number>()

process.on('message', async (message: BystanderOrder | 'worst') => {
  if (message !== 'worst') {
    order = message
    const id = await save()
    repeat('read', () => read(id))
    repeat('write', save)
    send({ ready: true })
    return
  }
  // Pending requests have waited for part of the measured time.
  const since = performance.now()
  while ([...sent.values()].some((at) => at < since)) await Bun.sleep(1)
  send({ worst })
  worst = { readMs: 0, writeMs: 0 }
})

async function repeat(kind: 'read' | 'write', request: () => Promise<unknown>): Promise<never> {
  const name = `${kind}Ms` as const
  for (;;) {
    const at = performance.now()
    sent.set(kind, at)
    await request()
    worst = { ...worst, [name]: Math.max(worst[name], performance.now() - at) }
    sent.delete(kind)
    await Bun.sleep(pauseMs[kind])
  }
}

const workout: Schemas['WorkoutInput'] = {
  startedAt: '2026-07-01T17:02:00.000Z',
  exercises: [{ exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5 }] }],
}

async function save(): Promise<string> {
  const response: unknown = JSON.parse(await request('POST', '/api/workouts', JSON.stringify(workout)))
  if (
    typeof response === 'object' &&
    response !== null &&
    'id' in response &&
    typeof response.id === 'string'
  )
    return response.id
  throw new Error('the saved workout has no id')
}

function read(id: string): Promise<string> {
  return request('GET', `/api/workouts/${id}`)
}

async function request(method: string, path: string, body?: string): Promise<string> {
  if (!order) throw new Error('no order was received yet')
  const headers = { Authorization: `Bearer ${order.token}`, 'Content-Type': 'application/json' }
  const response = await fetch(order.url + path, { method, headers, ...(body !== undefined && { body }) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} for ${method} ${path}: ${text}`)
  return text
}

function send(result: BystanderResult): void {
  process.send?.(result)
}
