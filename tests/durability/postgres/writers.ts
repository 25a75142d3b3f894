/** The response to one attempt at a request; status 0 if the connection was refused or broke. */
interface Attempt {
  readonly status: number
  readonly text: string
}

/** The parts of a request. */
interface Sent {
  readonly token?: string
  readonly key?: string
  readonly body?: unknown
}

/** The delay before a client retries, in milliseconds. */
const backoffMs = 25
/** The timeout of an attempt, in milliseconds. */
const patienceMs = 30_000

/** What several devices saw while they logged workouts during a fault. */
export interface WritersReport {
  /** Workouts that a server acknowledged. */
  readonly acknowledged: number
  /** Acknowledged workouts that are gone. */
  readonly lost: number
  /** Workouts that nobody acknowledged, or that are there twice. */
  readonly surplus: number
  /** How many attempts ended with each status; 0: no response. */
  readonly statuses: Readonly<Record<number, number>>
  /** The details of the problems with status 503. */
  readonly unavailable: readonly string[]
}

/** Devices that log one workout after another, each retried with its idempotency key until acknowledged. */
export class Writers {
  readonly #origins: () => readonly string[]
  /** How many attempts ended with each status; 0: no response. */
  readonly statuses: Record<number, number> = {}
  readonly #unavailable = new Set<string>()
  readonly #waiting: { readonly at: number; readonly resolve: () => void }[] = []
  readonly #devices: Promise<{ readonly token: string; readonly acknowledged: readonly string[] }>[]
  #acknowledged = 0
  #last = performance.now()
  #longestGap = 0
  #isOver = false

  /** @param origins where to send requests: to one after the other until one carries the request out */
  constructor(origins: () => readonly string[], count: number) {
    this.#origins = origins
    const run = crypto.randomUUID()
    this.#devices = Array.from({ length: count }, (_, device) => this.#write(`${run}-${device}`))
  }

  /** Resolves after this many more acknowledged workouts. */
  more(count: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ at: this.#acknowledged + count, resolve }))
  }

  /** Resolves once a device got a reason for a refused write that contains this text. */
  async areTold(words: string): Promise<void> {
    while (![...this.#unavailable].some((detail) => detail.includes(words))) await Bun.sleep(backoffMs)
  }

  /** The longest time in which no device's write was acknowledged, since {@link measureGap}. Milliseconds. */
  get longestGapMs(): number {
    return Math.max(this.#longestGap, performance.now() - this.#last)
  }

  /** Restarts the measurement of the longest gap. */
  measureGap(): void {
    this.#last = performance.now()
    this.#longestGap = 0
  }

  /** Stops the devices once their last workout is acknowledged, and compares their workouts with the server's. */
  async finish(): Promise<WritersReport> {
    this.#isOver = true
    let [lost, surplus] = [0, 0]
    for (const { token, acknowledged } of await Promise.all(this.#devices)) {
      const kept = await this.#listIds(token)
      const [had, has] = [new Set(acknowledged), new Set(kept)]
      lost += [...had].filter((id) => !has.has(id)).length
      surplus += kept.length - [...has].filter((id) => had.has(id)).length
    }
    return {
      acknowledged: this.#acknowledged,
      lost,
      surplus,
      statuses: this.statuses,
      unavailable: [...this.#unavailable].sort(),
    }
  }

  async #write(name: string) {
    const account = await this.#insist('/api/auth/register', {
      body: { email: `${name}@example.com`, password: 'gravel teapot eleven moons' },
    })
    const token = String(Reflect.get(Object(account), 'accessToken'))
    const acknowledged: string[] = []
    while (!this.#isOver) {
      const created = await this.#insist('/api/workouts', { token, key: crypto.randomUUID(), body: workout })
      acknowledged.push(idOf(created))
      this.#note()
    }
    return { token, acknowledged }
  }

  #note(): void {
    const now = performance.now()
    this.#longestGap = Math.max(this.#longestGap, now - this.#last)
    this.#last = now
    this.#acknowledged++
    for (const { at, resolve } of this.#waiting) if (this.#acknowledged >= at) resolve()
  }

  async #listIds(token: string): Promise<string[]> {
    const ids: string[] = []
    for (let cursor = ''; ; ) {
      const { items, nextCursor } = Object(await this.#insist(`/api/workouts?limit=200${cursor}`, { token }))
      ids.push(...items.map(idOf))
      if (typeof nextCursor !== 'string') return ids
      cursor = `&cursor=${nextCursor}`
    }
  }

  async #insist(path: string, sent: Sent): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      const origins = this.#origins()
      const { status, text } = await attemptOn(`${origins[attempt % origins.length]}${path}`, sent)
      this.statuses[status] = (this.statuses[status] ?? 0) + 1
      if (status === 200 || status === 201) return JSON.parse(text)
      if (status === 503) this.#unavailable.add(detailOf(text))
      // Without a response, or when told to retry, a device retries.
      else if (status !== 0) throw new Error(`${path}: ${status} ${text}`)
      await Bun.sleep(backoffMs)
    }
  }
}

async function attemptOn(url: string, { token, key, body }: Sent): Promise<Attempt> {
  const headers = {
    'Content-Type': 'application/json',
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...(key !== undefined && { 'Idempotency-Key': key }),
  }
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  try {
    const response = await fetch(url, { headers, ...sent, signal: AbortSignal.timeout(patienceMs) })
    return { status: response.status, text: await response.text() }
  } catch {
    // A node that was killed refuses the connection, or breaks it.
    return { status: 0, text: '' }
  }
}

function detailOf(problem: string): string {
  return problem.startsWith('{') ? String(Reflect.get(Object(JSON.parse(problem)), 'detail')) : problem
}

function idOf(value: unknown): string {
  return String(Reflect.get(Object(value), 'id'))
}

const workout = {
  startedAt: '2026-11-20T17:02:00.000Z',
  exercises: [{ exerciseId: 'barbell-bench-press', sets: [{ type: 'normal', reps: 5 }] }],
}
