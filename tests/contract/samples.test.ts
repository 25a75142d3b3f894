import { describe, expect, test } from 'bun:test'
import { mismatch, nodeOf, resolved } from '#tests/support/contract.ts'
import { bodySchema } from './body-schema.ts'
import { prepare, rowsOf, startWorld, takesJson } from './world.ts'

const world = await startWorld()

/** The pointers, with `*` for indexes, of all members of a schema; `#` marks the variant. */
function known(schema: unknown, at = ''): string[] {
  const node = resolved(schema)
  if (Array.isArray(node.oneOf)) {
    return node.oneOf.flatMap((branch, index) => known(branch, `${at}#${index}`))
  }
  return [
    ...(node.items === undefined ? [] : known(node.items, `${at}/*`)),
    ...Object.entries(nodeOf(node.properties)).flatMap(([name, member]) => [
      `${at}/${name}`,
      ...known(member, `${at}/${name}`),
    ]),
  ]
}

/** The pointers of all members of values, in the same form. */
function reached(schema: unknown, value: unknown, at = ''): string[] {
  const node = resolved(schema)
  if (Array.isArray(node.oneOf)) {
    const index = node.oneOf.findIndex((branch) => mismatch(branch, value) === undefined)
    return reached(node.oneOf[index], value, `${at}#${index}`)
  }
  if (Array.isArray(value)) return value.flatMap((item) => reached(node.items, item, `${at}/*`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [
    `${at}/${name}`,
    ...reached(nodeOf(node.properties)[name], member, `${at}/${name}`),
  ])
}

describe('the samples of a body cover every member in the contract, in every variant', () => {
  test.each(rowsOf(takesJson))('%s', async (id, operation) => {
    const { bodies } = await prepare(world, operation)
    const all = new Set(known(bodySchema(id)))
    expect(new Set(bodies.flatMap((body) => reached(bodySchema(id), body)))).toEqual(all)
  })
})

describe('the sample of a query has every parameter except the cursor', () => {
  test.each(rowsOf())('%s', async (_, operation) => {
    const names = operation.parameters.query.map(({ name }) => name).filter((name) => name !== 'cursor')
    const { query } = await prepare(world, operation)
    expect(new Set(Object.keys(query))).toEqual(new Set(names))
  })
})
