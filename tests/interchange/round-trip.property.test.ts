import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { workoutInput } from '#interchange/drafts.ts'
import type { ImportedLog, ImportedWorkout } from '#interchange/model.ts'
import { readLog } from '#interchange/read-log.ts'
import type { ExportOptions, WrittenWorkout, WrittenWorkouts } from '#interchange/write/export-options.ts'
import { writeFitNotes } from '#interchange/write/fitnotes.ts'
import { writeHevy } from '#interchange/write/hevy.ts'
import { writeStrong } from '#interchange/write/strong.ts'
import { runs } from '#tests/support/runs.ts'
import { dayMs } from '#training/day-ms.ts'
import * as files from './files.ts'

type Writer = (workouts: WrittenWorkouts, options: ExportOptions) => AsyncGenerator<string>

const timeZone = 'Europe/Berlin'
const options: ExportOptions = {
  weightUnit: 'kg',
  distanceUnit: 'km',
  // In this test, the id of an exercise is its name.
  exerciseOf: (id) => ({ name: id, category: 'push' }),
}

async function writeLog(writer: Writer, workouts: readonly WrittenWorkout[], changes = {}): Promise<string> {
  let text = ''
  for await (const piece of writer(workouts, { ...options, ...changes })) text += piece
  return text
}

function toWrittenWorkouts(log: ImportedLog): WrittenWorkout[] {
  return log.workouts.map((workout) => {
    const input = workoutInput('user', workout, (name) => name)
    // The drafts have all ids; the ids of exercises are their names.
    return { ...input, timeZone } as WrittenWorkout
  })
}

/** A workout without the lines of the file that it was read from. */
function withoutLines({ line: _, exercises, ...workout }: ImportedWorkout) {
  return {
    ...workout,
    exercises: exercises.map(({ sets, ...exercise }) => ({
      ...exercise,
      sets: sets.map(({ line: _, ...set }) => set),
    })),
  }
}

async function readText(text: string): Promise<ImportedLog> {
  return readLog(new TextEncoder().encode(text), { timeZone })
}

describe('a log that is written in its original format is read unchanged', () => {
  test.each<[string, Writer, string]>([
    ['Strong without units', writeStrong, files.strongPlain],
    ['Strong with columns for units', writeStrong, files.strongUnits],
    ['Strong with numbered workouts', writeStrong, files.strongNumbered],
    ['Hevy in kilograms', writeHevy, files.hevyKg],
    ['Hevy in pounds, written in kilograms', writeHevy, files.hevyLbs],
    ['FitNotes, new', writeFitNotes, files.fitNotesNew],
    ['FitNotes, old', writeFitNotes, files.fitNotesOld],
    ['FitNotes for iOS', writeFitNotes, files.fitNotesIos],
  ])('%s', async (_, writer, file) => {
    const original = await readText(file)
    const readAgain = await readText(await writeLog(writer, toWrittenWorkouts(original)))
    expect(readAgain.problems).toEqual([])
    expect(readAgain.workouts.map(withoutLines)).toEqual(original.workouts.map(withoutLines))
  })
})

const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      '=1+1',
      "'=x",
      '-5',
      '+',
      '@me',
      'a "quoted" word',
      'one;two,three',
      'two\nlines',
      'ünïcode 💪',
    ),
  )
  .map((raw) => raw.replace(/[\p{Cc}\s\u2028\u2029\ufeff]+/gu, ' ').trim())
  .filter((line) => /[\p{L}\p{N}]/u.test(line) && !line.includes('\\n'))

const notesText = fc.array(text, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))

const weight = fc.record({
  value: fc.integer({ min: 1, max: 4000 }).map((quarters) => quarters / 4),
  unit: fc.constantFrom('kg' as const, 'lb' as const),
})

const setFigures = {
  type: fc.constantFrom('normal' as const, 'warmup' as const, 'drop' as const, 'failure' as const),
  weight,
  reps: fc.integer({ min: 1, max: 1000 }),
  durationSeconds: fc.integer({ min: 1, max: 86_400 }),
  distance: fc.record({
    value: fc.integer({ min: 1, max: 9999 }).map((hundredths) => hundredths / 100),
    unit: fc.constantFrom('km' as const, 'mi' as const),
  }),
}
const rpe = fc.integer({ min: 12, max: 20 }).map((halves) => halves / 2)
const restSeconds = fc.integer({ min: 1, max: 86_400 })

/**
 * Workouts at different times, whose exercises have different names, because no format separates adjacent entries with
 * the same name.
 */
