import { formats, isFormatName } from '#http/validation/formats.ts'
import type { ContractNode } from '../contract.ts'
import type { Bounds, NumberFormat, Schema } from '../schema.ts'

/** A count such as `minLength`: a non-negative integer, or undefined if it is absent. */
export function readCount(node: ContractNode): number | undefined {
  const count = node.number()
  if (count !== undefined && !(Number.isSafeInteger(count) && count >= 0))
    node.report('must be a non-negative integer')
  return count
}

/** A minimum and a maximum count, each optional; rejected if contradictory. */
export function readCounts<Min extends string, Max extends string>(
  node: ContractNode,
  min: Min,
  max: Max,
): { readonly [K in Min | Max]?: number } {
  const minCount = readCount(node.at(min))
  const maxCount = readCount(node.at(max))
  if (minCount !== undefined && maxCount !== undefined && minCount > maxCount)
    node.at(min).report(`is more than ${max}`)
  // A computed key widens the type to any name.
  return {
    ...(minCount === undefined ? {} : { [min]: minCount }),
    ...(maxCount === undefined ? {} : { [max]: maxCount }),
  } as { readonly [K in Min | Max]?: number }
}

/**
 * https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3 and #section-7; with
 * `contentMediaType` and no encoding, a file (https://spec.openapis.org/oas/v3.1.1#working-with-binary-data).
 */
export function readString(node: ContractNode): Schema {
  if (node.at('contentMediaType').isPresent) {
    // Without the maximum length, which the handler checks: a file that is too long gets 413, not 422.
    node.rejectOtherKeys(
      ['type', 'contentMediaType', 'minLength', 'maxLength', 'title', 'description'],
      'a file',
    )
    const { minLength } = readCounts(node, 'minLength', 'maxLength')
    return { kind: 'file', ...(minLength !== undefined && { minLength }), path: node.path }
  }
  const pattern = node.at('pattern')
  const requirement = node.at('x-requirement')
  const format = node.at('format')
  if (pattern.isPresent) checkPattern(pattern)
  if (requirement.isPresent && !pattern.isPresent) requirement.report('needs a pattern')
  const name = format.isPresent ? format.text() : ''
  if (format.isPresent && !isFormatName(name)) {
    format.report(
      `unknown format; the formats are ${Object.keys(formats).join(', ')} (src/http/validation/formats.ts)`,
    )
  }
  return {
    kind: 'string',
    ...readCounts(node, 'minLength', 'maxLength'),
    ...(pattern.isPresent && { pattern: pattern.text() }),
    ...(requirement.isPresent && { requirement: requirement.text() }),
    ...(isFormatName(name) && { format: name }),
    secret: node.at('x-secret').flag(false),
    path: node.path,
  }
}

function checkPattern(node: ContractNode): void {
  try {
    new RegExp(node.text(), 'u')
  } catch (error) {
    node.report(error instanceof Error ? error.message : 'must be a regular expression')
  }
}

const numberFormats = { number: ['double'], integer: ['int32', 'int64'] } as const

function readNumberFormat(node: ContractNode, kind: 'number' | 'integer'): NumberFormat | undefined {
  if (!node.isPresent) return undefined
  const format = numberFormats[kind].find((name) => name === node.value)
  if (!format) node.report(`must be ${numberFormats[kind].join(' or ')}`)
  return format
}

/** https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2 */
export function readNumber(node: ContractNode, kind: 'number' | 'integer'): Schema {
  const bounds: Bounds = Object.fromEntries(
    (['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const).flatMap(
      (name) => {
        const bound = node.at(name).number()
        return bound === undefined ? [] : [[name, bound]]
      },
    ),
  )
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, multipleOf } = bounds
  if (minimum > maximum) node.at('minimum').report('is more than maximum')
  // 0.1 is not a binary fraction: whether 0.3 is a multiple of it would depend on how the quotient is
  // rounded.
  if (multipleOf !== undefined && !(multipleOf > 0 && Number.isSafeInteger(multipleOf * 1024))) {
    node
      .at('multipleOf')
      .report('must be a whole number of 1024ths, such as 1, 0.5 or 0.25, to be checked exactly')
  }
  const format = readNumberFormat(node.at('format'), kind)
  return { kind, bounds, ...(format && { format }), path: node.path }
}
