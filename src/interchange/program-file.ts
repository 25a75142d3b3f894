import * as contract from '#generated/schemas.ts'
import type { Schemas } from '#generated/types.ts'
import { checkOf } from '#http/validation/schema-check.ts'
import { type AnyObject, isObject } from '#lib/is-object.ts'
import { shorten } from '#lib/shorten.ts'
import { isVisible, lineOf } from '#lib/visible.ts'
import { contentOfProgram } from '#training/programs/read.ts'
import { type FileExercise, ImportFileError } from './model.ts'
import { parseJson } from './parse-json.ts'

type PlannedSet = Schemas['PlannedSet']

/** A routine from another app, with that app's exercise names. */
export interface Routine {
  readonly name: string
  readonly notes?: string
  readonly exercises: readonly RoutineExercise[]
}

interface RoutineExercise {
  readonly name: string
  readonly supersetGroup?: number
  readonly notes?: string
  readonly restSeconds?: number
  readonly sets: readonly PlannedSet[]
}

/** The content of a file: a Replog program, or routines from another app. */
export type ProgramFile =
  | { readonly format: 'replog'; readonly program: Schemas['ProgramInput'] }
  | { readonly format: 'hevy'; readonly routines: readonly Routine[] }

/**
 * The maximum numbers of items, of lists and objects around a routine, and lengths of text in code points. Hevy
 * wraps a routine at most three times; text nested without a limit would overflow the stack.
 */
const limits = { routines: 100, exercises: 50, sets: 50, wrappers: 10, name: 200, notes: 5000 } as const

/**
 * Reads a program as `GET /api/programs/{id}` returns it, or the routines of Hevy's API: one, a page of them, or a
 * list.
 *
 * @throws {ImportFileError} `malformed_json` or `unknown_format`
 */
export function readProgramFile(text: string): ProgramFile {
  let value: unknown
  try {
    // Editors on Windows begin a file with a byte order mark, which JSON doesn't allow.
    value = parseJson(text.replace(/^\ufeff/, ''))
  } catch {
    const message = 'The text is not valid JSON; it may be cut off.'
    throw new ImportFileError('malformed_json', message)
  }
  if (isObject(value) && Array.isArray(value.days) && Array.isArray(value.weeks)) {
    return { format: 'replog', program: programIn(value) }
  }
  const routines = routinesIn(value)
  if (routines.length > 0) return { format: 'hevy', routines: routines.slice(0, limits.routines) }
  const message = 'The text is neither a Replog program nor Hevy routines.'
  throw new ImportFileError('unknown_format', message)
}

/** A program without its id or the fields that only the server sets, since importing creates a new program. */
function programIn(value: AnyObject): Schemas['ProgramInput'] {
  const content = contentOfProgram(value)
  const check = checkOf(contract.ProgramInput)
  // `Check` has proven the type, but its type guard is too large for the compiler.
  if (check.Check(content)) return content as unknown as Schemas['ProgramInput']
  const [first] = check.Errors(content)
  const location = first?.path ? ` at ${first.path}` : ''
  throw new ImportFileError('unknown_format', `The program is not valid${location}.`)
}

function routinesIn(value: unknown, wrappers = 0): Routine[] {
  if (wrappers > limits.wrappers) return []
  if (Array.isArray(value)) return value.flatMap((item) => routinesIn(item, wrappers + 1))
  if (!isObject(value)) return []
  const inner = value.routines ?? value.routine
  if (inner !== undefined) return routinesIn(inner, wrappers + 1)
  if (typeof value.title !== 'string' || !Array.isArray(value.exercises)) return []
  const exercises = value.exercises.filter(isObject).flatMap(exerciseIn).slice(0, limits.exercises)
  if (exercises.length === 0) return []
  return [{ name: nameOf(value.title) || 'Routine', ...notesIn(value), exercises }]
}

