import { createYielder } from '#lib/yield.ts'
import { type CsvRecord, csvSlices } from './csv-records.ts'
import { textBytes } from './file-text.ts'
import { FitNotesReader } from './fitnotes.ts'
import { FitNotesBodyReader } from './fitnotes-body.ts'
import { HevyReader } from './hevy.ts'
import { LogBuilder } from './log-builder.ts'
import type { LogReader } from './log-reader.ts'
import type { ImportedLog, ImportProblem, ReadOptions } from './model.ts'
import { type Recognized, recognize } from './recognize.ts'
import { readReplog, replogDocument } from './replog.ts'
import { Report } from './report.ts'
import { StrongReader, strongWeights } from './strong.ts'
import { guessWeightUnit, type UnitGuess } from './unit-guess.ts'
import { noUnit } from './units-found.ts'

type Pause = () => Promise<void> | undefined

const openBrace = 0x7b
const openBracket = 0x5b

/**
 * Reads a log of Strong, Hevy, FitNotes or Replog, recognized by its content. Rows that can't be read are
 * reported, and all others kept. Works in short turns, leaving the event loop free in between.
 *
 * @throws {ImportFileError} if the file can't be read at all
 * @throws {RangeError} for a time zone that the platform doesn't know
 */
export async function readLog(file: Uint8Array, options: ReadOptions): Promise<ImportedLog> {
  const { timeZone, signal } = options
  // Throws for an unknown zone before doing any work.
  new Intl.DateTimeFormat('en', { timeZone })
  signal?.throwIfAborted()
  const bytes = textBytes(file)
  const pause = createYielder(signal)
  const begin = bytes[bytes.findIndex((byte) => byte > 0x20)]
  const document =
    begin === openBrace || begin === openBracket ? await replogDocument(bytes, pause) : undefined
  return document ? readAccount(document, options, pause) : readCsv(bytes, options, pause)
}

async function readAccount(
  document: Parameters<typeof readReplog>[0],
  { timeZone, accountRules }: ReadOptions,
  pause: Pause,
): Promise<ImportedLog> {
  const report = new Report()
  const { account, items } = await readReplog(document, report, pause, accountRules)
  return {
    format: 'replog',
    variant: 'version 1',
    evidence: 'The JSON says "format": "replog", "version": 1.',
    timeZone,
    weightUnit: noUnit(),
    distanceUnit: noUnit(),
    rows: items,
    workouts: [],
    measurements: [],
    exercises: [],
    ...told(report),
    account,
  }
}

async function readCsv(bytes: Buffer, options: ReadOptions, pause: Pause): Promise<ImportedLog> {
  const recognized = recognize(bytes)
  const builder = new LogBuilder(options.timeZone)
  const reader = await readerFor(recognized, builder, options, bytes, pause)
  let rows = 0
  const take = (slice: readonly CsvRecord[], problems: readonly ImportProblem[]) => {
    // Spreadsheets leave such rows behind.
    const records = slice.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    rows += records.length + problems.length
    for (const record of records) reader.row(record)
    for (const problem of problems) builder.report.add(problem)
  }
  for await (const { records, problems, done } of dataSlices(bytes, recognized, pause)) {
    take(records, problems)
    options.onProgress?.(done)
  }
  const workouts = await builder.build(pause)
  return {
    format: recognized.format,
    variant: recognized.variant,
    evidence: recognized.evidence,
    timeZone: options.timeZone,
    ...reader.units(),
    rows,
    workouts,
    measurements: reader.measurements ?? [],
    exercises: builder.seen(workouts),
    ...told(builder.report),
  }
}

/** The rows after the header. */
async function* dataSlices(bytes: Buffer, { delimiter, columns }: Recognized, pause: Pause) {
  let isFirst = true
  for (const slice of csvSlices(bytes, { delimiter, width: columns.names.length })) {
    yield isFirst ? { ...slice, records: slice.records.slice(1) } : slice
    isFirst = false
    await pause()
  }
}

async function readerFor(
  recognized: Recognized,
  builder: LogBuilder,
  { weightUnit }: ReadOptions,
  bytes: Buffer,
  pause: Pause,
): Promise<LogReader> {
  const { format, columns } = recognized
  if (format === 'hevy') return new HevyReader(columns, builder)
  if (format === 'fitnotes') return new FitNotesReader(columns, builder, weightUnit)
  if (format === 'fitnotes_body') return new FitNotesBodyReader(columns, builder, weightUnit)
  return new StrongReader(columns, builder, weightUnit, await guess(bytes, recognized, pause))
}

/** Which unit the weights of a file without units suggest: this takes a separate pass. */
async function guess(bytes: Buffer, recognized: Recognized, pause: Pause): Promise<UnitGuess | undefined> {
  const weight = strongWeights(recognized.columns)
  if (!weight || weight.named) return undefined
  const index = recognized.columns.indexOf(weight.column) ?? -1
  const weights: number[] = []
  for await (const { records } of dataSlices(bytes, recognized, pause))
    for (const { cells } of records) {
      const value = Number((cells[index] ?? '').replace(',', '.'))
      if (value > 0) weights.push(value)
    }
  return guessWeightUnit(weights)
}

function told({ problems, problemCount, skippedRows, snapped }: Report) {
  const sorted = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return { problems: sorted, problemCount, skippedRows, snapped }
}
