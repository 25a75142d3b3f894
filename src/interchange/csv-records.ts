import { CsvError, parse } from 'csv-parse/sync'
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
 * The limits of a row: a workout's notes may be long, but a quote that is never closed would swallow the
 * rest.
 */
const maxRecordBytes = 200_000
/** With this many broken rows it isn't a CSV file, and each one costs a search. */
const maxBroken = 200

const lineFeed = 0x0a
const carriageReturn = 0x0d

interface CsvOptions {
  readonly delimiter: Delimiter
  /**
   * How many cells a row should have, which distinguishes a quote inside a text from one that is never
   * closed.
   */
  readonly width?: number
  readonly rows?: number
}

interface Parsed {
  readonly rows: { readonly cells: string[]; readonly end: number }[]
  readonly error: CsvError | undefined
}

function parseFrom(bytes: Buffer, { delimiter, rows = sliceRows }: CsvOptions, relaxed = false): Parsed {
  const parsed: Parsed['rows'] = []
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: relaxed,
      skip_empty_lines: true,
      max_record_size: maxRecordBytes,
      to: rows,
      on_record: (cells: string[], info: { readonly bytes: number }) => {
        parsed.push({ cells, end: info.bytes })
        // The parser doesn't keep what isn't returned.
        return null
      },
    })
    return { rows: parsed, error: undefined }
  } catch (error) {
    if (error instanceof CsvError) return { rows: parsed, error }
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
  CSV_MAX_RECORD_SIZE: {
    code: 'row_too_long',
    message: `The row has more than ${maxRecordBytes} bytes; a quote in it may not be closed.`,
  },
}

function problemOf(csvErrorCode: string, line: number): ImportProblem {
  const known = brokenRow[csvErrorCode] ?? {
    code: 'misplaced_quote' as const,
    message: 'A quote in this row is neither at the edge of a cell nor doubled.',
  }
  return { line, effect: 'row_skipped', ...known }
}

/**
 * The rows of a CSV file (RFC 4180) slice by slice, the header first, without empty lines. After a row that
 * isn't CSV, reading continues on the next line.
 *
 * @throws {ImportFileError} `too_many_rows`, as soon as there are, or `unknown_format` for what is hardly CSV
 */
export function* csvSlices(bytes: Buffer, options: CsvOptions): Generator<CsvSlice> {
  const lines = new LineCounter(bytes)
  let at = skipLineBreaks(bytes, 0)
  let count = 0
  let broken = 0
  while (at < bytes.length) {
    const { rows, error } = parseFrom(bytes.subarray(at), options)
    const records: CsvRecord[] = []
    const problems: ImportProblem[] = []
    const base = at
    let runaway = false
    for (const { cells, end } of rows) {
      runaway = swallowsLines(cells, options)
      if (runaway) break
      records.push({ line: lines.lineAt(at), cells })
      at = skipLineBreaks(bytes, base + end)
    }
    count += records.length
    if (count > maxRows) throw tooManyRows(lines.lineAt(at))
    if (error || runaway) {
      const line = lines.lineAt(at)
      const literal = error?.code === 'INVALID_OPENING_QUOTE' && literalQuotes(bytes, at, options)
      if (literal) records.push({ line, cells: literal })
      else {
        problems.push(problemOf(error?.code ?? 'CSV_QUOTE_NOT_CLOSED', line))
        if (++broken > maxBroken) throw hardlyCsv(line)
      }
      at = nextLine(bytes, at)
    } else if (rows.length === 0) break
    yield { records, problems, done: at / bytes.length }
  }
}

/** The cells of the first row, or undefined if it isn't CSV with this delimiter. */
export function csvHeader(bytes: Buffer, delimiter: Delimiter): readonly string[] | undefined {
  return parseFrom(bytes, { delimiter, rows: 1 }).rows[0]?.cells
}

function hardlyCsv(line: number): ImportFileError {
  const message = `More than ${maxBroken} rows are not CSV, at line ${line}.`
  return new ImportFileError('unknown_format', message, line)
}

/** Whether an unclosed quote ran on until the quote of a later row. */
function swallowsLines(cells: readonly string[], { width }: CsvOptions): boolean {
  return width !== undefined && cells.length !== width && cells.some((cell) => /[\r\n]/.test(cell))
}

/**
 * A row such as `12" Box Jump,5`, whose quotes are text: its cells, if it is on one line and has the right
 * number of cells.
 */
function literalQuotes(bytes: Buffer, at: number, options: CsvOptions): string[] | undefined {
  if (options.width === undefined) return undefined
  const { rows, error } = parseFrom(bytes.subarray(at, nextLine(bytes, at)), { ...options, rows: 1 }, true)
  const cells = rows[0]?.cells
  return error === undefined && cells?.length === options.width ? cells : undefined
}
