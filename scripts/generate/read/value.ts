import { formats, isFormatName } from '#http/validation/formats.ts'
import type { Cursor } from '../contract.ts'
import type { Bounds, NumberFormat, Schema } from '../schema.ts'

/** A count such as `minLength`: a non-negative integer. */
export function readCount(cursor: Cursor): number | undefined {
  const count = cursor.number()
  if (count !== undefined && !(Number.isSafeInteger(count) && count >= 0))
    cursor.report('must be a non-negative integer')
  return count
}

/** A minimum and a maximum count, each optional; rejected if contradictory. */
export function readCounts<Min extends string, Max extends string>(
  cursor: Cursor,
  min: Min,
  max: Max,
): { readonly [K in Min | Max]?: number } {
  const minCount = readCount(cursor.at(min))
  const maxCount = readCount(cursor.at(max))
  if (minCount !== undefined && maxCount !== undefined && minCount > maxCount)
    cursor.at(min).report(`is more than ${max}`)
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
export function readString(cursor: Cursor): Schema {
  if (cursor.at('contentMediaType').isPresent) {
    // Without the maximum length, which the handler checks: a file that is too long gets 413, not 422.
    cursor.rejectOtherKeys(
      ['type', 'contentMediaType', 'minLength', 'maxLength', 'title', 'description'],
      'a file',
    )
    const { minLength } = readCounts(cursor, 'minLength', 'maxLength')
    return { kind: 'file', ...(minLength !== undefined && { minLength }), path: cursor.path }
  }
  const pattern = cursor.at('pattern')
  const format = cursor.at('format')
  if (pattern.isPresent) checkPattern(pattern)
  const name = format.isPresent ? format.text() : ''
  if (format.isPresent && !isFormatName(name)) {
    format.report(
      `unknown format; the formats are ${Object.keys(formats).join(', ')} (src/http/validation/formats.ts)`,
    )
  }
  return {
    kind: 'string',
    ...readCounts(cursor, 'minLength', 'maxLength'),
    ...(pattern.isPresent && { pattern: pattern.text() }),
    ...(isFormatName(name) && { format: name }),
    secret: cursor.at('x-secret').flag(false),
    path: cursor.path,
  }
}

function checkPattern(cursor: Cursor): void {
  try {
    new RegExp(cursor.text(), 'u')
  } catch (error) {
    cursor.report(error instanceof Error ? error.message : 'must be a regular expression')
  }
}

const numberFormats = { number: ['double'], integer: ['int32', 'int64'] } as const

function readNumberFormat(cursor: Cursor, kind: 'number' | 'integer'): NumberFormat | undefined {
  if (!cursor.isPresent) return undefined
  const format = numberFormats[kind].find((name) => name === cursor.value)
  if (!format) cursor.report(`must be ${numberFormats[kind].join(' or ')}`)
  return format
}

/** https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2 */
export function readNumber(cursor: Cursor, kind: 'number' | 'integer'): Schema {
  const bounds: Bounds = Object.fromEntries(
    (['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'] as const).flatMap(
      (name) => {
        const bound = cursor.at(name).number()
        return bound === undefined ? [] : [[name, bound]]
      },
    ),
  )
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, multipleOf } = bounds
  if (minimum > maximum) cursor.at('minimum').report('is more than maximum')
  // 0.1 is not a binary fraction: whether 0.3 is a multiple of it would depend on how the quotient is
  // rounded.
  if (multipleOf !== undefined && !(multipleOf > 0 && Number.isSafeInteger(multipleOf * 1024))) {
    cursor
      .at('multipleOf')
      .report('must be a whole number of 1024ths, such as 1, 0.5 or 0.25, to be checked exactly')
  }
  const format = readNumberFormat(cursor.at('format'), kind)
  return { kind, bounds, ...(format && { format }), path: cursor.path }
}
