import { Columns } from './columns.ts'
import { csvHeader, type Delimiter } from './csv-records.ts'
import { ImportFileError, type LogFormat } from './model.ts'
import { englishColumn } from './strong-words.ts'

/** A CSV file in a known format. */
export interface Recognized {
  readonly format: Exclude<LogFormat, 'replog'>
  readonly delimiter: Delimiter
  readonly columns: Columns
  readonly variant: string
  /** For people. */
  readonly evidence: string
}

/** How a format is recognized: by columns that only it has. */
interface Signature {
  readonly format: Recognized['format']
  readonly app: string
  readonly columns: readonly string[]
  /** English names of columns in other languages. */
  readonly english?: (name: string) => string
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
    english: englishColumn,
    columns: ['date', 'exercise name', 'set order'],
    variant: (columns) => {
      if (columns.has('workout #')) return 'numbered workouts, units in the header'
      if (columns.has('weight unit')) return 'units in columns of their own'
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
      return weights.length === 1 ? 'old, the unit in the header' : 'the unit in a column'
    },
  },
]

const delimiters: readonly Delimiter[] = [',', ';', '\t']

/**
 * Recognizes the format of a CSV file by the columns in its header, in any order and letter case.
 *
 * @throws {ImportFileError} `unknown_format`, saying what the header lacks
 */
export function recognize(bytes: Buffer): Recognized {
  const headers = delimiters.map((delimiter) => ({ delimiter, names: csvHeader(bytes, delimiter) ?? [] }))
  for (const { format, app, columns: needed, english, variant } of signatures)
    for (const { delimiter, names: cells } of headers) {
      const columns = new Columns(cells, english)
      if (!columns.has(...needed)) continue
      const names = needed.map((name) => `"${columns.names[columns.indexOf(name) ?? 0]}"`)
      const evidence = `The header has ${names.join(', ')}, separated by ${delimiter === '\t' ? 'tabs' : `"${delimiter}"`}: ${app}.`
      return { format, delimiter, columns, variant: variant(columns), evidence }
    }
  throw unknown(headers.map(({ names }) => names))
}

/**
 * Says how each format is recognized, and what the nearest one lacks; never repeats anything from the file.
 */
function unknown(headers: readonly (readonly string[])[]): ImportFileError {
  const lacking = signatures.flatMap(({ app, columns, english }) =>
    headers.map((cells) => {
      const header = new Columns(cells, english)
      const missing = columns.filter((column) => !header.has(column))
      return { app, missing, found: columns.length - missing.length }
    }),
  )
  const nearest = lacking.reduce((best, next) => (next.found > best.found ? next : best))
  const known = signatures.map(({ app, columns }) => `${app} (${quoted(columns)})`)
  const message = [
    'The format of the file is not known.',
    `Its first line is not the header of ${listed(known)}, and it is not a JSON export of Replog.`,
    ...(nearest.found > 0 ? [`It is closest to ${nearest.app}, but lacks ${quoted(nearest.missing)}.`] : []),
  ]
  return new ImportFileError('unknown_format', message.join(' '), 1)
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ')
}

function listed(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(items)
}
