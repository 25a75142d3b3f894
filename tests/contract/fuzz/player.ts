import type { Schemas } from '#generated/types.ts'
import type { TestApp } from '#tests/support/app.ts'
import { mismatch, nodeOf, schemaNamed } from '#tests/support/contract.ts'
import type { Received } from '#tests/support/request.ts'
import type { TestUser } from '#tests/support/user.ts'
import { exerciseBody, measurementBodies, workoutBody } from '../bodies.ts'
import { type ContractRequest, type FuzzRequest, last, type Who, type WildRequest } from './request.ts'
import { ids, unknowns } from './values.ts'
import { expectFault, expectServed } from './verdicts.ts'

/**
 * Plays requests as one user, using earlier responses. Throws when a response violates the contract (`TestApp`
 * checks that), a valid request is rejected for its form, or a corrupted one for another reason.
 */
export class Player {
  readonly #app: TestApp
  readonly #other: TestUser
  readonly #cursors = new Map<string, string>()
  readonly #tags = new Map<string, string>()
  #email: string
  #tokens: Schemas['Tokens']

  private constructor(app: TestApp, user: TestUser, other: TestUser) {
    this.#app = app
    this.#other = other
    this.#email = user.email
    this.#tokens = user.tokens
  }

  /** A player with an account, and an object of each kind with the first id. */
  static async start(app: TestApp, other: TestUser): Promise<Player> {
    const user = await app.register()
    const [id = ''] = ids
    await user.client.POST('/api/exercises', { body: exerciseBody(id) })
    await user.client.POST('/api/workouts', { body: workoutBody(id) })
    await user.client.POST('/api/measurements', { body: measurementBodies(id)[0] })
    return new Player(app, user, other)
  }

  /** Sends one request; returns the status of the response. */
  async play(request: FuzzRequest): Promise<number> {
    const status = await (request.kind === 'wild' ? this.#wild(request) : this.#contract(request))
    if (status === 401 && request.who === 'user') await this.#beginAnew()
    return status
  }

  /** The session has ended or the account is deleted: continues with a new one. */
  async #beginAnew(): Promise<void> {
    const { email, tokens } = await this.#app.register()
    this.#email = email
    this.#tokens = tokens
  }

  #tokenOf(who: Who): string | undefined {
    const tokens = {
      user: this.#tokens.accessToken,
      other: this.#other.token,
      broken: 'a.b.c',
      nobody: undefined,
    }
    return tokens[who]
  }

  async #wild({ method, path, headers, body, who }: WildRequest): Promise<number> {
    const token = this.#tokenOf(who)
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: { ...(token !== undefined && { Authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { body }),
    })
    return (await this.#app.fetch(request)).status
  }

  async #contract(request: ContractRequest): Promise<number> {
    const { method, path, query, body, who } = request
    const cursor = this.#cursors.get(path)
    const pairs = query.flatMap(([name, value]) => {
      if (value !== last) return [[name, value]]
      return cursor === undefined ? [] : [[name, cursor]]
    })
    const headers = Object.entries(request.headers).map(([name, value]) => [
      name,
      value === last ? (this.#tags.get(path) ?? '"0-x"') : value,
    ])
    const raw = body
      ?.replaceAll(unknowns.email, this.#email)
      .replaceAll(unknowns.refreshToken, this.#tokens.refreshToken)
    const token = this.#tokenOf(who)
    const text = new URLSearchParams(pairs).toString()
    const response = await this.#app.send(method, text === '' ? path : `${path}?${text}`, {
      headers: Object.fromEntries(headers),
      ...(token !== undefined && { token }),
      ...(raw !== undefined && { raw }),
    })
    this.#learn(path, response)
    if (request.fault) expectFault(request.fault, response, raw ?? '')
    else expectServed(request.id, response, raw)
    return response.status
  }

  #learn(path: string, { headers, text, status }: Received): void {
    const tag = headers.get('etag')
    if (tag !== null) this.#tags.set(path, tag)
    if (status >= 300 || !headers.get('content-type')?.startsWith('application/json')) return
    const value = nodeOf(JSON.parse(text))
    if (typeof value.nextCursor === 'string') this.#cursors.set(path, value.nextCursor)
    else this.#cursors.delete(path)
    // The tokens may be for another account, created in the meantime.
    if (isTokens(value) && value.user.email === this.#email) this.#tokens = value
  }
}

function isTokens(value: object): value is Schemas['Tokens'] {
  return mismatch(schemaNamed('Tokens'), value) === undefined
}
