import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { limits } from '#interchange/limits.ts'
import { type ImportedLog, ImportFileError } from '#interchange/model.ts'
import { readLog } from '#interchange/read-log.ts'
import { runs } from '#tests/support/runs.ts'
import * as files from './files.ts'

/**
 * Reads a file that may contain anything. Resolves to its log, or to undefined after an ImportFileError, the only error
 * allowed.
 */
async function readIfValid(bytes: Uint8Array): Promise<ImportedLog | undefined> {
  try {
    return await readLog(bytes, { timeZone: 'America/New_York' })
  } catch (error) {
    expect(error).toBeInstanceOf(ImportFileError)
    return undefined
  }
}

/** Checks what must be true of every log. */
function expectValid(log: ImportedLog): void {
  expect(log.skippedRows).toBeLessThanOrEqual(log.rows)
  expect(log.problemCount).toBeGreaterThanOrEqual(log.problems.length)
  expect(new Set(log.workouts.map(({ key }) => key)).size).toBe(log.workouts.length)
  for (const { exercises, startedAt, endedAt } of log.workouts) {
    expect(exercises.length).toBeLessThanOrEqual(limits.exercises)
    expect(Number.isFinite(startedAt)).toBe(true)
    expect(endedAt ?? startedAt).toBeGreaterThanOrEqual(startedAt)
    for (const { name, sets } of exercises) {
      expect(name.trim()).not.toBe('')
      expect(sets.length).toBeLessThanOrEqual(limits.sets)
      for (const { weight, reps = 0, durationSeconds = 0 } of sets) {
        const value = weight?.value ?? 1
        expect(value > 0 && value <= limits.weight).toBe(true)
        expect(Number.isInteger(reps) && reps >= 0 && reps <= limits.reps).toBe(true)
        expect(durationSeconds >= 0 && durationSeconds <= limits.seconds).toBe(true)
      }
    }
  }
}

test('any bytes are read as a log or rejected', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      await readIfValid(bytes)
    }),
    { numRuns: runs(150) },
  )
})

test('any string under a known header is read as a log or rejected', async () => {
  const headers = [
    ...Object.values(files).flatMap((file) =>
      typeof file === 'string' ? [file.slice(0, file.indexOf('\n') + 1)] : [],
    ),
    '{"format":"replog","version":1,',
  ]
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '1',
      '-1',
      '1e9',
      '=1',
      '"',
      '""',
      '\n',
      '2024-02-30',
      '2024-03-10 02:30:00',
      'W',
      'Rest Timer',
      'Squat',
      'kg',
      '0',
    ),
  )
  const line = fc
    .tuple(fc.array(cell, { maxLength: 16 }), fc.constantFrom(',', ';'))
    .map(([cells, delimiter]) => cells.join(delimiter))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...headers), fc.array(line, { maxLength: 8 }), async (header, lines) => {
      const log = await readIfValid(new TextEncoder().encode(header + lines.join('\n')))
      if (log) expectValid(log)
    }),
    { numRuns: runs(200) },
  )
})

test('any file with a part removed, duplicated or overwritten is read as a log or rejected', async () => {
  const originals = Object.values(files).flatMap((file) => (typeof file === 'string' ? [file] : []))
  const damage = fc.record({
    file: fc.constantFrom(...originals),
    start: fc.nat(),
    length: fc.integer({ min: 0, max: 40 }),
    replacement: fc.oneof(
      fc.constant(''),
      fc.constantFrom('"', ';', ',', '\n', '\u0000'),
      fc.string({ maxLength: 10 }),
    ),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ file, start, length, replacement }) => {
      const position = start % file.length
      const log = await readIfValid(
        new TextEncoder().encode(file.slice(0, position) + replacement + file.slice(position + length)),
      )
      if (log) expectValid(log)
    }),
    { numRuns: runs(200) },
  )
})
