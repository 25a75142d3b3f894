import { createCollector } from '#lib/collect-garbage.ts'
import { createYielder } from '#lib/yield.ts'
import { ConventionEvidence, type Conventions } from './conventions.ts'
import { csvSlices } from './csv-records.ts'
import { type FileText, fileText, firstVisible } from './file-text.ts'
import { FitNotesReader } from './fitnotes.ts'
import { FitNotesBodyReader } from './fitnotes-body.ts'
import { HevyReader } from './hevy.ts'
import { IgnoredColumns } from './ignored-columns.ts'
import { LogBuilder } from './log-builder.ts'
import type { LogReader } from './log-reader.ts'
import { type ImportedLog, ImportFileError, type ReadOptions } from './model.ts'
import { readNumber } from './number-text.ts'
import { isRecognized, type RecognizedFile, recognize } from './recognize.ts'
import { readReplog, replogDocument } from './replog.ts'
import { Report } from './report.ts'
import { StrongReader } from './strong.ts'
import { UnitEvidence, type UnitGuess } from './unit-guess.ts'
import { noUnit } from './units-found.ts'

type Pause = () => Promise<void> | undefined

const openBrace = 0x7b
const openBracket = 0x5b

/**
 * Reads a log of Strong, Hevy, FitNotes or Replog, recognized by its content. Rows that can't be read are reported
 * and skipped. Works in short turns that let other requests run in between.
 *
 * @throws {ImportFileError} if the file can't be read at all
 * @throws {RangeError} for a time zone that the platform doesn't know
 */
export async function readLog(file: Uint8Array, options: ReadOptions): Promise<ImportedLog> {
  const { timeZone, signal } = options
  // Throws for an unknown zone before doing any work.
  new Intl.DateTimeFormat('en', { timeZone })
  signal?.throwIfAborted()
  const pause = createYielder(signal)
  const text = await fileText(file, pause, isRecognized)
  const firstByte = text.bytes[firstVisible(text.bytes)]
  const document =
    firstByte === openBrace || firstByte === openBracket ? await replogDocument(text.bytes, pause) : undefined
  return document ? readAccount(document, options, pause) : readCsv(text, options, pause)
}

async function readAccount(
  document: Parameters<typeof readReplog>[0],
  options: ReadOptions,
  pause: Pause,
): Promise<ImportedLog> {
  const report = new Report()
  const { account, items } = await readReplog(document, report, pause, options)
  return {
    format: 'replog',
    variant: 'version 1',
    evidence: 'The JSON says "format": "replog", "version": 1.',
    timeZone: options.timeZone,
    weightUnit: noUnit(),
    distanceUnit: noUnit(),
    rows: items,
    workouts: [],
    measurements: [],
    exercises: [],
    ...findingsOf(report),
    account,
  }
}

async function readCsv(
  { bytes, encoding }: FileText,
  options: ReadOptions,
  pause: Pause,
): Promise<ImportedLog> {
  const recognized = recognize(bytes)
  const { conventions, guess } = await survey(bytes, recognized, options, pause)
  const builder = new LogBuilder(options.timeZone, conventions)
  const reader = readerFor(recognized, builder, options, guess)
  const ignored = new IgnoredColumns(recognized)
  let rows = 0
  for await (const { records, problems, fractionRead } of dataSlices(bytes, recognized, pause)) {
    rows += records.length + problems.length
    for (const record of records) {
      ignored.add(record)
      reader.readRow(record)
      // Awaiting undefined a hundred thousand times would be slow.
      const pausing = pause()
      if (pausing) await pausing
    }
    for (const problem of problems) builder.report.add(problem)
    options.onProgress?.(0.5 + fractionRead / 2)
  }
  ignored.report(builder.report)
  const workouts = await builder.build(pause)
  const encodingEvidence = encoding === 'utf-8' ? '' : ` Its text was read as ${encoding.toUpperCase()}.`
  return {
    format: recognized.format,
    variant: recognized.variant,
    evidence: recognized.evidence + encodingEvidence,
    timeZone: options.timeZone,
    ...reader.units(),
    rows,
    workouts,
    measurements: reader.measurements ?? [],
    exercises: await builder.fileExercises(workouts, pause),
    dayOrder: conventions.dayOrder,
    ...findingsOf(builder.report),
  }
}

/** The rows after the header. */
async function* dataSlices(bytes: Buffer, recognized: RecognizedFile, pause: Pause) {
  const { delimiter, start, columns } = recognized
  let isFirst = true
  const collect = createCollector()
  for (const slice of csvSlices(bytes, { delimiter, start, width: columns.names.length })) {
    // Spreadsheets add empty rows, which are skipped without a problem.
    const rows = isFirst ? slice.records.slice(1) : slice.records
    yield { ...slice, records: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) }
    isFirst = false
    collect(slice.fractionRead * bytes.length)
    await pause()
  }
}

function readerFor(
  { format, columns }: RecognizedFile,
  builder: LogBuilder,
  { weightUnit }: ReadOptions,
  guess: UnitGuess,
): LogReader {
  if (format === 'hevy') return new HevyReader(columns, builder)
  if (format === 'fitnotes') return new FitNotesReader(columns, builder, weightUnit, guess)
  if (format === 'fitnotes_body') return new FitNotesBodyReader(columns, builder, weightUnit)
  return new StrongReader(columns, builder, weightUnit, guess)
}

/**
 * Reads all rows once to determine the formats of numbers and dates, and the unit that the weights suggest.
 *
 * @throws {ImportFileError} `ambiguous_dates`
 */
async function survey(
  bytes: Buffer,
  recognized: RecognizedFile,
  { dayOrder, onProgress }: ReadOptions,
  pause: Pause,
): Promise<{ readonly conventions: Conventions; readonly guess: UnitGuess }> {
  const { columns } = recognized
  const evidence = new ConventionEvidence(columns)
  const units = new UnitEvidence()
  const weightColumn = columns.indexOf('weight') ?? -1
  const exerciseColumn = columns.indexOf('exercise name') ?? columns.indexOf('exercise') ?? -1
  for await (const { records, fractionRead } of dataSlices(bytes, recognized, pause)) {
    onProgress?.(fractionRead / 2)
    for (const record of records) {
      evidence.add(record)
      const reading = readNumber(record.cells[weightColumn] ?? '', { maximum: 0, mark: undefined })
      if (reading.kind === 'number' && reading.value > 0)
        units.add((record.cells[exerciseColumn] ?? '').slice(0, 200), reading.value)
    }
  }
  if (evidence.asksDayOrder && dayOrder === undefined) {
    const message = 'No date in the file shows whether 7/8 is July 8 or August 7: pass dayOrder, dmy or mdy.'
    throw new ImportFileError('ambiguous_dates', message)
  }
  return { conventions: evidence.conventions(dayOrder), guess: units.guess() }
}

function findingsOf({ problems, problemCount, skippedRows, rounded }: Report) {
  return { problems, problemCount, skippedRows, rounded }
}
