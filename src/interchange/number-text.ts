/** The character that a file writes before decimals. */
export type DecimalMark = '.' | ','

/** The longest text that is read as a number, in characters; even floating-point errors are shorter. */
const maxLength = 40

const wholeForm = /^[+-]?\d+$/
const decimalForm = /^[+-]?(?:\d+[.,]\d*|[.,]\d+|\d+)(?:e[+-]?\d+)?$/i
/** `1,000`, `1.000.000`, `1 000,5`, `1'000` */
const groupedForm = /^[+-]?\d{1,3}([.,\s'’])\d{3}(?:\1\d{3})*(?:([.,])\d+)?$/

/** A number in a cell, or why it isn't one. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'none' }

function plainOf(text: string): string {
  return text
    .replace('−', '-')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
}

/**
 * Reads a number with decimals after a point or a comma, and thousands separated by a point, comma, space or
 * apostrophe. `1,000` is a thousand or one: the file's decimal mark decides, else the maximum; if neither
 * does, it is ambiguous.
 */
export function readNumber(
  text: string,
  { maximum, mark }: { readonly maximum: number; readonly mark: DecimalMark | undefined },
): NumberReading {
  if (text.length > maxLength) return { kind: 'none' }
  const plain = plainOf(text)
  if (wholeForm.test(plain)) return numberOf(plain)
  const [, separator, fraction] = groupedForm.exec(plain) ?? []
  if (separator === undefined || fraction === separator)
    return decimalForm.test(plain) ? numberOf(plain.replace(',', '.')) : { kind: 'none' }
  const grouped = numberOf(plain.replaceAll(separator, '').replace(',', '.'))
  if (fraction !== undefined || plain.split(separator).length > 2) return grouped
  if (separator !== '.' && separator !== ',') return grouped
  const decimal = numberOf(plain.replace(',', '.'))
  if (mark === separator || /^[+-]?0/.test(plain)) return decimal
  if (mark !== undefined) return grouped
  if (grouped.kind === 'number' && Math.abs(grouped.value) > maximum) return decimal
  return { kind: 'ambiguous' }
}

function numberOf(plain: string): NumberReading {
  return { kind: 'number', value: Number(plain) }
}

/** The decimal mark that a number proves for its file, if any: three digits may be thousands. */
export function decimalMarkIn(text: string): DecimalMark | undefined {
  if (text.length > maxLength) return undefined
  const plain = plainOf(text)
  if (wholeForm.test(plain)) return undefined
  const [, separator, fraction] = groupedForm.exec(plain) ?? []
  if (fraction === '.' || fraction === ',') return fraction === separator ? undefined : fraction
  if (separator !== undefined) {
    const repeated = plain.split(separator).length > 2
    if (!repeated && (separator === '.' || separator === ',') && /^[+-]?0/.test(plain)) return separator
    if (repeated && separator === ',') return '.'
    if (repeated && separator === '.') return ','
    return undefined
  }
  if (!decimalForm.test(plain)) return undefined
  return plain.includes(',') ? ',' : plain.includes('.') ? '.' : undefined
}
