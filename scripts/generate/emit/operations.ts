import type { Model, Operation } from '../model.ts'
import { OperationTable } from './operation-table.ts'
import { comment, quote } from './source.ts'

/** `operations.ts`: the table that the binder serves, and the interface that handlers implement. */
export function emitOperations(model: Model): string {
  const table = new OperationTable(model)
  return `${table.imports}import type { ResponseOf, Awaitable, OperationId, RequestOf } from '../src/http/contract-types.ts'
import type { Operation${table.sharedTypes} } from '../src/http/operation.ts'
${table.usesSchemas ? "import * as schemas from './schemas.ts'\n" : ''}
${table.shared}/** Every operation of the contract. */
export const operations: { readonly [Id in OperationId]: Operation } = ${table.source}

/**
 * The handlers of the contract: one function per operation, typed by what the operation declares.
 * \`Principals\` has the principal of each security scheme; an operation that accepts several receives
 * their union.
 */
export interface Handlers<Context, Principals> {
${model.operations.map(handlerOf).join('')}}
`
}

function handlerOf({ id, method, url, summary }: Operation): string {
  const name = quote(id)
  return `  ${comment(`\`${method.toUpperCase()} ${url}\`: ${summary}`).trim()}
  ${id}: (request: RequestOf<${name}, Context, Principals>) => Awaitable<ResponseOf<${name}>>
`
}
