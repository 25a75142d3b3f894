import type { Contract } from '../contract.ts'
import type { Operation } from '../model.ts'

/** Rules for operations: unique ids, declared path parameters with one name per position, and one style of lists. */
export function lintOperations(contract: Contract, operations: readonly Operation[]): void {
  lintLists(contract, operations)
  const ids = new Set<string>()
  const positions = new Map<string, string>()
  for (const operation of operations) {
    if (ids.has(operation.id))
      contract.report([...operation.path, 'operationId'], 'another operation has this name')
    ids.add(operation.id)
    lintPathParameters(contract, operation)
    lintPositions(contract, operation, positions)
  }
}

function lintPathParameters(contract: Contract, { url, parameters, path }: Operation): void {
  const placeholders = [...url.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '')
  const declared = parameters
    .filter((parameter) => parameter.in === 'path')
    .map((parameter) => parameter.name)
  for (const name of placeholders) {
    if (!declared.includes(name)) contract.report(path, `the path parameter ${name} is not declared`)
    if (!/^[a-z][A-Za-z0-9]*$/.test(name))
      contract.report(path, `the path parameter ${name} is not in camelCase`)
  }
  for (const name of declared) {
    if (!placeholders.includes(name)) contract.report(path, `the path has no parameter ${name}`)
  }
  if (!url.split('/').every((segment) => /^([^{}]*|\{[^{}]+\})$/.test(segment))) {
    contract.report(path, 'a path parameter must be a whole segment')
  }
}

/** Routers allow one name per position: `/a/{id}` and `/a/{key}/b` would fail when the server starts. */
function lintPositions(contract: Contract, { url, path }: Operation, positions: Map<string, string>): void {
  const segments: string[] = []
  for (const segment of url.split('/')) {
    if (segment.startsWith('{')) {
      const position = segments.join('/')
      const first = positions.get(position) ?? segment
      if (first !== segment) {
        contract.report(path.slice(0, 2), `another path has ${first} in place of ${segment}: use one name`)
      }
      positions.set(position, first)
    }
    segments.push(segment.startsWith('{') ? '{}' : segment)
  }
}

/** openapi-fetch serializes all lists of all operations in one style. */
function lintLists(contract: Contract, operations: readonly Operation[]): void {
  const lists = operations.flatMap(({ parameters }) => parameters.filter(({ list }) => list !== undefined))
  for (const { list, path } of lists) {
    if (list !== lists[0]?.list)
      contract.report(path, 'explode differs from that of another list; the client supports only one')
  }
}
