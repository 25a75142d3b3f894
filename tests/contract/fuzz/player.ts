import type { Schemas } from '#generated/types.ts'
import type { TestApp } from '#tests/support/app.ts'
import { mismatch, nodeOf, schemaNamed } from '#tests/support/contract.ts'
import type { TestResponse } from '#tests/support/request.ts'
import type { TestUser } from '#tests/support/user.ts'
import { exerciseBody, measurementBodies, workoutBody } from '../bodies.ts'
import { type CallerKind, type ContractRequest, type FuzzRequest, last, type WildRequest } from './request.ts'
import { ids, placeholders } from './values.ts'
import { expectFault, expectServed } from './verdicts.ts'

/**
 * Sends requests as one user, with cursors, entity tags and tokens from earlier responses. Throws if a
 * response violates the contract (`TestApp` checks that), if a valid request is rejected for its form,
 * or if a corrupted request is rejected for another reason.
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

  /** A player with an account, and an exercise, a workout and a measurement with the first id. */
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
    const status = await (request.kind === 'wild' ? this.#sendWild(request) : this.#sendContract(request))
    if (status === 401 && request.caller === 'user') await this.#registerAgain()
    return status
  }

  /** Continues with a new account, because the session has ended or the account was deleted. */
  async #registerAgain(): Promise<void> {
    const { email, tokens } = await this.#app.register()
    this.#email = email
    this.#tokens = tokens
  }

  #tokenOf(caller: CallerKind): string | undefined {
    const tokens = {
      user: this.#tokens.accessToken,
      other: this.#other.token,
      broken: 'a.b.c',
      nobody: undefined,
    }
    return tokens[caller]
  }

  async #sendWild({ method, path, headers, body, caller }: WildRequest): Promise<number> {
    const token = this.#tokenOf(caller)
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: { ...(token !== undefined && { Authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { body }),
    })
    return (await this.#app.fetch(request)).status
  }

  async #sendContract(request: ContractRequest): Promise<number> {
    const { method, path, query, body, caller } = request
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
      ?.replaceAll(placeholders.email, this.#email)
      .replaceAll(placeholders.refreshToken, this.#tokens.refreshToken)
    const token = this.#tokenOf(caller)
    const text = new URLSearchParams(pairs).toString()
    const response = await this.#app.send(method, text === '' ? path : `${path}?${text}`, {
      headers: Object.fromEntries(headers),
      ...(token !== undefined && { token }),
      ...(raw !== undefined && { raw }),
    })
    this.#remember(path, response)
    if (request.fault) expectFault(request.fault, response, raw ?? '')
    else expectServed(request.id, response, raw)
    return response.status
  }

  #remember(path: string, { headers, text, status }: TestResponse): void {
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
