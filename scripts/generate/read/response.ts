import type { ContractNode } from '../contract.ts'
import type { Header, Response } from '../model.ts'
import { coercionOf } from './coercion.ts'
import { readContent, recordExamples } from './content.ts'
import { readSchema } from './schema.ts'

/** https://spec.openapis.org/oas/v3.1.1#response-object */
export function readResponse(node: ContractNode, status: number): Response {
  const response = node.follow('responses')
  response.rejectOtherKeys(['description', 'headers', 'content'], 'a response')
  response.at('description').text()
  return {
    status,
    content: readContent(response.at('content')),
    headers: response.at('headers').members().map(readHeader),
    path: response.path,
  }
}

/**
 * https://spec.openapis.org/oas/v3.1.1#header-object. Its text is checked directly, so its schema must be
 * a string.
 */
export function readHeader(node: ContractNode): Header {
  const header = node.follow('headers')
  header.rejectOtherKeys(['description', 'required', 'schema', 'example', 'examples'], 'a header')
  const schema = header.at('schema')
  recordExamples(header, schema)
  if (coercionOf(schema.follow('schemas')) !== 'string')
    schema.report('the value of a header must be a string')
  return {
    name: node.key,
    required: header.at('required').flag(false),
    schema: readSchema(schema),
    path: header.path,
  }
}
