import type { ContractNode } from '../contract.ts'
import type { Content } from '../model.ts'
import { readSchema } from './schema.ts'

/** https://spec.openapis.org/oas/v3.1.1#media-type-object, by media type. */
export function readContent(node: ContractNode): Content {
  return node.members().map((media) => {
    if (media.key !== media.key.toLowerCase() || media.key.includes(';')) {
      media.report('must be a media type in lowercase, without parameters')
    }
    media.rejectOtherKeys(['schema', 'example', 'examples'], 'a media type')
    const schema = media.at('schema')
    recordExamples(media, schema)
    return { mediaType: media.key, schema: readSchema(schema) }
  })
}

/**
 * Records `example` and `examples` (https://spec.openapis.org/oas/v3.1.1#example-object), to check them
 * against the schema.
 */
export function recordExamples(node: ContractNode, schema: ContractNode): void {
  const { samples } = node.contract
  const example = node.at('example')
  if (example.isPresent) samples.push({ value: example, schema: schema.path })
  for (const member of node.at('examples').members()) {
    const resolved = member.follow('examples')
    resolved.rejectOtherKeys(['summary', 'description', 'value'], 'an example')
    samples.push({ value: resolved.at('value'), schema: schema.path })
  }
}
