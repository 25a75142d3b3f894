import { beforeAll, describe, expect, test } from 'bun:test'
import type { OperationId } from '#http/contract-types.ts'
import { testApp } from '#tests/support/app.ts'
import {
  type DeclaredOperation,
  declaredOperations,
  document,
  mismatch,
  type Node,
  nodeOf,
  resolved,
} from '#tests/support/contract.ts'
import type { TestResponse } from '#tests/support/request.ts'
import { type TestUser, userWith } from '#tests/support/user.ts'

/** A schema, its example, and the example's location. */
type Row = readonly [place: string, schema: unknown, example: unknown]

/** The examples of a media type, a parameter or a header. */
function examplesOf({ schema, example, examples }: Node, place: string): Row[] {
  const named = Object.entries(nodeOf(examples)).map(
    ([name, value]): Row => [`${place} ${name}`, schema, resolved(value).value],
  )
  return example === undefined ? named : [[place, schema, example], ...named]
}

function contentExamples(content: unknown, place: string): Row[] {
  return Object.entries(nodeOf(content)).flatMap(([type, media]) =>
    examplesOf(nodeOf(media), `${place} ${type}`),
  )
}

function operationExamples({ id, node }: DeclaredOperation): Row[] {
  const parameters: readonly unknown[] = Array.isArray(node.parameters) ? node.parameters : []
  return [
    ...parameters.map(resolved).flatMap((parameter) => examplesOf(parameter, `${id} ${parameter.name}`)),
    ...contentExamples(nodeOf(node.requestBody).content, `${id} request`),
    ...Object.entries(nodeOf(node.responses)).flatMap(([status, response]) =>
      contentExamples(resolved(response).content, `${id} ${status}`),
    ),
  ]
}

const schemaExamples = Object.entries(nodeOf(nodeOf(document.components).schemas)).flatMap(
  ([name, schema]): Row[] => {
    const { example } = nodeOf(schema)
    return example === undefined ? [] : [[`schema ${name}`, schema, example]]
  },
)

const allExamples = [...declaredOperations.flatMap(operationExamples), ...schemaExamples]

describe('every example satisfies its schema', () => {
  test.each(allExamples)('%s', (_, schema, example) => {
    expect(mismatch(schema, example)).toBeUndefined()
  })
})

describe('every request and response body has an example', () => {
  test.each(declaredOperations.map((operation) => [operation.id, operation] as const))(
    '%s',
    (id, { node }) => {
      const bodies = [
        ...Object.keys(nodeOf(nodeOf(node.requestBody).content)).map((type) => `${id} request ${type}`),
        ...Object.entries(nodeOf(node.responses)).flatMap(([status, response]) =>
          Object.keys(nodeOf(resolved(response).content)).map((type) => `${id} ${status} ${type}`),
        ),
      ]
      for (const body of bodies)
        expect(
          allExamples.some(([place]) => place.startsWith(body)),
          body,
        ).toBe(true)
    },
  )
})

describe('the example requests succeed when they are sent in this order', async () => {
  const app = await testApp()
  let ada: TestUser

  beforeAll(async () => {
    const response = await app.send('POST', '/api/auth/register', { body: bodyOf('register') })
    expect(response.status, response.text).toBe(201)
    ada = userWith(app, response.json())
  })

  /** The first example of a body. */
  function bodyOf(id: OperationId): unknown {
    const row = allExamples.find(([place]) => place.startsWith(`${id} request`))
    if (row === undefined) throw new Error(`${id} has no example`)
    return row[2]
  }

  /** Sends the examples of an operation's parameters and body, and asserts the status. */
  async function sendExample(id: OperationId, status: number): Promise<TestResponse> {
    const { method, path, node } = declaredOperations.find((operation) => operation.id === id) ?? {}
    const example = (name: string) => allExamples.find(([place]) => place === `${id} ${name}`)?.[2]
    const createdId = createdIds.get(path ?? '')
    const address = path?.replace(/\{(\w+)\}/, (_, name: string) => createdId ?? String(example(name))) ?? ''
    const response = await ada.send(method?.toUpperCase() ?? '', address, {
      ...(node?.requestBody !== undefined && { body: bodyOf(id) }),
      headers: { 'If-Match': '*' },
    })
    expect(response.status, response.text).toBe(status)
    return response
  }
  const createdIds = new Map<string, string>()

  test('exercises', async () => {
    const { id } = (await sendExample('createExercise', 201)).json<{ id: string }>()
    createdIds.set('/api/exercises/{id}', id)
    await sendExample('getExercise', 200)
    await sendExample('replaceExercise', 200)
    await sendExample('deleteExercise', 204)
  })

  test('workouts', async () => {
    const { id: workoutId } = (await sendExample('createWorkout', 201)).json<{ id: string }>()
    for (const path of ['', '/restore', '/revisions']) createdIds.set(`/api/workouts/{id}${path}`, workoutId)
    for (const id of ['getWorkout', 'replaceWorkout', 'restoreWorkout', 'listWorkoutRevisions'] as const)
      await sendExample(id, 200)
    await sendExample('deleteWorkout', 204)
    await sendExample('restoreWorkout', 200)
  })

  test('measurements', async () => {
    const { id } = (await sendExample('createMeasurement', 201)).json<{ id: string }>()
    createdIds.set('/api/measurements/{id}', id)
    await sendExample('getMeasurement', 200)
    await sendExample('replaceMeasurement', 200)
    await sendExample('deleteMeasurement', 204)
  })

  test('figures', async () => {
    await sendExample('getVolume', 200)
    await sendExample('getProgress', 200)
  })

  test('accounts, except for a refresh token that the server did not issue', async () => {
    await sendExample('updateMe', 200)
    await sendExample('login', 200)
    await sendExample('refresh', 401)
    await sendExample('changePassword', 200)
  })
})

describe('the response to the example workout is the example response', () => {
  test('createWorkout', async () => {
    const app = await testApp()
    const user = await app.register()
    const request = allExamples.find(([place]) => place.startsWith('createWorkout request'))?.[2]
    const expected = nodeOf(allExamples.find(([place]) => place.startsWith('createWorkout 201'))?.[2])
    const response = await user.send('POST', '/api/workouts', { body: request })
    expect(withoutGenerated(response.json())).toEqual(withoutGenerated(expected))
  })
})

/** A response without the members that the server generates: ids and timestamps. */
function withoutGenerated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGenerated)
  if (typeof value !== 'object' || value === null) return value
  const comparable = Object.entries(value).filter(
    ([name]) => !['id', 'createdAt', 'updatedAt'].includes(name),
  )
  return Object.fromEntries(comparable.map(([name, member]) => [name, withoutGenerated(member)]))
}
