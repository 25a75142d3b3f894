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

/** A slice of a file's rows. */
export interface CsvSlice {
  readonly records: readonly CsvRecord[]
  /** Rows that can't be read. After such a row, reading continues on the line after the one where it starts. */
  readonly problems: readonly ImportProblem[]
  /** The fraction of the file read so far, 0–1. */
  readonly fractionRead: number
}

/** The number of rows to read at a time, which takes a few milliseconds. */
const sliceRows = 300
/**
 * The maximum size of a row in bytes: notes may be long, but a quote that is never closed would swallow the rest
 * of the file. The parser gets no more than this at a time, which bounds the work for a slice.
 */
const maxRecordBytes = 100_000
/** The maximum size of a leniently read row in bytes; this many are decoded for each such row. */
const lenientBytes = 20_000
/** A file with more broken rows isn't CSV. The number is limited because each takes a search for the next line. */
const maxBrokenRows = 200

const lineFeed = 0x0a
const carriageReturn = 0x0d

/** Where a file's header starts, and which character separates cells. */
export interface CsvForm {
  readonly delimiter: Delimiter
  /** The offset of the header. */
  readonly start: number
}

interface CsvOptions extends CsvForm {
  /** The number of cells that a row should have. It distinguishes a quote inside a cell from an unclosed one. */
  readonly width: number
}

interface ParsedRow {
  readonly cells: string[]
  /** The offset after the row. */
  readonly end: number
}

interface Parsed {
  readonly rows: readonly ParsedRow[]
  readonly errorCode: string | undefined
}

/** The next rows, with an error code if there are fewer than requested before the file ends. */
function parseFrom(bytes: Buffer, start: number, delimiter: Delimiter, rows = sliceRows): Parsed {
  const end = Math.min(start + maxRecordBytes, bytes.length)
  const { rows: parsed, errorCode } = parseAll(bytes.subarray(start, end), start, delimiter, rows)
  if (end === bytes.length || parsed.length === rows) return { rows: parsed, errorCode }
  if (errorCode === 'CSV_QUOTE_NOT_CLOSED')
    return { rows: parsed, errorCode: parsed.length > 0 ? undefined : 'row_too_long' }
  if (errorCode !== undefined) return { rows: parsed, errorCode }
  // The last row may continue beyond the parsed bytes.
  const complete = parsed.slice(0, -1)
  return { rows: complete, errorCode: complete.length > 0 ? undefined : 'row_too_long' }
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
        // Returning null keeps the parser from collecting the rows itself.
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
  #offset = 0
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** The line of an offset; offsets must come in ascending order. */
  lineAt(offset: number): number {
    for (; this.#offset < offset; this.#offset++) {
      const byte = this.#bytes[this.#offset]
      if (byte === lineFeed || (byte === carriageReturn && this.#bytes[this.#offset + 1] !== lineFeed))
        this.#line++
    }
    return this.#line
  }
}

function skipLineBreaks(bytes: Buffer, start: number): number {
  let offset = start
  while (bytes[offset] === lineFeed || bytes[offset] === carriageReturn) offset++
  return offset
}

function nextLine(bytes: Buffer, start: number): number {
  for (let offset = start; offset < bytes.length; offset++) {
    if (bytes[offset] === lineFeed || bytes[offset] === carriageReturn) return skipLineBreaks(bytes, offset)
  }
  return bytes.length
}

const problemByErrorCode: Readonly<Record<string, Pick<ImportProblem, 'code' | 'message'>>> = {
  CSV_QUOTE_NOT_CLOSED: {
    code: 'quote_not_closed',
    message: 'A quote that opens in this row is never closed.',
  },
  row_too_long: {
    code: 'row_too_long',
    message: `The row has more than ${maxRecordBytes} bytes; perhaps a quote in it is never closed.`,
  },
}

function problemOf(errorCode: string, line: number): ImportProblem {
  const codeAndMessage = problemByErrorCode[errorCode] ?? {
    code: 'misplaced_quote' as const,
    message: 'A quote in this row is neither at the edge of a cell nor doubled.',
  }
  return { line, effect: 'row_skipped', ...codeAndMessage }
}

/**
 * The rows of a CSV file (RFC 4180) slice by slice, the header first, without empty lines. A row that isn't CSV is
 * read leniently; if that fails, reading continues on the next line.
 *
 * @throws {ImportFileError} `too_many_rows` once the limit is passed, or `unknown_format` for broken CSV
 */
export function* csvSlices(bytes: Buffer, options: CsvOptions): Generator<CsvSlice> {
  const lines = new LineCounter(bytes)
  let offset = skipLineBreaks(bytes, options.start)
  let rowCount = 0
  let brokenRows = 0
  while (offset < bytes.length) {
    const { rows, errorCode } = parseFrom(bytes, offset, options.delimiter)
    const records: CsvRecord[] = []
    const problems: ImportProblem[] = []
    let isRunaway = false
    for (const { cells, end } of rows) {
      isRunaway = swallowsLines(cells, options)
      if (isRunaway) break
      records.push({ line: lines.lineAt(offset), cells })
      offset = skipLineBreaks(bytes, end)
    }
    if (errorCode !== undefined || isRunaway) {
      const line = lines.lineAt(offset)
      const text = bytes.toString('utf8', offset, Math.min(offset + lenientBytes, bytes.length))
      const lenient = lenientRecord(text, options.delimiter, options.width)
      if (lenient) {
        records.push({ line, cells: lenient.cells })
        offset = skipLineBreaks(bytes, offset + Buffer.byteLength(text.slice(0, lenient.length)))
      } else {
        problems.push(problemOf(errorCode ?? 'CSV_QUOTE_NOT_CLOSED', line))
        if (++brokenRows > maxBrokenRows) throw notCsv(line)
        offset = nextLine(bytes, offset)
      }
    } else if (rows.length === 0) break
    rowCount += records.length
    if (rowCount > maxRows) throw tooManyRows(lines.lineAt(offset))
    yield { records, problems, fractionRead: offset / bytes.length }
  }
}

/** The cells of the first row; undefined if it isn't CSV with this delimiter. */
export function csvHeader(bytes: Buffer, { delimiter, start }: CsvForm): readonly string[] | undefined {
  return parseFrom(bytes, skipLineBreaks(bytes, start), delimiter, 1).rows[0]?.cells
}

function notCsv(line: number): ImportFileError {
  const message = `More than ${maxBrokenRows} rows up to line ${line} are not valid CSV.`
  return new ImportFileError('unknown_format', message, line)
}

/** Whether a cell contains later lines because its quote wasn't closed. */
function swallowsLines(cells: readonly string[], { width }: CsvOptions): boolean {
  return cells.length !== width && cells.some((cell) => /[\r\n]/.test(cell))
}
