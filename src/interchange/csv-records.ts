import { CsvError, parse } from 'csv-parse/sync'
import { lenientRecord } from './lenient-record.ts'
import { maxRows, tooManyRows } from './limits.ts'
import { ImportFileError, type ImportProblem } from './model.ts'

/** A row of a CSV file. */
export interface CsvRecord {
  /** The line on which it starts, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** The character between cells. */
export type Delimiter = ',' | ';' | '\t'

/** A slice of a file's rows, and the fraction of the file read so far, 0–1. */
export interface CsvSlice {
  readonly records: readonly CsvRecord[]
  /** Rows that aren't CSV; reading continued on the line after the start of each. */
  readonly problems: readonly ImportProblem[]
  readonly done: number
}

/** How many rows are read at a time, in a few milliseconds. */
const sliceRows = 300
/**
 * The limit of a row in bytes: a workout's notes may be long, but a quote that is never closed would swallow
 * the rest. The parser never sees more at a time, so whatever a file contains, a slice is bounded work.
 */
const maxRecordBytes = 100_000
/** The limit of a leniently read row in bytes: each such row means decoding this many. */
const lenientBytes = 20_000
/** With more broken rows than this it isn't a CSV file, and each one costs a search. */
const maxBroken = 200

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Where a file's rows begin, and what separates their cells. */
export interface CsvForm {
  readonly delimiter: Delimiter
  /** The offset of the header. */
  readonly start: number
}

interface CsvOptions extends CsvForm {
  /**
   * How many cells a row should have, which distinguishes a quote inside a text from one that is never
   * closed.
   */
  readonly width: number
}

interface ParsedRow {
  readonly cells: string[]
  /** The offset after it. */
  readonly end: number
}

interface Parsed {
  readonly rows: readonly ParsedRow[]
  readonly errorCode: string | undefined
}

/** The next rows, and why there are fewer than `sliceRows`, unless the file ends. */
function parseFrom(bytes: Buffer, at: number, delimiter: Delimiter, rows = sliceRows): Parsed {
  const end = Math.min(at + maxRecordBytes, bytes.length)
  const { rows: parsed, errorCode } = parseAll(bytes.subarray(at, end), at, delimiter, rows)
  if (end === bytes.length || parsed.length === rows) return { rows: parsed, errorCode }
  if (errorCode === 'CSV_QUOTE_NOT_CLOSED')
    return { rows: parsed, errorCode: parsed.length > 0 ? undefined : 'row_too_long' }
  if (errorCode !== undefined) return { rows: parsed, errorCode }
  // The last one may continue beyond what was parsed.
  const whole = parsed.slice(0, -1)
  return { rows: whole, errorCode: whole.length > 0 ? undefined : 'row_too_long' }
}

function parseAll(bytes: Buffer, base: number, delimiter: Delimiter, rows: number): Parsed {
  const parsed: ParsedRow[] = []
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      to: rows,
      on_record: (cells: string[], info: { readonly bytes: number }) => {
        parsed.push({ cells, end: base + info.bytes })
        // The parser doesn't keep what isn't returned.
        return null
      },
    })
    return { rows: parsed, errorCode: undefined }
  } catch (error) {
    if (error instanceof CsvError) return { rows: parsed, errorCode: error.code }
    throw error
  }
}

/** Line numbers of a file, counted incrementally. */
class LineCounter {
  #line = 1
  #at = 0
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** The line of an offset; offsets must come in ascending order. */
  lineAt(place: number): number {
    for (; this.#at < place; this.#at++) {
      const byte = this.#bytes[this.#at]
      if (byte === lineFeed || (byte === carriageReturn && this.#bytes[this.#at + 1] !== lineFeed))
        this.#line++
    }
    return this.#line
  }
}

function skipLineBreaks(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === lineFeed || bytes[at] === carriageReturn) at++
  return at
}

function nextLine(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === lineFeed || bytes[at] === carriageReturn) return skipLineBreaks(bytes, at)
  }
  return bytes.length
}

const brokenRow: Readonly<Record<string, Pick<ImportProblem, 'code' | 'message'>>> = {
  CSV_QUOTE_NOT_CLOSED: {
    code: 'quote_not_closed',
    message: 'A quote that opens in this row is never closed.',
  },
  row_too_long: {
    code: 'row_too_long',
    message: `The row has more than ${maxRecordBytes} bytes; a quote in it may not be closed.`,
  },
}

function problemOf(errorCode: string, line: number): ImportProblem {
  const known = brokenRow[errorCode] ?? {
    code: 'misplaced_quote' as const,
    message: 'A quote in this row is neither at the edge of a cell nor doubled.',
  }
  return { line, effect: 'row_skipped', ...known }
}

/**
 * The rows of a CSV file (RFC 4180) slice by slice, the header first, without empty lines. After a row that
 * isn't CSV, reading continues on the next line.
 *
 * @throws {ImportFileError} `too_many_rows` once the limit is passed, or `unknown_format` for broken CSV
 */
export function* csvSlices(bytes: Buffer, options: CsvOptions): Generator<CsvSlice> {
  const lines = new LineCounter(bytes)
  let at = skipLineBreaks(bytes, options.start)
  let count = 0
  let broken = 0
  while (at < bytes.length) {
    const { rows, errorCode } = parseFrom(bytes, at, options.delimiter)
    const records: CsvRecord[] = []
    const problems: ImportProblem[] = []
    let runaway = false
    for (const { cells, end } of rows) {
      runaway = swallowsLines(cells, options)
      if (runaway) break
      records.push({ line: lines.lineAt(at), cells })
      at = skipLineBreaks(bytes, end)
    }
    if (errorCode !== undefined || runaway) {
      const line = lines.lineAt(at)
      const text = bytes.toString('utf8', at, Math.min(at + lenientBytes, bytes.length))
      const lenient = lenientRecord(text, options.delimiter, options.width)
      if (lenient) {
        records.push({ line, cells: lenient.cells })
        at = skipLineBreaks(bytes, at + Buffer.byteLength(text.slice(0, lenient.length)))
      } else {
        problems.push(problemOf(errorCode ?? 'CSV_QUOTE_NOT_CLOSED', line))
        if (++broken > maxBroken) throw notCsv(line)
        at = nextLine(bytes, at)
      }
    } else if (rows.length === 0) break
    count += records.length
    if (count > maxRows) throw tooManyRows(lines.lineAt(at))
    yield { records, problems, done: at / bytes.length }
  }
}

/** The cells of the first row, or undefined if it isn't CSV with this delimiter. */
export function csvHeader(bytes: Buffer, { delimiter, start }: CsvForm): readonly string[] | undefined {
  return parseFrom(bytes, skipLineBreaks(bytes, start), delimiter, 1).rows[0]?.cells
}

function notCsv(line: number): ImportFileError {
  const message = `More than ${maxBroken} rows up to line ${line} are not valid CSV.`
  return new ImportFileError('unknown_format', message, line)
}

/** Whether an unclosed quote ran on until the quote of a later row. */
function swallowsLines(cells: readonly string[], { width }: CsvOptions): boolean {
  return cells.length !== width && cells.some((cell) => /[\r\n]/.test(cell))
}
