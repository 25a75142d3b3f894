import { describe, expect, test } from 'bun:test'
import { mismatch, nodeOf, resolved } from '#tests/support/contract.ts'
import { bodySchema } from './body-schema.ts'
import { hasJsonBody, prepare, rowsOf, startWorld } from './world.ts'

const world = await startWorld()

/** The pointers, with `*` for indexes, of all members of a schema; `#` marks the variant. */
function membersOf(schema: unknown, pointer = ''): string[] {
  const node = resolved(schema)
  if (Array.isArray(node.oneOf)) {
    return node.oneOf.flatMap((branch, index) => membersOf(branch, `${pointer}#${index}`))
  }
  return [
    ...(node.items === undefined ? [] : membersOf(node.items, `${pointer}/*`)),
    ...Object.entries(nodeOf(node.properties)).flatMap(([name, member]) => [
      `${pointer}/${name}`,
      ...membersOf(member, `${pointer}/${name}`),
    ]),
  ]
}

/** The pointers of all members of a value, in the same form. */
function membersIn(schema: unknown, value: unknown, pointer = ''): string[] {
  const node = resolved(schema)
  if (Array.isArray(node.oneOf)) {
    const index = node.oneOf.findIndex((branch) => mismatch(branch, value) === undefined)
    return membersIn(node.oneOf[index], value, `${pointer}#${index}`)
  }
  if (Array.isArray(value)) return value.flatMap((item) => membersIn(node.items, item, `${pointer}/*`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [
    `${pointer}/${name}`,
    ...membersIn(nodeOf(node.properties)[name], member, `${pointer}/${name}`),
  ])
}

describe('the sample bodies together have every member of the schema, in every variant', () => {
  test.each(rowsOf(hasJsonBody))('%s', async (id, operation) => {
    const { bodies } = await prepare(world, operation)
    const declared = new Set(membersOf(bodySchema(id)))
    expect(new Set(bodies.flatMap((body) => membersIn(bodySchema(id), body)))).toEqual(declared)
  })
})

describe('the sample query has every parameter except the cursor', () => {
  test.each(rowsOf())('%s', async (_, operation) => {
    const names = operation.parameters.query.map(({ name }) => name).filter((name) => name !== 'cursor')
    const { query } = await prepare(world, operation)
    expect(new Set(Object.keys(query))).toEqual(new Set(names))
  })
})
