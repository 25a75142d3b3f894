import { describe, expect, test } from 'bun:test'
import { expectNoEcho, expectProblem, marker } from './expect-rejected.ts'
import { everyOperation, prepare, startWorld, unchanged } from './world.ts'

const world = await startWorld()
const { app, ada } = world

/** Each path once, with an example URL and its methods. */
const paths = new Map<string, { readonly address: string; readonly methods: Set<string> }>()
for (const operation of everyOperation) {
  const entry = paths.get(operation.path)
  const methods = entry?.methods ?? new Set(['OPTIONS'])
  methods.add(operation.method.toUpperCase())
  if (operation.method === 'get') methods.add('HEAD')
  const address = entry?.address ?? (await prepare(world, operation)).path
  paths.set(operation.path, { address, methods })
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY', 'LINK']

describe('an undeclared method gets 405 with Allow', () => {
  test.each([...paths])('%s', async (_, { address, methods: declared }) => {
    for (const method of methods.filter((candidate) => !declared.has(candidate))) {
      for (const token of [undefined, ada.token]) {
        const response = await unchanged(app, () =>
          app.send(method, address, {
            ...(token !== undefined && { token }),
            ...(method === 'HEAD' || method === 'GET' ? {} : { body: { name: marker } }),
          }),
        )
        expect(response.status).toBe(405)
        expect(new Set(response.headers.get('allow')?.split(', '))).toEqual(declared)
        if (method === 'HEAD') continue
        expectProblem(response, 405, 'method_not_allowed')
        expectNoEcho(response)
      }
    }
  })
})

describe('OPTIONS returns Allow without a token', () => {
  test.each([...paths])('%s', async (_, { address, methods: declared }) => {
    const response = await app.send('OPTIONS', address)
    expect(response.status).toBe(204)
    expect(new Set(response.headers.get('allow')?.split(', '))).toEqual(declared)
  })
})

describe('a path that almost matches gets 404 for every method', () => {
  // Paths that don't get 404: those that end in a parameter, since any last segment is an id or a file name there.
  const matchesTemplate = new RegExp(
    [...paths.keys()]
      .filter((template) => template.endsWith('}'))
      .map((template) => `^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`)
      .join('|'),
  )
  const addresses = new Set([...paths.values()].map(({ address }) => address))
  const similarPathsOf = (address: string) =>
    [
      `${address}/`,
      `/${address}`,
      `/api${address}`,
      `${address}.json`,
      `${address}/${marker}/more`,
      address.toUpperCase(),
    ].filter((path) => !addresses.has(path) && !matchesTemplate.test(path))

  test.each([...paths.values()].map(({ address }) => address))('%s', async (address) => {
    for (const path of similarPathsOf(address)) {
      for (const method of methods) {
        const response = await unchanged(app, () => app.send(method, path, { token: ada.token }))
        expect(response.status, path).toBe(404)
        if (method !== 'HEAD') expectProblem(response, 404, 'not_found')
        expectNoEcho(response)
      }
    }
  })
})
