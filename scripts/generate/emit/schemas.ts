import type { Model, SchemaGroup } from '../model.ts'
import type { NamedSchema } from '../schema.ts'
import type { Schemas } from '../walk.ts'
import { Imports } from './imports.ts'
import { type Scope, schemaSource } from './schema.ts'
import { comment, quote, record } from './source.ts'

/**
 * `schemas.ts`: a TypeBox schema for each schema of `components`, and a type-level check that it
 * agrees with `types.ts`.
 */
export function emitSchemas({ groups, schemas }: Model): string {
  const imports = new Imports()
  const parts = groups.map((group) => groupSource(group, schemas, imports))
  const agreement = agreementSource(schemas.all, imports)
  // TypeBox's registry checks formats: code that uses a schema must register them first.
  const importLines = `${imports.source}import '../src/http/validation/formats.ts'\n${agreement.imports}`
  return [importLines, ...parts, agreement.source].join('\n')
}

function groupSource(group: SchemaGroup, schemas: Schemas, imports: Imports): string {
  if (group.recursive) return moduleSource(group, schemas, imports)
  const scope: Scope = { schemas, imports, reference: (name) => name }
  return group.schemas
    .map((named) => `${docOf(named)}export const ${named.name} = ${schemaSource(named.schema, scope)}\n`)
    .join('\n')
}

/** Schemas that refer to each other are put in a module, where they are referenced by name. */
function moduleSource(group: SchemaGroup, schemas: Schemas, imports: Imports): string {
  const names = group.schemas.map((named) => named.name)
  const reference = (name: string) => (names.includes(name) ? imports.type('Ref', [quote(name)]) : name)
  const scope: Scope = { schemas, imports, reference }
  const members = group.schemas.map((named) => [named.name, schemaSource(named.schema, scope)])
  const module = `cycle${names[0]}`
  return [
    `const ${module} = ${imports.type('Module', [record(Object.fromEntries(members))])}\n`,
    ...group.schemas.map(
      (named) => `${docOf(named)}export const ${named.name} = ${module}.Import(${quote(named.name)})\n`,
    ),
  ].join('\n')
}

function docOf({ description }: NamedSchema): string {
  return description === undefined ? '' : comment(description)
}

function agreementSource(
  schemas: readonly NamedSchema[],
  imports: Imports,
): { imports: string; source: string } {
  if (schemas.length === 0) return { imports: '', source: '' }
  const assertions = schemas.map(
    ({ name }) => `  Expect<Equal<${imports.use('Static')}<typeof ${name}>, Schemas['${name}']>>,\n`,
  )
  return {
    imports: [
      "import type { Equal, Expect } from '../src/http/validation/type-equality.ts'\n",
      "import type { Schemas } from './types.ts'\n",
    ].join(''),
    source: `/** Doesn't compile unless TypeBox infers the same types as openapi-typescript. */
export type Agreement = [
${assertions.join('')}]
`,
  }
}
