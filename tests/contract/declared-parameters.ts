import { declaredOperations, type Node, resolved } from '#tests/support/contract.ts'

/** A parameter of an operation in openapi.yaml. */
export interface DeclaredParameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  /** With references followed. */
  readonly schema: Node
  /** As written, possibly a reference. */
  readonly declared: unknown
}

/** The parameters of an operation in one part of the request. */
export function declaredParameters(id: string, part: DeclaredParameter['in']): DeclaredParameter[] {
  const { node } = declaredOperations.find((operation) => operation.id === id) ?? {}
  const parameters: readonly unknown[] = Array.isArray(node?.parameters) ? node.parameters : []
  return parameters
    .map(resolved)
    .filter((parameter) => parameter.in === part)
    .map(({ name, required, schema }) => ({
      name: String(name),
      in: part,
      required: required === true,
      schema: resolved(schema),
      declared: schema,
    }))
}
