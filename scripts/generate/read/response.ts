import type { Cursor } from '../contract.ts'
import type { Header, Response } from '../model.ts'
import { coercionOf } from './coercion.ts'
import { noteExamples, readContent } from './content.ts'
import { readSchema } from './schema.ts'

/** https://spec.openapis.org/oas/v3.1.1#response-object */
export function readResponse(cursor: Cursor, status: number): Response {
  const found = cursor.follow('responses')
  found.onlyKeys(['description', 'headers', 'content'], 'a response')
  found.at('description').text()
  return {
    status,
    content: readContent(found.at('content')),
    headers: found.at('headers').members().map(readHeader),
    path: found.path,
  }
}

/**
 * https://spec.openapis.org/oas/v3.1.1#header-object. Its text is checked directly, so its schema must be
 * a string.
 */
export function readHeader(cursor: Cursor): Header {
  const found = cursor.follow('headers')
  found.onlyKeys(['description', 'required', 'schema', 'example', 'examples'], 'a header')
  const schema = found.at('schema')
  noteExamples(found, schema)
  if (coercionOf(schema.follow('schemas')) !== 'string')
    schema.report('the value of a header must be a string')
  return {
    name: cursor.key,
    required: found.at('required').flag(false),
    schema: readSchema(schema),
    path: found.path,
  }
}
