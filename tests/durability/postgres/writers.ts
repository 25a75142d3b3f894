/** The response to one attempt at a request. The status is 0 if there was no response. */
interface Attempt {
  readonly status: number
  readonly text: string
}

/** The parts of a request. */
interface WriteRequest {
  readonly token?: string
  readonly key?: string
  /** The id of the resource that it creates, if the client chooses it. */
  readonly id?: string
  readonly body?: object
}

/** The delay before a client retries, in milliseconds. */
const backoffMs = 25
/** The timeout of an attempt, in milliseconds. */
const timeoutMs = 30_000

/** What devices saw while they logged workouts during faults. */
export interface WritersReport {
  /** The number of acknowledged workouts. */
  readonly acknowledged: number
  /** The number of acknowledged workouts that are missing. */
  readonly lost: number
  /** The number of workouts that were never acknowledged or are stored twice. */
  readonly surplus: number
  /** The number of attempts by status; 0 means no response. */
  readonly statuses: Readonly<Record<number, number>>
  /** The details of the problems with status 503. */
  readonly unavailable: readonly string[]
}

/**
 * Devices that log one workout after another, and retry each until it is acknowledged. Half of them send an idempotency
 * key. The other half choose the workout's id: if it is taken, an attempt without a response has created the workout.
 */
export class Writers {
  readonly #origins: () => readonly string[]
  /** The number of attempts by status; 0 means no response. */
  readonly statuses: Record<number, number> = {}
  readonly #unavailable = new Set<string>()
  readonly #waiting: { readonly acknowledged: number; readonly resolve: () => void }[] = []
  readonly #devices: Promise<{ readonly token: string; readonly acknowledged: readonly string[] }[]>
  #acknowledged = 0
  #lastAcknowledgedAt = performance.now()
  #longestGap = 0
  #isFinishing = false
  #hasFailed = false

  /** @param origins the servers, which are tried one after another until one carries out the request */
  constructor(origins: () => readonly string[], count: number) {
    this.#origins = origins
    const run = crypto.randomUUID()
    this.#devices = Promise.all(
      Array.from({ length: count }, (_, device) =>
        this.#write(`${run}-${device}`, device % 2 === 0 ? 'key' : 'id'),
      ),
    )
    // Whoever waits for the devices gets the error.
    this.#devices.catch(() => {
      this.#hasFailed = true
    })
  }

  /** Resolves after this many more acknowledged workouts. Rejects once a device has received any error but 503. */
  async more(count: number): Promise<void> {
    const acknowledged = new Promise<void>((resolve) =>
      this.#waiting.push({ acknowledged: this.#acknowledged + count, resolve }),
    )
    await Promise.race([acknowledged, this.#devices])
  }

  /** Resolves once a device has received a 503 whose detail contains a text. Rejects like `more`. */
  async receiveDetail(text: string): Promise<void> {
    while (![...this.#unavailable].some((detail) => detail.includes(text))) {
      if (this.#hasFailed) await this.#devices
      await Bun.sleep(backoffMs)
    }
  }

  /** The longest time without an acknowledged write since {@link measureGap}, in milliseconds. */
  get longestGapMs(): number {
    return Math.max(this.#longestGap, performance.now() - this.#lastAcknowledgedAt)
  }

  /** Restarts the measurement of the longest gap. */
  measureGap(): void {
    this.#lastAcknowledgedAt = performance.now()
    this.#longestGap = 0
  }

  /**
   * Stops the devices after their current workout, and compares acknowledged workouts with those on the server. Rejects
   * like `more`.
   */
  async finish(): Promise<WritersReport> {
    this.#isFinishing = true
    let [lost, surplus] = [0, 0]
    for (const { token, acknowledged } of await this.#devices) {
      const storedIds = await this.#listIds(token)
      const [acknowledgedSet, storedSet] = [new Set(acknowledged), new Set(storedIds)]
      lost += [...acknowledgedSet].filter((id) => !storedSet.has(id)).length
      surplus += storedIds.length - [...storedSet].filter((id) => acknowledgedSet.has(id)).length
    }
    return {
      acknowledged: this.#acknowledged,
      lost,
      surplus,
      statuses: this.statuses,
      unavailable: [...this.#unavailable].sort(),
    }
  }

  async #write(name: string, retriedBy: 'key' | 'id') {
    const credentials = { body: { email: `${name}@example.com`, password: 'gravel teapot eleven moons' } }
    const account = Object(await this.#sendUntilAccepted('/api/auth/register', credentials))
    const session =
      'accessToken' in account ? account : await this.#sendUntilAccepted('/api/auth/login', credentials)
    const token = String(Reflect.get(Object(session), 'accessToken'))
    const acknowledged: string[] = []
    while (!this.#isFinishing) {
      const created = await this.#sendUntilAccepted('/api/workouts', {
        token,
        [retriedBy]: crypto.randomUUID(),
        body: workout,
      })
      acknowledged.push(idOf(created))
      this.#noteAcknowledgment()
    }
    return { token, acknowledged }
  }

  #noteAcknowledgment(): void {
    const now = performance.now()
    this.#longestGap = Math.max(this.#longestGap, now - this.#lastAcknowledgedAt)
    this.#lastAcknowledgedAt = now
    this.#acknowledged++
    for (const { acknowledged, resolve } of this.#waiting) if (this.#acknowledged >= acknowledged) resolve()
  }

  async #listIds(token: string): Promise<string[]> {
    const ids: string[] = []
    for (let cursor = ''; ; ) {
      const { items, nextCursor } = Object(
        await this.#sendUntilAccepted(`/api/workouts?limit=200${cursor}`, { token }),
      )
      ids.push(...items.map(idOf))
      if (typeof nextCursor !== 'string') return ids
      cursor = `&cursor=${nextCursor}`
    }
  }

  async #sendUntilAccepted(path: string, request: WriteRequest): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      const origins = this.#origins()
      const { status, text } = await attemptOn(`${origins[attempt % origins.length]}${path}`, request)
      // An earlier attempt has created the workout, even if there was no response.
      if (status === 409 && attempt > 0 && request.key === undefined) return { id: request.id }
      this.statuses[status] = (this.statuses[status] ?? 0) + 1
      if (status === 200 || status === 201) return JSON.parse(text)
      if (status === 503) this.#unavailable.add(detailOf(text))
      // A device retries after status 503, and if there is no response.
      else if (status !== 0) throw new Error(`${path}: ${status} ${text}`)
      await Bun.sleep(backoffMs)
    }
  }
}

async function attemptOn(url: string, { token, key, id, body }: WriteRequest): Promise<Attempt> {
  const headers = {
    'Content-Type': 'application/json',
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    ...(key !== undefined && { 'Idempotency-Key': key }),
  }
  const init =
    body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(id === undefined ? body : { ...body, id }) }
  try {
    const response = await fetch(url, { headers, ...init, signal: AbortSignal.timeout(timeoutMs) })
    return { status: response.status, text: await response.text() }
  } catch {
    // The node refused or broke the connection, or did not respond in time.
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
