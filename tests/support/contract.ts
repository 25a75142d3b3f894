import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { formats } from '../../src/http/formats.ts'

/** A mapping of the contract as it stands in openapi.yaml. */
export type Node = Readonly<Record<string, unknown>>

/**
 * The contract as its readers have it, read from openapi.yaml itself and judged by ajv: nothing of the generator, of its
 * tables or of TypeBox is in between, so that a fault there shows.
 */
export const document: Node = nodeOf(
  parse(await Bun.file(new URL('../../openapi.yaml', import.meta.url)).text()),
)

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** One operation of the contract. */
export interface DeclaredOperation {
  readonly id: string
  /** In lower case. */
  readonly method: string
  /** As the contract spells it. */
  readonly path: string
  readonly node: Node
}

/** Every operation, in the order of the contract. */
export const declaredOperations: readonly DeclaredOperation[] = Object.entries(
  nodeOf(document.paths),
).flatMap(([path, item]) =>
  methods.flatMap((method) => {
    const node = nodeOf(item)[method]
    return node === undefined
      ? []
      : [{ id: String(nodeOf(node).operationId), method, path, node: nodeOf(node) }]
  }),
)

/** A mapping; an empty one for what isn't there. Anything else is not a contract that we know. */
export function nodeOf(value: unknown): Node {
  if (value === undefined) return {}
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${JSON.stringify(value)} is no mapping`)
  }
  return Object.fromEntries(Object.entries(value))
}

/** What a mapping says, or what it refers to. */
export function resolved(value: unknown): Node {
  const node = nodeOf(value)
  if (typeof node.$ref !== 'string') return node
  const steps = node.$ref.replace(/^#\//, '').split('/')
  return resolved(steps.reduce<unknown>((at, step) => nodeOf(at)[step.replaceAll('~1', '/')], document))
}

const patterns = new Map(
  Object.keys(nodeOf(document.paths)).map((path) => [
    path,
    new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  ]),
)

/** The operations of the path that a request's path matches; none: the contract doesn't know it. */
export function operationsAt(path: string): readonly DeclaredOperation[] {
  const exact = declaredOperations.filter((operation) => operation.path === path)
  if (exact.length > 0) return exact
  return declaredOperations.filter((operation) => patterns.get(operation.path)?.test(path))
}

const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true, logger: false })
for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, { type: 'string', validate })
ajv.addSchema({ ...document }, 'contract')

const validators = new Map<string, ValidateFunction>()

/** Why a value isn't of a schema of the contract; `undefined` if it is. */
export function mismatch(schema: unknown, value: unknown): string | undefined {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/')
  const known = validators.get(text)
  const validate = known ?? ajv.compile(JSON.parse(text))
  if (!known) validators.set(text, validate)
  if (validate(value)) return undefined
  return ajv.errorsText(validate.errors, { dataVar: '' })
}

/** A schema of `components`, by reference. */
export function schemaNamed(name: string): Node {
  return { $ref: `#/components/schemas/${name}` }
}
