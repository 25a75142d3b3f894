import type { Model, Operation } from '../model.ts'
import { quote } from './source.ts'

/** The facts about operations that determine the types of handlers, for `types.ts`. */
export function emitOperationFacts({ operations }: Model): string {
  return `
/**
 * The facts that openapi-typescript's types don't contain: the security and its schemes, the query parameters with
 * a default, and the list whose items are validated one by one.
 */
export interface OperationFacts {
${operations.map(factsOf).join('')}}
`
}

function factsOf({ id, security, schemes, parameters, requestBody }: Operation): string {
  const defaulted = parameters.filter(({ in: location, hasDefault }) => location === 'query' && hasDefault)
  const names = defaulted.map(({ name }) => quote(name)).join(' | ') || 'never'
  const validated = requestBody?.validateEach === undefined ? 'never' : quote(requestBody.validateEach.list)
  const accepted = Object.keys(schemes).map(quote).join(' | ') || 'never'
  return `  ${id}: { security: ${quote(security)}; schemes: ${accepted}; defaults: ${names}; validated: ${validated} }\n`
}
