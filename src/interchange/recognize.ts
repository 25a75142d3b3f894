import { englishColumn } from './column-words.ts'
import { Columns } from './columns.ts'
import { type CsvForm, csvHeader, type Delimiter } from './csv-records.ts'
import { ImportFileError, type LogFormat } from './model.ts'

/** A CSV file in a known format. */
export interface RecognizedFile extends CsvForm {
  readonly format: Exclude<LogFormat, 'replog'>
  readonly columns: Columns
  readonly variant: string
  /** Human-readable. */
  readonly evidence: string
}

/** The columns by which a format is recognized, which no other format has. */
interface Signature {
  readonly format: RecognizedFile['format']
  readonly app: string
  readonly columns: readonly string[]
  variant(columns: Columns): string
}

const signatures: readonly Signature[] = [
  {
    format: 'hevy',
    app: 'Hevy',
    columns: ['start_time', 'exercise_title', 'set_index', 'set_type'],
    variant: (columns) =>
      columns
        .matching(/^(?:weight|distance)_(.+)$/)
        .map(({ name }) => name)
        .join(', ') || 'without weights',
  },
  {
    format: 'strong',
    app: 'Strong',
    columns: ['date', 'exercise name', 'set order'],
    variant: (columns) => {
      if (columns.has('workout #')) return 'numbered workouts, units in the header'
      if (columns.has('weight unit')) return 'units in separate columns'
      return 'without units'
    },
  },
  {
    format: 'fitnotes_body',
    app: "FitNotes' body tracker",
    columns: ['date', 'measurement', 'value'],
    variant: (columns) => (columns.has('unit') ? 'with units' : 'without units'),
  },
  {
    format: 'fitnotes',
    app: 'FitNotes',
    columns: ['date', 'exercise', 'category'],
    variant: (columns) => {
      const weights = columns.matching(/^weight \((.+)\)$/)
      if (weights.length > 1) return 'weights in both units, as on iOS'
      return weights.length === 1 ? 'old, with the unit in the header' : 'with the unit in a column'
    },
  },
]

const delimiters: readonly Delimiter[] = [',', ';', '\t']

/** The maximum number of columns of a header to search; no format has nearly as many. */
const maxColumns = 500

/** A first line that declares the delimiter for spreadsheets. */
const separatorLine = /^"?sep=([,;\t])"?\r?\n/i

interface Header extends CsvForm {
  readonly columns: Columns
}

function headersOf(bytes: Buffer): readonly Header[] {
  const [line, separator] = separatorLine.exec(bytes.toString('latin1', 0, 20)) ?? []
  const start = line?.length ?? 0
  return delimiters.flatMap((delimiter) => {
    if (separator !== undefined && separator !== delimiter) return []
    const names = csvHeader(bytes, { delimiter, start }) ?? []
    return names.length > maxColumns ? [] : [{ delimiter, start, columns: new Columns(names, englishColumn) }]
  })
}

/** Whether a file, or its beginning, has the header of a known format. */
export function isRecognized(bytes: Buffer): boolean {
  return headersOf(bytes).some(({ columns }) =>
    signatures.some(({ columns: required }) => columns.has(...required)),
  )
}

/**
 * Recognizes the format of a CSV file by the columns in its header, in any order, letter case or language.
 *
 * @throws {ImportFileError} `unknown_format`, saying what the header lacks
 */
export function recognize(bytes: Buffer): RecognizedFile {
  const headers = headersOf(bytes)
  for (const { format, app, columns: required, variant } of signatures)
    for (const { columns, ...form } of headers) {
      if (!columns.has(...required)) continue
      const names = required.map((name) => `"${columns.names[columns.indexOf(name) ?? 0]}"`)
      const separators = form.delimiter === '\t' ? 'tabs' : `"${form.delimiter}"`
      const evidence = `The header has ${names.join(', ')}, separated by ${separators}: ${app}.`
      return { ...form, format, columns, variant: variant(columns), evidence }
    }
  throw unknownFormat(headers.map(({ columns }) => columns))
}

/** An error that says how each format is recognized, and what the nearest one lacks. Never quotes the file. */
function unknownFormat(headers: readonly Columns[]): ImportFileError {
  const misses = signatures.flatMap(({ app, columns }) =>
    headers.map((header) => {
      const missing = columns.filter((column) => !header.has(column))
      return { app, missing, present: columns.length - missing.length }
    }),
  )
  const nearest = misses.reduce((best, next) => (next.present > best.present ? next : best), {
    app: '',
    missing: [],
    present: 0,
  })
  const formats = signatures.map(({ app, columns }) => `${app} (${quoteAll(columns)})`)
  const message = [
    'The format of the file is unknown.',
    `Its first line is not the header of ${listOf(formats)}, and it is not a Replog JSON export.`,
    ...(nearest.present > 0
      ? [`It is closest to ${nearest.app}, but lacks ${quoteAll(nearest.missing)}.`]
      : []),
  ]
  return new ImportFileError('unknown_format', message.join(' '), 1)
}

function quoteAll(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ')
}

function listOf(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(items)
}
