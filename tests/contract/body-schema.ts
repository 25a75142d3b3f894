import { declaredOperations, nodeOf } from '#tests/support/contract.ts'

/** The schema of an operation's body, as openapi.yaml has it. */
export function bodySchema(id: string): unknown {
  const operation = declaredOperations.find((candidate) => candidate.id === id)
  return nodeOf(nodeOf(nodeOf(operation?.node.requestBody).content)['application/json']).schema
}