function workoutsOf<SetFigures>(
  set: fc.Arbitrary<SetFigures>,
  { step, notes, superset }: { step: number; notes: boolean; superset: boolean },
): fc.Arbitrary<WrittenWorkout[]> {
  const optionalNotes = notes ? { notes: fc.option(notesText, { nil: undefined }) } : {}
  const exercise = fc.record({
    exerciseId: text,
    ...optionalNotes,
    ...(superset && { supersetGroup: fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }) }),
    sets: fc.array(set, { minLength: 1, maxLength: 4 }),
  })
  return fc
    .uniqueArray(
      fc.record({
        // From May to August.
        slot: fc.integer({ min: 0, max: Math.floor(120 * (dayMs / step)) }),
        name: fc.option(text, { nil: undefined }),
        ...optionalNotes,
        minutes: fc.integer({ min: 1, max: 300 }),
        exercises: fc.uniqueArray(exercise, {
          minLength: 1,
          maxLength: 4,
          selector: (item) => item.exerciseId,
        }),
      }),
      { maxLength: 5, selector: ({ slot }) => slot },
    )
    .map((drafts) => {
      const sorted = drafts.toSorted((a, b) => a.slot - b.slot)
      const json: unknown = JSON.parse(
        JSON.stringify(
          sorted.map(({ slot, minutes, ...workout }) => ({
            ...workout,
            timeZone,
            // Only in summer, because a file doesn't say which instant is meant when clocks are set back.
            startedAt: new Date(Date.UTC(2024, 4, 1, 10) + slot * step).toISOString(),
            ...(step < dayMs && {
              endedAt: new Date(Date.UTC(2024, 4, 1, 10) + slot * step + minutes * 60_000).toISOString(),
            }),
          })),
        ),
      )
      // Built above in the contract's shape.
      return json as WrittenWorkout[]
    })
}

/** The parts of written workouts that can be read from a file. */
function readableParts(workouts: readonly WrittenWorkout[]) {
  return workouts.map(({ startedAt, endedAt, name, notes, exercises }) => ({
    startedAt: Date.parse(startedAt),
    endedAt: endedAt === undefined ? undefined : Date.parse(endedAt),
    name,
    notes,
    exercises: exercises.map(({ exerciseId, supersetGroup, notes: exerciseNotes, sets }) => ({
      name: exerciseId,
      supersetGroup,
      notes: exerciseNotes,
      sets,
    })),
  }))
}

function partsOf(log: ImportedLog) {
  return log.workouts.map((workout) => {
    const { startedAt, endedAt, name, notes, exercises } = withoutLines(workout)
    return {
      startedAt,
      endedAt,
      name,
      notes,
      exercises: exercises.map((exercise) => ({
        name: exercise.name,
        supersetGroup: exercise.supersetGroup,
        notes: exercise.notes,
        sets: exercise.sets,
      })),
    }
  })
}

async function expectRoundTrip(writer: Writer, workouts: WrittenWorkout[], changes = {}): Promise<void> {
  fc.pre(workouts.length > 0)
  const log = await readText(await writeLog(writer, workouts, changes))
  expect(log.problems.filter(({ code }) => code !== 'text_shortened')).toEqual([])
  expect(partsOf(log)).toEqual(readableParts(workouts))
}

describe('any workouts survive being written and read in', () => {
  test('Strong', async () => {
    const set = fc.record(
      { ...setFigures, rpe, restSeconds, notes: notesText },
      { requiredKeys: ['type', 'reps'] },
    )
    await fc.assert(
      fc.asyncProperty(workoutsOf(set, { step: 1_800_000, notes: true, superset: false }), (workouts) =>
        expectRoundTrip(writeStrong, workouts),
      ),
      { numRuns: runs(60) },
    )
  })

  test('Hevy, in either unit', async () => {
    const set = fc.record({ ...setFigures, rpe }, { requiredKeys: ['type', 'reps'] })
    await fc.assert(
      fc.asyncProperty(
        workoutsOf(set, { step: 1_800_000, notes: true, superset: true }),
        fc.constantFrom('kg', 'lb'),
        fc.constantFrom('km', 'mi'),
        (workouts, weightUnit, distanceUnit) =>
          expectRoundTrip(writeHevy, workouts, { weightUnit, distanceUnit }),
      ),
      { numRuns: runs(60) },
    )
  })

  test('FitNotes', async () => {
    const set = fc.record(
      { ...setFigures, type: fc.constant('normal' as const), notes: notesText },
      { requiredKeys: ['type', 'reps'] },
    )
    await fc.assert(
      fc.asyncProperty(workoutsOf(set, { step: dayMs, notes: false, superset: false }), (workouts) =>
        expectRoundTrip(
          writeFitNotes,
          workouts.map(({ name: _, ...workout }) => workout),
        ),
      ),
      { numRuns: runs(60) },
    )
  })
})

test('no cell of an export is a formula', async () => {
  const [workout] = toWrittenWorkouts(await readText(files.hevyKg))
  if (!workout) throw new Error('no workout')
  const withFormulas = {
    ...workout,
    name: '=cmd',
    notes: '@x',
    exercises: workout.exercises.map((e) => ({ ...e, exerciseId: '+1' })),
  }
  for (const writer of [writeStrong, writeHevy, writeFitNotes])
    for (const cell of (await writeLog(writer, [withFormulas])).split(/[,;\n]/))
      expect(cell).not.toMatch(/^"?[=+@-]/)
})
