import type { Json } from '../json.ts'
import type { Case, Property, Schema } from '../schema.ts'
import type { Schemas } from '../walk.ts'
import { closedObjectSource } from './closed.ts'
import { constSource } from './const.ts'
import type { Imports } from './imports.ts'
import { call, list, literal, quote, record } from './source.ts'

/** The context in which a schema is emitted. */
export interface Scope {
  readonly schemas: Schemas
  readonly imports: Imports
  /** The source for a reference to a named schema. */
  readonly reference: (name: string) => string
}

type Of<Kind extends Schema['kind']> = Extract<Schema, { kind: Kind }>
type Numeric = Extract<Schema, { bounds: unknown }>
type Options = Readonly<Record<string, string | undefined>>

/** The source of a TypeBox schema that accepts exactly the JSON values that the contract's schema does. */
export function schemaSource(schema: Schema, scope: Scope): string {
  const { imports } = scope
  switch (schema.kind) {
    case 'any':
      return imports.type('Unknown', [], optionsOf(schema))
    case 'boolean':
      return imports.type('Boolean', [], optionsOf(schema))
    case 'null':
      return imports.type('Null', [], optionsOf(schema))
    case 'file':
      return fileSource(schema, scope)
    case 'number':
      return imports.type('Number', [], optionsOf(schema, { ...schema.bounds }))
    case 'integer':
      return imports.type('Integer', [], optionsOf(schema, integerBounds(schema)))
    case 'const':
      return constSource(schema.value, imports, optionsOf(schema))
    case 'enum':
      return union(
        schema.values.map((value) => constSource(value, imports)),
        scope,
        optionsOf(schema),
      )
    case 'types':
      return union(
        schema.alternatives.map((inner) => schemaSource(inner, scope)),
        scope,
        optionsOf(schema),
      )
    case 'ref':
      return referenceSource(schema, scope)
    case 'string':
      return stringSource(schema, scope)
    case 'array':
      return arraySource(schema, scope)
    case 'object':
      return objectSource(schema, scope)
    case 'oneOf':
      return oneOfSource(schema, scope)
    case 'allOf':
      return allOfSource(schema, scope)
  }
}

/** The source of each option: the schema's default, and these keywords. */
function optionsOf(schema: Schema, keywords: Readonly<Record<string, Json | undefined>> = {}): Options {
  return Object.fromEntries(
    Object.entries({ ...keywords, default: schema.default }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, literal(value)]],
    ),
  )
}

function union(members: readonly string[], { imports }: Scope, options: Options): string {
  return imports.type('Union', [list(members)], options)
}

function referenceSource(schema: Of<'ref'>, scope: Scope): string {
  const source = scope.reference(schema.name)
  if (schema.default === undefined) return source
  return call(scope.imports.use('CloneType'), [source, record(optionsOf(schema))])
}

function stringSource(schema: Of<'string'>, { imports }: Scope): string {
  const { minLength, maxLength, pattern, requirement, format } = schema
  if (minLength === undefined && maxLength === undefined && pattern === undefined) {
    return imports.type('String', [], optionsOf(schema, { format }))
  }
  return call(imports.use('text'), [
    record(optionsOf(schema, { minLength, maxLength, pattern, requirement, format })),
  ])
}

function fileSource({ minLength }: Of<'file'>, { imports }: Scope): string {
  return call(imports.use('file'), minLength === undefined ? [] : [record({ minLength: literal(minLength) })])
}

const int32 = { minimum: -2147483648, maximum: 2147483647 }

/** The declared bounds, or those of `int32`. */
function integerBounds({ bounds, format }: Numeric): Readonly<Record<string, number>> {
  if (format !== 'int32') return { ...bounds }
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = bounds
  return {
    ...((minimum ?? exclusiveMinimum) === undefined && { minimum: int32.minimum }),
    ...((maximum ?? exclusiveMaximum) === undefined && { maximum: int32.maximum }),
    ...bounds,
  }
}

function arraySource(schema: Of<'array'>, scope: Scope): string {
  const { imports } = scope
  const { minItems, maxItems } = schema
  const item = schemaSource(schema.items, scope)
  if (!schema.uniqueItems) return imports.type('Array', [item], optionsOf(schema, { minItems, maxItems }))
  const { default: _, ...withoutDefault } = schema
  const array = imports.type('Array', [item], optionsOf(withoutDefault, { minItems, maxItems }))
  return imports.type('Intersect', [list([array, imports.use('distinct')])], optionsOf(schema))
}

function objectSource(schema: Of<'object'>, scope: Scope): string {
  const { imports } = scope
  const { minProperties, maxProperties, additional } = schema
  const options = optionsOf(schema, { minProperties, maxProperties })
  if (schema.properties.length === 0 && additional !== false && additional !== undefined) {
    // Applies to every name: the pattern also matches line breaks, unlike TypeBox's own.
    const name = imports.type('String', [], { pattern: literal('^[^]*$') })
    const value = additional === true ? imports.type('Unknown', []) : schemaSource(additional, scope)
    return imports.type('Record', [name, value], options)
  }
  const properties = propertiesSource(schema.properties, scope)
  if (additional === false)
    return ruledSource(closedObjectSource(properties, imports, options), schema, scope)
  if (additional === undefined) return imports.type('Object', [properties], options)
  return call(imports.use('openObject'), withOptions([properties], options))
}

function ruledSource(object: string, { rules, cases }: Of<'object'>, scope: Scope): string {
  const { imports } = scope
  if (cases) {
    const sources = cases.cases.map((branch) => caseSource(cases.member, branch, scope))
    return call(imports.use('withCases'), [object, list(sources)])
  }
  if (rules.length === 0) return object
  const sources = rules.map(({ rule, names }) => record({ rule: quote(rule), names: list(names.map(quote)) }))
  return call(imports.use('withRules'), [object, list(sources)])
}

function caseSource(member: string, { values, properties }: Case, scope: Scope): string {
  const { imports } = scope
  const literals = values.map((value) => constSource(value, imports))
  const narrowed = properties.map(({ name, schema }) => [name, schemaSource(schema, scope)])
  return imports.type('Object', [
    record({ [member]: union(literals, scope, {}), ...Object.fromEntries(narrowed) }),
  ])
}

function propertiesSource(properties: readonly Property[], scope: Scope): string {
  return record(
    Object.fromEntries(
      properties.map(({ name, required, schema }) => {
        const source = schemaSource(schema, scope)
        return [name, required ? source : scope.imports.type('Optional', [source])]
      }),
    ),
  )
}

function oneOfSource(schema: Of<'oneOf'>, scope: Scope): string {
  const branches = schema.branches.map(({ name }) => scope.reference(name))
  const discriminator = literal({ propertyName: schema.discriminator })
  return union(branches, scope, { discriminator, ...optionsOf(schema) })
}

function allOfSource(schema: Of<'allOf'>, scope: Scope): string {
  const options = { ...(schema.closed && { additionalProperties: 'false' }), ...optionsOf(schema) }
  return call(scope.imports.use('allOf'), withOptions([list(objectsOf(schema, scope))], options))
}

/** The objects of an `allOf`, including those of a nested `allOf`. */
function objectsOf(schema: Of<'allOf'>, scope: Scope): string[] {
  return schema.members.flatMap((member) => {
    const resolved = scope.schemas.resolve(member)
    return resolved?.kind === 'allOf' ? objectsOf(resolved, scope) : [schemaSource(member, scope)]
  })
}

function withOptions(args: readonly string[], options: Options): string[] {
  return Object.keys(options).length === 0 ? [...args] : [...args, record(options)]
}
