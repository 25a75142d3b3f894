import { declaredOperations, nodeOf, resolved } from '#tests/support/contract.ts'

/** The schema of an operation's body in openapi.yaml. */
export function bodySchema(id: string): unknown {
  const operation = declaredOperations.find((candidate) => candidate.id === id)
  return nodeOf(nodeOf(nodeOf(operation?.node.requestBody).content)['application/json']).schema
}

/** The members that an object of this schema may have, in any of its alternatives. */
export function memberNames(schema: unknown): string[] {
  const { properties, oneOf, anyOf, allOf } = resolved(schema)
  const parts: readonly unknown[] = [oneOf, anyOf, allOf].flatMap((list) => (Array.isArray(list) ? list : []))
  return [...Object.keys(nodeOf(properties)), ...parts.flatMap(memberNames)]
}
