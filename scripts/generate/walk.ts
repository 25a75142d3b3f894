import type { NamedSchema, Schema } from './schema.ts'

/** The schemas directly inside a schema. */
export function childSchemas(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [schema.items]
    case 'object': {
      const additional = typeof schema.additional === 'object' ? [schema.additional] : []
      const cases = schema.cases?.cases.flatMap(({ properties }) => properties) ?? []
      return [...[...schema.properties, ...cases].map((property) => property.schema), ...additional]
    }
    case 'types':
      return schema.alternatives
    case 'allOf':
      return schema.members
    default:
      return []
  }
}

/** A schema and all schemas inside it, without following references. */
export function* schemasWithin(schema: Schema): Generator<Schema> {
  yield schema
  for (const child of childSchemas(schema)) yield* schemasWithin(child)
}

/** The names that a schema, or any schema inside it, refers to. */
export function referencesOf(schema: Schema): string[] {
  return [...schemasWithin(schema)].flatMap((inner) => {
    if (inner.kind === 'ref') return [inner.name]
    return inner.kind === 'oneOf' ? inner.branches.map((branch) => branch.name) : []
  })
}

/** The schemas of the contract by name. */
export class Schemas {
  readonly #named: ReadonlyMap<string, NamedSchema>

  constructor(schemas: readonly NamedSchema[]) {
    this.#named = new Map(schemas.map((schema) => [schema.name, schema]))
  }

  get(name: string): NamedSchema | undefined {
    return this.#named.get(name)
  }

  get all(): readonly NamedSchema[] {
    return [...this.#named.values()]
  }

  /** A schema and all schemas inside it, following references, each once. */
  *reachable(schema: Schema, seen = new Set<string>()): Generator<Schema> {
    yield* schemasWithin(schema)
    for (const name of referencesOf(schema)) {
      const target = this.get(name)
      if (!target || seen.has(name)) continue
      seen.add(name)
      yield* this.reachable(target.schema, seen)
    }
  }

  /** The final target of references; undefined if there is none, which is reported elsewhere. */
  resolve(schema: Schema): Schema | undefined {
    const seen = new Set<string>()
    let current: Schema | undefined = schema
    while (current?.kind === 'ref' && !seen.has(current.name)) {
      seen.add(current.name)
      current = this.get(current.name)?.schema
    }
    return current?.kind === 'ref' ? undefined : current
  }
}
