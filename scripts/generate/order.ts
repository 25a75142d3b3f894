import type { SchemaGroup } from './model.ts'
import type { NamedSchema } from './schema.ts'
import { referencesOf, type Schemas } from './walk.ts'

/**
 * Groups schemas, each group after those that it refers to; schemas that refer to each other in a cycle are
 * one group (Tarjan 1972, https://doi.org/10.1137/0201010).
 */
export function groupSchemas(schemas: Schemas): SchemaGroup[] {
  const groups: SchemaGroup[] = []
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: NamedSchema[] = []

  const visit = (schema: NamedSchema): number => {
    const index = order.size
    order.set(schema.name, index)
    stack.push(schema)
    let low = index
    const references = referencesOf(schema.schema)
    for (const name of references) {
      const target = schemas.get(name)
      if (!target) continue
      const targetIndex = order.get(name)
      if (targetIndex === undefined) low = Math.min(low, visit(target))
      else if (stack.includes(target)) low = Math.min(low, lowest.get(name) ?? targetIndex)
    }
    lowest.set(schema.name, low)
    if (low === index) {
      const members = stack.splice(stack.indexOf(schema))
      groups.push({ recursive: members.length > 1 || references.includes(schema.name), schemas: members })
    }
    return low
  }

  for (const schema of schemas.all) if (!order.has(schema.name)) visit(schema)
  return groups
}
