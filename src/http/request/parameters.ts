import type { Parameter } from '../operation.ts'
import { explain } from '../validation/explain.ts'
import type { FieldProblems, RequestPart } from '../validation/field-problems.ts'
import { checkOf } from '../validation/schema-check.ts'
import { coerce, coercionMessages } from './coerce.ts'
import { isStorable, unsafeMessage, unstorableMessage } from './json.ts'
import { decodeForm, type QueryPair } from './query.ts'

/** The values of parameters, by name. */
export type Values = Record<string, unknown>

/** Converts a parameter's text to its value, or adds a field problem. */
export class ParameterReader {
  readonly parameter: Parameter
  readonly #part: RequestPart

  constructor(parameter: Parameter, part: RequestPart) {
    this.parameter = parameter
    this.#part = part
  }

  /** The value of the parameter's text, or of the text of each item in a list. */
  read(texts: string | readonly string[], problems: FieldProblems): unknown {
    const { name, schema } = this.parameter
    const value =
      typeof texts === 'string'
        ? this.#convert(texts, problems)
        : texts.map((text) => this.#convert(text, problems))
    if (problems.has(this.#part, name)) return value
    const check = checkOf(schema)
    if (check.Check(value)) return value
    explain(check, value, problems, this.#part, name)
    return undefined
  }

  #convert(text: string, problems: FieldProblems): unknown {
    const { name, coerce: coercion } = this.parameter
    const value = coerce(text, coercion)
    if (value === undefined) {
      problems.add(this.#part, name, 'type', coercionMessages[coercion])
    } else if (typeof value === 'string' && !isStorable(value)) {
      problems.add(this.#part, name, 'unstorable_text', unstorableMessage)
    } else if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
      problems.add(this.#part, name, 'unsafe_integer', unsafeMessage)
    }
    return value
  }
}

/** Parameter names that are safe and short enough to include in a response. */
const plainName = /^[\w.[\]$-]{1,64}$/

/**
 * Parses a query by its declared parameters: unknown and repeated ones are field problems; defaults are filled in.
 */
export function queryReader(
  parameters: readonly Parameter[],
): (pairs: readonly QueryPair[], problems: FieldProblems) => Values {
  const readers = new Map(
    parameters.map((parameter) => [parameter.name, new ParameterReader(parameter, 'parameter')]),
  )
  return (pairs, problems) => {
    const texts = new Map<string, string | string[]>()
    for (const [name, encoded] of pairs) {
      const list = readers.get(name)?.parameter.list
      const previous = texts.get(name)
      if (!readers.has(name)) {
        const reportedName = plainName.test(name) ? name : '(not a name)'
        problems.add('parameter', reportedName, 'unknown_parameter', 'Is not a parameter of this operation.')
        decodeForm(encoded)
      } else if (Array.isArray(previous) && list === 'repeat') {
        previous.push(decodeForm(encoded))
      } else if (previous !== undefined) {
        problems.add('parameter', name, 'repeated_parameter', 'Must occur only once.')
      } else if (list === 'comma') {
        texts.set(name, encoded.split(',').map(decodeForm))
      } else {
        texts.set(name, list === 'repeat' ? [decodeForm(encoded)] : decodeForm(encoded))
      }
    }
    const values: Values = {}
    for (const [name, reader] of readers) {
      const text = texts.get(name)
      if (text !== undefined) values[name] = reader.read(text, problems)
      else if (reader.parameter.schema.default !== undefined) values[name] = reader.parameter.schema.default
      else if (reader.parameter.required) problems.add('parameter', name, 'required', 'Is required.')
    }
    return values
  }
}

/** Headers that the binder handles itself; handlers don't see them. */
const binderHeaders = new Set(['if-match', 'if-none-match', 'idempotency-key', 'x-request-id'])

/**
 * Parses the declared headers that handlers see, under their lowercase names; `undefined` if there are none.
 */
export function headerReader(
  parameters: readonly Parameter[],
): ((headers: Headers, problems: FieldProblems) => Values) | undefined {
  const readers = parameters
    .filter((parameter) => !binderHeaders.has(parameter.name.toLowerCase()))
    .map((parameter) => new ParameterReader(parameter, 'header'))
  if (readers.length === 0) return undefined
  return (headers, problems) => {
    const values: Values = {}
    for (const reader of readers) {
      const { name, required, list, schema } = reader.parameter
      const text = headers.get(name)
      if (text !== null) {
        const texts = list === undefined ? text : text.split(',').map((item) => item.trim())
        values[name.toLowerCase()] = reader.read(texts, problems)
      } else if (schema.default !== undefined) values[name.toLowerCase()] = schema.default
      else if (required) problems.add('header', name, 'required', 'Is required.')
    }
    return values
  }
}

/** Checks the declared headers that the binder handles, if they are present. */
export function binderHeaderCheck(
  parameters: readonly Parameter[],
): (headers: Headers, problems: FieldProblems) => void {
  const readers = parameters
    .filter((parameter) => binderHeaders.has(parameter.name.toLowerCase()))
    .map((parameter) => new ParameterReader(parameter, 'header'))
  return (headers, problems) => {
    for (const reader of readers) {
      const text = headers.get(reader.parameter.name)
      if (text !== null) reader.read(text, problems)
    }
  }
}
