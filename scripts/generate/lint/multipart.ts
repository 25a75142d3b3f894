import type { Contract } from '../contract.ts'
import type { Model, Operation } from '../model.ts'
import type { Schema } from '../schema.ts'
import { type Schemas, schemasWithin } from '../walk.ts'

const flat = new Set<Schema['kind']>(['file', 'string', 'enum', 'const'])

/** A form must be a flat object of strings and files, and files may occur nowhere else. */
export function lintMultipart(contract: Contract, operations: readonly Operation[], schemas: Schemas): void {
  const forms = new Set<Schema>()
  for (const { requestBody } of operations) {
    for (const { mediaType, schema } of requestBody?.content ?? []) {
      if (mediaType !== 'multipart/form-data') continue
      const form = schemas.resolve(schema)
      if (form?.kind !== 'object') {
        contract.report(schema.path, 'a form must be an object')
        continue
      }
      forms.add(form)
      for (const property of form.properties) {
        const part = schemas.resolve(property.schema)
        if (part && !flat.has(part.kind))
          contract.report(property.schema.path, 'a part of a form must be a string or a file')
      }
    }
  }
  for (const schema of allSchemas(operations, schemas)) {
    if (forms.has(schema)) continue
    const inner = schema.kind === 'object' ? schema.properties.map((property) => property.schema) : [schema]
    for (const part of inner) {
      if (part.kind === 'file') contract.report(part.path, 'a file is only allowed in multipart/form-data')
    }
  }
}

function* allSchemas(operations: Model['operations'], schemas: Schemas): Generator<Schema> {
  for (const { schema } of schemas.all) yield* objectsAndRoot(schema)
  for (const { requestBody, responses } of operations) {
    for (const { schema } of requestBody?.content ?? []) yield* objectsAndRoot(schema)
    for (const { content } of responses) for (const { schema } of content) yield* objectsAndRoot(schema)
  }
}

function* objectsAndRoot(root: Schema): Generator<Schema> {
  yield root
  for (const schema of schemasWithin(root)) if (schema !== root && schema.kind === 'object') yield schema
}
