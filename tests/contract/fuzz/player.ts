import { expect } from 'bun:test'
import type { components } from '../../../generated/types.ts'
import type { TestApp } from '../../support/app.ts'
import { mismatch, nodeOf, schemaNamed } from '../../support/contract.ts'
import type { Received } from '../../support/request.ts'
import type { TestUser } from '../../support/user.ts'
import { exerciseBody, measurementBodies, workoutBody } from '../bodies.ts'
import { faultsOf, type Problem } from '../refused.ts'
import { type ContractRequest, type FuzzRequest, last, type Who, type WildRequest } from './requests.ts'
import { ids, unknowns } from './values.ts'

/** Rules that no schema says, by the codes of their fields. */
const beyondSchemas = new Set([
  'unknown_exercise',
  'end_before_start',
  'duplicate_id',
  'id_mismatch',
  'exclusive',
  'range',
  'requires',
  'unique',
  'weak_password',
  'invalid_cursor',
  'reused',
])

/** What may become of a request that keeps to the contract, beside success: it depends on what is there, and on who asks. */
const beyondContracts = new Set([401, 403, 404, 409, 410, 412, 428])

const bodyLimit = 1024 * 1024

/**
 * Plays requests as one user, with what the answers before have told. Throws when an answer breaks the contract (`TestApp`
 * sees to that), or when a good request is refused for its form, or a spoilt one for something else.
 */
export class Player {
  readonly #app: TestApp
  readonly #other: TestUser
  readonly #cursors = new Map<string, string>()
  readonly #tags = new Map<string, string>()
  #email: string
  #tokens: components['schemas']['Tokens']

  private constructor(app: TestApp, user: TestUser, other: TestUser) {
    this.#app = app
    this.#other = other
    this.#email = user.email
    this.#tokens = user.tokens
  }

  /** A player with an account, and with an object of each kind at the first of the ids. */
  static async start(app: TestApp, other: TestUser): Promise<Player> {
    const user = await app.register()
    const [id = ''] = ids
    await user.client.POST('/api/exercises', { body: exerciseBody(id) })
    await user.client.POST('/api/workouts', { body: workoutBody(id) })
    await user.client.POST('/api/measurements', { body: measurementBodies(id)[0] })
    return new Player(app, user, other)
  }

  /** Sends one request; the status of its answer. */
  async play(request: FuzzRequest): Promise<number> {
    const status = await (request.kind === 'wild' ? this.#wild(request) : this.#contract(request))
    if (status === 401 && request.who === 'user') await this.#beginAnew()
    return status
  }

  /** The session has ended, or the account has gone: another one goes on. */
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
    const answer = await this.#app.send(method, text === '' ? path : `${path}?${text}`, {
      headers: Object.fromEntries(headers),
      ...(token !== undefined && { token }),
      ...(raw !== undefined && { raw }),
    })
    this.#learn(path, answer)
    if (request.fault) expectFault(request.fault, answer, raw ?? '')
    else expectServed(answer, raw)
    return answer.status
  }

  #learn(path: string, { headers, text, status }: Received): void {
    const tag = headers.get('etag')
    if (tag !== null) this.#tags.set(path, tag)
    if (status >= 300 || !headers.get('content-type')?.startsWith('application/json')) return
    const value = nodeOf(JSON.parse(text))
    if (typeof value.nextCursor === 'string') this.#cursors.set(path, value.nextCursor)
    else this.#cursors.delete(path)
    // The account in the tokens may be another one, made meanwhile.
    if (isTokens(value) && value.user.email === this.#email) this.#tokens = value
  }
}

function isTokens(value: object): value is components['schemas']['Tokens'] {
  return mismatch(schemaNamed('Tokens'), value) === undefined
}

function expectFault(
  { pointer, code }: NonNullable<ContractRequest['fault']>,
  answer: Received,
  raw: string,
): void {
  if (answer.status === 401) return
  if (answer.status === 413 && Buffer.byteLength(raw) > bodyLimit) return
  expect([answer.status, faultsOf(answer)], answer.text).toEqual([422, [`pointer ${pointer} ${code}`]])
}

function expectServed(answer: Received, raw: string | undefined): void {
  const { status, text } = answer
  if (status === 304 || beyondContracts.has(status)) return
  if (status < 300) {
    if (raw !== undefined && text !== '') expectKept(JSON.parse(raw), JSON.parse(text), '')
    return
  }
  const { code, errors = [] }: Problem = JSON.parse(text)
  const excused =
    code === 'idempotency_key_reused' ||
    (errors.length > 0 && errors.every((error) => beyondSchemas.has(error.code)))
  expect(status === 422 && excused, `${status} to ${raw}: ${text}`).toBe(true)
}

/** What an answer leaves out of what was sent, or says otherwise: tokens for passwords, muscles in another order. */
const notGivenBack = new Set([
  'password',
  'currentPassword',
  'newPassword',
  'device',
  'refreshToken',
  'email',
  'engagement',
])

/** Holds that what was sent came back as it went in: every number and text, instants to the millisecond. */
function expectKept(sent: unknown, got: unknown, place: string): void {
  if (Array.isArray(sent)) {
    expect(Array.isArray(got) && got.length, place).toBe(sent.length)
    if (Array.isArray(got))
      sent.forEach((item, index) => {
        expectKept(item, got[index], `${place}/${index}`)
      })
  } else if (typeof sent === 'object' && sent !== null) {
    const members = nodeOf(got)
    // Answers to registrations and the like hold tokens, not what was sent.
    if ('accessToken' in members) return
    for (const [name, member] of Object.entries(sent)) {
      if (notGivenBack.has(name) || (name === 'revision' && place === '')) continue
      expectKept(member, members[name], `${place}/${name}`)
    }
  } else if (typeof sent === 'string' && /^\d{4}-\d\d-\d\dT/.test(sent)) {
    expect(Date.parse(String(got)), place).toBe(Date.parse(sent))
  } else expect(got, place).toBe(sent === null ? undefined : sent)
}
