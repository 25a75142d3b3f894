import { shorten } from '#lib/shorten.ts'
import type { CsvRecord } from './csv-records.ts'
import type { LogFormat } from './model.ts'
import type { RecognizedFile } from './recognize.ts'
import type { Report } from './report.ts'

/** The columns that each format's reader uses, by their English names. */
const readColumns: Readonly<Record<Exclude<LogFormat, 'replog'>, RegExp>> = {
  strong:
    /^(?:workout #|date|workout name|duration(?: \(sec\))?|workout duration|exercise name|set order|weight(?: \(.+\)| unit)?|reps|rpe|distance(?: \(.+\)| unit)?|seconds|notes|workout notes)$/,
  hevy: /^(?:title|start_time|end_time|description|exercise_title|superset_id|exercise_notes|set_index|set_type|weight_.+|reps|distance_.+|duration_seconds|rpe)$/,
  fitnotes:
    /^(?:date|exercise|category|weight(?: \(.+\)| unit)?|reps|sets|distance|distance unit|time|comment|notes|kind)$/,
  fitnotes_body: /^(?:date|time|measurement|value|unit|comment)$/,
}

/** The maximum number of ignored columns to report. */
const maxReported = 20

/** Collects the columns that have content but aren't read by the format's reader. */
export class IgnoredColumns {
  #empty: readonly { readonly name: string; readonly index: number }[]
  readonly #ignored: string[] = []

  constructor({ format, columns }: RecognizedFile) {
    const isRead = readColumns[format]
    this.#empty = columns.matching(/^(.+)$/).filter(({ name }) => !isRead.test(name))
  }

  add({ cells }: CsvRecord): void {
    if (this.#empty.length === 0) return
    const filled = this.#empty.filter(({ index }) => (cells[index] ?? '').trim() !== '')
    if (filled.length === 0) return
    this.#ignored.push(...filled.map(({ name }) => name))
    this.#empty = this.#empty.filter((column) => !filled.includes(column))
  }

  report(report: Report): void {
    for (const name of this.#ignored.slice(0, maxReported)) {
      const message = 'The column is unknown and was ignored.'
      const field = shorten(name, 100)
      report.add({ line: 1, field, code: 'column_ignored', effect: 'value_dropped', message })
    }
  }
}