function exerciseIn(value: AnyObject): RoutineExercise[] {
  const { title, sets } = value
  if (typeof title !== 'string' || nameOf(title) === '') return []
  const superset = value.superset_id ?? value.supersets_id
  const restSeconds = positiveWhole(value.rest_seconds, 86_400)
  const planned = (Array.isArray(sets) ? sets.filter(isObject) : []).map(setIn).slice(0, limits.sets)
  return [
    {
      name: nameOf(title),
      ...(typeof superset === 'number' && superset >= 0 && superset < 100 && { supersetGroup: superset }),
      ...notesIn(value),
      ...(restSeconds !== undefined && { restSeconds }),
      sets: planned.length > 0 ? mergeEqualSets(planned) : [{}],
    },
  ]
}

function notesIn({ notes }: AnyObject): { readonly notes?: string } {
  if (typeof notes !== 'string') return {}
  const text = shorten(notes.replaceAll('\0', '').trim(), limits.notes)
  return text === '' ? {} : { notes: text }
}

/** A name on one line; empty if nothing of it can be seen. */
function nameOf(text: string): string {
  const name = shorten(lineOf(text), limits.name)
  return isVisible(name) ? name : ''
}

const setTypeByWord: ReadonlyMap<unknown, PlannedSet['type']> = new Map([
  ['normal', 'normal'],
  ['warmup', 'warmup'],
  ['failure', 'failure'],
  ['dropset', 'drop'],
] as const)

function setIn({
  type,
  weight_kg,
  reps,
  rep_range,
  distance_meters,
  duration_seconds,
  rpe,
}: AnyObject): PlannedSet {
  const range = isObject(rep_range)
    ? { min: positiveWhole(rep_range.start, 1000), max: positiveWhole(rep_range.end, 1000) }
    : {}
  const count = positiveWhole(reps, 1000)
  const min = range.min ?? range.max ?? count
  const seconds = positiveWhole(duration_seconds, 86_400)
  const validRpe = typeof rpe === 'number' && rpe >= 6 && rpe <= 10 ? Math.round(rpe * 2) / 2 : undefined
  return {
    type: setTypeByWord.get(type) ?? 'normal',
    ...(min !== undefined && { reps: { min, max: Math.max(min, range.max ?? min) } }),
    ...(typeof weight_kg === 'number' &&
      weight_kg > 0 && {
        load: { of: 'weight', weight: { value: Math.min(5000, weight_kg), unit: 'kg' } },
      }),
    ...(typeof distance_meters === 'number' &&
      distance_meters > 0 && { distance: { value: Math.min(1_000_000, distance_meters), unit: 'm' } }),
    ...(seconds !== undefined && { durationSeconds: seconds }),
    ...(validRpe !== undefined && { rpe: validRpe }),
  }
}

/** A whole number of at least 1; Hevy writes 0 and null for none. */
function positiveWhole(value: unknown, max: number): number | undefined {
  return typeof value === 'number' && value >= 1 ? Math.min(max, Math.floor(value)) : undefined
}

/** Merges consecutive equal sets into one with a count. */
function mergeEqualSets(sets: readonly PlannedSet[]): PlannedSet[] {
  const merged: PlannedSet[] = []
  for (const set of sets) {
    const last = merged.at(-1)
    const { count = 1, ...setWithoutCount } = last ?? {}
    if (last && count < 20 && Bun.deepEquals(setWithoutCount, set))
      merged[merged.length - 1] = { ...setWithoutCount, count: count + 1 }
    else merged.push(set)
  }
  return merged
}

/** The exercises of routines as input for matching names. */
export function fileExercisesIn(routines: readonly Routine[]): FileExercise[] {
  const byName = new Map<string, FileExercise>()
  for (const { name, sets } of routines.flatMap(({ exercises }) => exercises)) {
    const previous = byName.get(name) ?? { name, sets: 0, weighted: 0, counted: 0, timed: 0, measured: 0 }
    byName.set(name, {
      name,
      sets: previous.sets + sets.length,
      weighted: previous.weighted + sets.filter(({ load }) => load).length,
      counted: previous.counted + sets.filter(({ reps }) => reps).length,
      timed: previous.timed + sets.filter(({ durationSeconds }) => durationSeconds !== undefined).length,
      measured: previous.measured + sets.filter(({ distance }) => distance).length,
    })
  }
  return [...byName.values()]
}
