import type { Schemas } from '#generated/types.ts'
import type { BystanderMessage, BystanderTask } from './bystander-messages.ts'

// Another user, in a separate process, who continuously reads and saves workouts and records the longest
// waits. The first message names the server; each later one requests the longest waits.

/** The pause between a response and the next request, short enough to notice any stall of the server. */
const pauseMs = { read: 2, write: 5 } as const

let task: BystanderTask | undefined
let longestWaits = { readMs: 0, writeMs: 0 }
/** The start times of pending requests, which also count. */
const pending = new Map<'read' | 'write', number>()

process.on('message', async (message: BystanderTask | 'longestWaits') => {
  if (message !== 'longestWaits') {
    task = message
    const id = await save()
    repeat('read', () => read(id))
    repeat('write', save)
    send({ ready: true })
    return
  }
  // Pending requests have waited for part of the measured time, so they must be complete before the response.
  const requestedAt = performance.now()
  while ([...pending.values()].some((sentAt) => sentAt < requestedAt)) await Bun.sleep(1)
  send({ longestWaits })
  longestWaits = { readMs: 0, writeMs: 0 }
})

async function repeat(kind: 'read' | 'write', request: () => Promise<unknown>): Promise<never> {
  const name = `${kind}Ms` as const
  for (;;) {
    const sentAt = performance.now()
    pending.set(kind, sentAt)
    await request()
    longestWaits = { ...longestWaits, [name]: Math.max(longestWaits[name], performance.now() - sentAt) }
    pending.delete(kind)
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
  if (!task) throw new Error('no task was received yet')
  const headers = { Authorization: `Bearer ${task.token}`, 'Content-Type': 'application/json' }
  const response = await fetch(task.url + path, { method, headers, ...(body !== undefined && { body }) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} for ${method} ${path}: ${text}`)
  return text
}

function send(message: BystanderMessage): void {
  process.send?.(message)
}
