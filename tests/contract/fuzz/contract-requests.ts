import fc from 'fast-check'
import { declaredOperations, mismatch, type Node, nodeOf, schemaNamed } from '#tests/support/contract.ts'
import { bodySchema } from '../body-schema.ts'
import { corruptionsOf } from '../corruptions.ts'
import { declaredParameters } from '../declared-parameters.ts'
import { withText } from '../places.ts'
import { type ContractRequest, callers, last } from './request.ts'
import { ids, valuesOf } from './values.ts'

const headerValues: Readonly<Record<string, fc.Arbitrary<string | undefined>>> = {
  'If-Match': fc.constantFrom('*', last, last, last, '"1-x"', '"2-x"', 'W/"1-x"', undefined),
  'If-None-Match': fc.constantFrom(undefined, undefined, last, '*', '"x"', 'nonsense'),
  // A wrong password, because deleting the account would end the run.
  'X-Current-Password': fc.constant('not%20this%20one'),
  'Idempotency-Key': fc.constantFrom(undefined, undefined, 'a', 'b', '~'.repeat(255)),
}

/** A query whose range starts with the earlier day. */
function inOrder<T extends Readonly<Record<string, string | string[] | undefined>>>(query: T): T {
  const { from, to } = query
  return from !== undefined && to !== undefined && from > to ? { ...query, from: to, to: from } : query
}

/**
 * A body that refers only to the object in the path; a built-in exercise has no id that a body could
 * contain.
 */
function withIdOfPath({ id: _, ...body }: Node, id: unknown): Node {
  return mismatch(schemaNamed('Id'), id) === undefined ? { id, ...body } : body
}

const methodsOf = new Map(declaredOperations.map(({ id, method }) => [id, method.toUpperCase()]))

/** Requests for one operation that satisfy the contract, and some that are corrupted at one location. */
export function contractRequests(id: string, path: string): fc.Arbitrary<ContractRequest> {
  const schema = bodySchema(id)
  const method = methodsOf.get(id) ?? ''
  const query = declaredParameters(id, 'query')
  const texts = query.map(({ name, declared }) =>
    name === 'cursor'
      ? fc.constant(last)
      : valuesOf(declared).map((value) => (Array.isArray(value) ? value.map(String) : String(value))),
  )
  const model = Object.fromEntries(query.map(({ name }, index) => [name, texts[index] ?? fc.constant('')]))
  const headers = declaredParameters(id, 'header').map(
    ({ name }) => [name, headerValues[name] ?? fc.constant(undefined)] as const,
  )
  const pathValue = valuesOf(declaredParameters(id, 'path')[0]?.declared ?? { const: '' })
  const idValues = path.includes('/{id}')
    ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: pathValue })
    : pathValue
  return fc
    .record({
      value: idValues,
      query: fc.record(model, {
        requiredKeys: query.filter(({ required }) => required).map(({ name }) => name),
      }),
      headers: fc.record(Object.fromEntries(headers)),
      body: schema === undefined ? fc.constant(undefined) : valuesOf(schema),
      fault: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat() }),
      caller: callers,
    })
    .map(({ value, body: generated, fault, ...parts }): ContractRequest => {
      const body =
        method === 'PUT' && path.endsWith('/{id}') ? withIdOfPath(nodeOf(generated), value) : generated
      const faults = fault === null || body === undefined ? [] : [...corruptionsOf(schema, body)]
      const chosen = fault === null ? undefined : faults[fault % faults.length]
      const text = body === undefined ? undefined : JSON.stringify(body)
      return {
        kind: 'contract',
        id,
        method,
        path: path.replace(/\{[^}]+\}/, () => encodeURIComponent(String(value))),
        query: Object.entries(inOrder(parts.query)).flatMap(([name, values]) =>
          [values ?? []].flat().map((text) => [name, text] as const),
        ),
        headers: Object.fromEntries(
          Object.entries(parts.headers).flatMap(([name, text]) =>
            text === undefined ? [] : [[name, text] as const],
          ),
        ),
        body: chosen ? withText(body, chosen.place, chosen.text) : text,
        fault: chosen && { pointer: chosen.pointer, code: chosen.code },
        caller: parts.caller,
      }
    })
}
