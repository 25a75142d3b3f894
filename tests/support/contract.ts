import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { formats } from '#http/validation/formats.ts'

/** A mapping in openapi.yaml. */
export type Node = Readonly<Record<string, unknown>>

/**
 * The contract as clients see it: read directly from openapi.yaml and checked by ajv. The generator, its tables and
 * TypeBox are not involved, so that tests detect their bugs.
 */
export const document: Node = nodeOf(
  Bun.YAML.parse(await Bun.file(new URL('../../openapi.yaml', import.meta.url)).text()),
)

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** One operation of the contract. */
export interface DeclaredOperation {
  readonly id: string
  /** In lower case. */
  readonly method: string
  /** As written in the contract, with parameters in braces. */
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

/** A mapping, or an empty one if it is missing. Throws for anything else. */
export function nodeOf(value: unknown): Node {
  if (value === undefined) return {}
  if (!isNode(value)) throw new Error(`${JSON.stringify(value)} is not a mapping`)
  return value
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Resolves a reference, if the mapping is one. */
export function resolved(value: unknown): Node {
  const node = nodeOf(value)
  if (typeof node.$ref !== 'string') return node
  const steps = node.$ref.replace(/^#\//, '').split('/')
  return resolved(
    steps.reduce<unknown>((current, step) => nodeOf(current)[step.replaceAll('~1', '/')], document),
  )
}

const patterns = new Map(
  Object.keys(nodeOf(document.paths)).map((path) => [
    path,
    new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  ]),
)

/** The operations whose path matches a request's path; none if the contract doesn't have that path. */
export function operationsAt(path: string): readonly DeclaredOperation[] {
  const exact = declaredOperations.filter((operation) => operation.path === path)
  if (exact.length > 0) return exact
  return declaredOperations.filter((operation) => patterns.get(operation.path)?.test(path))
}

const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true, logger: false })
for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, { type: 'string', validate })
ajv.addSchema({ ...document }, 'contract')

const validators = new Map<string, ValidateFunction>()
const validatorOfSchema = new WeakMap<object, ValidateFunction>()

function validatorOf(schema: unknown): ValidateFunction {
  const cached = isNode(schema) ? validatorOfSchema.get(schema) : undefined
  if (cached) return cached
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/')
  const validate = validators.get(text) ?? ajv.compile(JSON.parse(text))
  validators.set(text, validate)
  if (isNode(schema)) validatorOfSchema.set(schema, validate)
  return validate
}

/** Why a value doesn't match a schema of the contract; `undefined` if it does. */
export function mismatch(schema: unknown, value: unknown): string | undefined {
  const validate = validatorOf(schema)
  if (validate(value)) return undefined
  return ajv.errorsText(validate.errors, { dataVar: '' })
}

/** A schema of `components`, by reference. */
export function schemaNamed(name: string): Node {
  return { $ref: `#/components/schemas/${name}` }
}
