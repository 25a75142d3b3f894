import type { Coercion } from '#http/operation.ts'
import type { ContractNode } from '../contract.ts'
import { isObject, type Json } from '../json.ts'
import type { Parameter } from '../model.ts'
import { coercionOf } from './coercion.ts'
import { recordExamples } from './content.ts'
import { readSchema } from './schema.ts'

const parameterKeys = [
  'name',
  'in',
  'description',
  'required',
  'schema',
  'style',
  'explode',
  'example',
  'examples',
]
/** The supported style for each location. */
const styles = { path: 'simple', query: 'form', header: 'simple' } as const

/** https://spec.openapis.org/oas/v3.1.1#parameter-object */
export function readParameter(node: ContractNode): Parameter {
  const parameter = node.follow('parameters')
  parameter.rejectOtherKeys(parameterKeys, 'a parameter')
  const location = readLocation(parameter.at('in'))
  const required = parameter.at('required').flag(false)
  if (location === 'path' && !required) parameter.report('a path parameter must be required')
  const style = parameter.at('style')
  if (style.isPresent && style.value !== styles[location])
    style.report(`must be ${styles[location]} in the ${location}`)
  const schema = parameter.at('schema')
  recordExamples(parameter, schema)
  const resolved = schema.follow('schemas')
  const isList = isObject(resolved.value) && resolved.value.type === 'array'
  const explode = parameter.at('explode')
  if (isList && location !== 'query') schema.report(`a list is only allowed in the query`)
  if (explode.isPresent && !isList) explode.report('is meaningless for a single value')
  const fallback = resolved.isPresent ? defaultOf(schema) : undefined
  if (required && fallback !== undefined) schema.report('a required parameter cannot have a default')
  return {
    name: parameter.at('name').text(),
    in: location,
    required,
    coerce: readCoercion(isList ? resolved.at('items').follow('schemas') : resolved),
    ...(isList && { list: explode.flag(true) ? 'repeat' : 'comma' }),
    hasDefault: fallback !== undefined,
    schema: readSchema(schema),
    path: parameter.path,
  }
}

function readLocation(node: ContractNode): Parameter['in'] {
  const location = node.text()
  if (location === 'path' || location === 'query' || location === 'header') return location
  node.report('must be path, query or header')
  return 'query'
}

function readCoercion(schema: ContractNode): Coercion {
  const coercion = coercionOf(schema)
  if (coercion) return coercion
  schema.report(
    'a parameter must be a string, an integer, a number or a boolean, or in the query a list of these',
  )
  return 'string'
}

/**
 * The nearest default along the references: the parameter's takes precedence over that of the schema that it
 * names.
 */
function defaultOf(schema: ContractNode): Json | undefined {
  for (let node: ContractNode | undefined = schema; node; node = nextOf(node)) {
    const { value } = node.at('default')
    if (value !== undefined) return value
  }
  return undefined
}

function nextOf(node: ContractNode): ContractNode | undefined {
  return node.at('$ref').isPresent ? node.target('schemas') : undefined
}
