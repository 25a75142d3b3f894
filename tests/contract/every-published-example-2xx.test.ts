import { beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test'
import type { OperationId } from '#http/contract-types.ts'
import type { Operation } from '#http/operation.ts'
import { testApp } from '#tests/support/app.ts'
import { declaredOperations, type Node, nodeOf, resolved } from '#tests/support/contract.ts'
import { type TestUser, userWith } from '#tests/support/user.ts'
import { everyOperation, hasJsonBody, prepare } from './world.ts'

/** Operations whose examples contain a secret that no server issued, with the resulting status. */
const secrets: Partial<Record<OperationId, number>> = { refresh: 401, resetPassword: 403 }

/** The examples of a parameter or a media type. */
function examplesOf({ example, examples }: Node): unknown[] {
  const named = Object.values(nodeOf(examples)).map((example) => resolved(example).value)
  return example === undefined ? named : [example, ...named]
}

function declared(operation: Operation): Node {
  return declaredOperations.find(({ id }) => id === operation.id)?.node ?? {}
}

function bodyExamples(operation: Operation): unknown[] {
  const content = nodeOf(nodeOf(declared(operation).requestBody).content)
  return examplesOf(nodeOf(content['application/json']))
}

/** The published values of an operation's parameters in one location, by name. */
function parameterExamples(operation: Operation, place: string): Record<string, string> {
  const { parameters } = declared(operation)
  const parametersInPlace = (Array.isArray(parameters) ? parameters : [])
    .map(resolved)
    .filter((parameter) => parameter.in === place)
  return Object.fromEntries(
    parametersInPlace.flatMap((parameter) =>
      examplesOf(parameter)
        .slice(0, 1)
        .map((value) => [String(parameter.name), String(value)]),
    ),
  )
}

setDefaultTimeout(60_000)

const app = await testApp()

describe('published examples can be sent unchanged', () => {
  let ada: TestUser

  const operationOf = (id: OperationId) => {
    const declared = everyOperation.find((operation) => operation.id === id)
    if (!declared) throw new Error(`${id} is not an operation`)
    return declared
  }

  beforeAll(async () => {
    const [body] = bodyExamples(operationOf('register'))
    ada = userWith(app, (await app.send('POST', '/api/auth/register', { body })).json())
  })

  /** Imports the example file of `createImport`. Resolves to the import's id. */
  async function createExampleImport(): Promise<string> {
    const content = nodeOf(nodeOf(declared(operationOf('createImport')).requestBody).content)
    const { file, ...fields } = nodeOf(nodeOf(content['multipart/form-data']).example)
    const form = new FormData()
    form.set('file', new Blob([String(file)]))
    for (const [name, value] of Object.entries(fields)) form.set(name, String(value))
    const headers = { Authorization: `Bearer ${ada.token}` }
    const request = new Request('http://localhost/api/imports', { method: 'POST', headers, body: form })
    const response = await app.fetch(request)
    expect(response.status).toBe(201)
    const { id }: { id: string } = await response.json()
    return id
  }

  /** The path of an object that the user owns. */
  async function pathOf(operation: Operation): Promise<string> {
    if (operation.id === 'commitImport') return `/api/imports/${await createExampleImport()}/commit`
    return (await prepare({ app, ada }, operation)).path
  }

  /** Sends an example to an object that the user owns, as /docs does once the ids are filled in. */
  async function send(operation: Operation, body?: unknown) {
    const path = operation.path.includes('{') ? await pathOf(operation) : operation.path
    const token = operation.security === 'none' ? undefined : ada.token
    const query = new URLSearchParams(parameterExamples(operation, 'query')).toString()
    return await app.send(operation.method.toUpperCase(), `${path}${query && `?${query}`}`, {
      headers: parameterExamples(operation, 'header'),
      ...(token !== undefined && { token }),
      ...(body !== undefined && { body }),
    })
  }

  const reads = everyOperation.filter(
    (operation) =>
      operation.method === 'get' && operation.requestBody === undefined && operation.id !== 'streamEvents',
  )
  test.each(reads.map((operation) => [operation.id, operation] as const))(
    'the parameters of %s',
    async (_, operation) => {
      const response = await send(operation)
      expect(response.status, response.text).toBeWithin(200, 400)
    },
  )

  const withBody = everyOperation.filter((operation) => hasJsonBody(operation) && operation.id !== 'register')
  const last = (operation: Operation) => (operation.id === 'changePassword' ? 1 : 0)
  const bodies = withBody
    .toSorted((a, b) => last(a) - last(b))
    .flatMap((operation) =>
      bodyExamples(operation).map((body, index) => [operation.id, index, operation, body] as const),
    )

  /** A body that refers to an object of the caller instead of its example id. */
  async function bodyOf({ id }: Operation, body: unknown): Promise<unknown> {
    if (id !== 'createProgramFromWorkout') return body
    const workout = await prepare({ app, ada }, operationOf('getWorkout'))
    return { ...nodeOf(body), workoutId: workout.path.split('/').at(-1) }
  }

  test.each(bodies)('the body of %s, example %d', async (id, _, operation, body) => {
    const response = await send(operation, await bodyOf(operation, body))
    const expected = Object.entries(secrets).find(([name]) => name === id)?.[1]
    if (expected === undefined) expect(response.status, response.text).toBeWithin(200, 300)
    else expect(response.status, response.text).toBe(expected)
  })
})

describe('an optional header has no example, because /docs would send it with every request', () => {
  test.each(everyOperation.map((operation) => [operation.id, operation] as const))('%s', (_, operation) => {
    const { parameters } = declared(operation)
    for (const parameter of (Array.isArray(parameters) ? parameters : []).map(resolved)) {
      if (parameter.in === 'header' && parameter.required !== true)
        expect([parameter.name, examplesOf(parameter)]).toEqual([parameter.name, []])
    }
  })
})
