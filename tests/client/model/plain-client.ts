import type { Schemas } from '#generated/types.ts'
import type { Account, Backend } from './backend.ts'

/** An API client without storage. It edits only what it has just read. */
export class PlainClient {
  readonly #backend: Backend
  readonly #token: string

  private constructor(backend: Backend, token: string) {
    this.#backend = backend
    this.#token = token
  }

  static async of(backend: Backend, { email }: Account): Promise<PlainClient> {
    const { accessToken } = await backend.logIn(email)
    return new PlainClient(backend, accessToken)
  }

  workout(id: string): Promise<Schemas['Workout'] | undefined> {
    return this.#send('GET', `/api/workouts/${id}`)
  }

  /** Creates a workout, or replaces one that has a revision. Resolves to whether the server accepted it. */
  async putWorkout({
    id,
    revision,
    ...content
  }: Schemas['WorkoutInput'] & { id: string; revision?: number }): Promise<boolean> {
    const { totals: _, createdAt: __, updatedAt: ___, ...body } = content as Partial<Schemas['Workout']>
    const saved =
      revision === undefined
        ? await this.#send('POST', '/api/workouts', { id, ...body })
        : await this.#send('PUT', `/api/workouts/${id}`, body)
    return saved !== undefined
  }

  async deleteWorkout(id: string): Promise<void> {
    await this.#send('DELETE', `/api/workouts/${id}`)
  }

  async workouts(): Promise<Schemas['Workout'][]> {
    return this.#all<Schemas['Workout']>('/api/workouts?limit=200')
  }

  /** The user's own exercises. */
  async exercises(): Promise<Schemas['Exercise'][]> {
    return this.#all<Schemas['Exercise']>('/api/exercises?source=custom&limit=200')
  }

  async measurements(): Promise<Schemas['Measurement'][]> {
    return this.#all<Schemas['Measurement']>('/api/measurements?limit=200')
  }

  async programs(): Promise<(Schemas['Program'] | undefined)[]> {
    const summaries = await this.#all<Schemas['ProgramSummary']>('/api/programs?source=custom&limit=200')
    return Promise.all(
      summaries.map(({ id }) => this.#send<Schemas['Program']>('GET', `/api/programs/${id}`)),
    )
  }

  /** A program as it is now, or at an earlier revision. */
  program(id: string, revision?: number): Promise<Schemas['Program'] | undefined> {
    return this.#send('GET', `/api/programs/${id}${revision === undefined ? '' : `?revision=${revision}`}`)
  }

  run(id: string): Promise<Schemas['Run'] | undefined> {
    return this.#send('GET', `/api/runs/${id}`)
  }

  /** The runs without their state, which each device computes itself. */
  async runs(): Promise<Schemas['SyncedRun'][]> {
    const runs = await this.#all<Schemas['Run']>('/api/runs?limit=200')
    return runs.map(({ state: _, ...run }) => run)
  }

  /** The earlier states of a workout. */
  async revisionsOf(id: string): Promise<Schemas['WorkoutInput'][]> {
    const revisions = await this.#all<Schemas['WorkoutRevision']>(`/api/workouts/${id}/revisions?limit=200`)
    return revisions.map(({ workout }) => workout)
  }

  async #all<Item>(path: string): Promise<Item[]> {
    const page = await this.#send<{ items: Item[]; nextCursor?: string }>('GET', path)
    if (page?.nextCursor) throw new Error('there is more than one page')
    return page?.items ?? []
  }

  /** Resolves to undefined for a 4xx. */
  async #send<Body>(method: string, path: string, body?: object): Promise<Body | undefined> {
    const headers = {
      authorization: `Bearer ${this.#token}`,
      'content-type': 'application/json',
      'if-match': '*',
    }
    const bodyInit = body && { body: JSON.stringify(body) }
    const response = await this.#backend.handle(
      new Request(`http://localhost${path}`, { method, headers, ...bodyInit }),
    )
    const text = await response.text()
    if (response.status >= 500) throw new Error(`${method} ${path} returned ${response.status}: ${text}`)
    return response.ok && text !== '' ? JSON.parse(text) : undefined
  }
}
