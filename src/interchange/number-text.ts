/** The character that a file writes before decimals. */
export type DecimalMark = '.' | ','

/** The maximum length of a number's text. Even numbers with floating-point errors are shorter. */
const maxLength = 40

const wholeForm = /^[+-]?\d+$/
const decimalForm = /^[+-]?(?:\d+[.,]\d*|[.,]\d+|\d+)(?:e[+-]?\d+)?$/i
/** `1,000`, `1.000.000`, `1 000,5`, `1'000` */
const groupedForm = /^[+-]?\d{1,3}([.,\s'’])\d{3}(?:\1\d{3})*(?:([.,])\d+)?$/

/** A number read from a cell, or the reason why it can't be read. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'none' }

function normalize(text: string): string {
  return text
    .replace('−', '-')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
}

/**
 * Reads a number with decimals after a period or a comma, and thousands separated by periods, commas, spaces or
 * apostrophes. Whether `1,000` is a thousand or one depends on the file's decimal mark, or else on the maximum; if
 * neither helps, it is ambiguous.
 */
export function readNumber(
  text: string,
  { maximum, mark }: { readonly maximum: number; readonly mark: DecimalMark | undefined },
): NumberReading {
  if (text.length > maxLength) return { kind: 'none' }
  const plain = normalize(text)
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

/** The decimal mark that a number proves for its file, if any: three digits after a mark may be thousands. */
export function decimalMarkIn(text: string): DecimalMark | undefined {
  if (text.length > maxLength) return undefined
  const plain = normalize(text)
  if (wholeForm.test(plain)) return undefined
  const [, separator, fraction] = groupedForm.exec(plain) ?? []
  if (fraction === '.' || fraction === ',') return fraction === separator ? undefined : fraction
  if (separator !== undefined) {
    const isRepeated = plain.split(separator).length > 2
    if (!isRepeated && (separator === '.' || separator === ',') && /^[+-]?0/.test(plain)) return separator
    if (isRepeated && separator === ',') return '.'
    if (isRepeated && separator === '.') return ','
    return undefined
  }
  if (!decimalForm.test(plain)) return undefined
  return plain.includes(',') ? ',' : plain.includes('.') ? '.' : undefined
}
