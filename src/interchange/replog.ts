import type { Static, TSchema } from '@sinclair/typebox'
import * as contract from '#generated/schemas.ts'
import type { Schemas } from '#generated/types.ts'
import { checkOf } from '#http/validation/schema-check.ts'
import { completedFromDevice } from './device-export.ts'
import { JsonTooComplexError, parseJsonInTurns } from './json-in-turns.ts'
import { maxRows, tooManyRows } from './limits.ts'
import { type ImportedAccount, ImportFileError, type ReadOptions } from './model.ts'
import type { Report } from './report.ts'

/** The only version of the export so far. */
const version = 1

interface Members {
  readonly [name: string]: unknown
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The content of a JSON file that is a Replog account export; undefined for other JSON.
 *
 * @throws {ImportFileError} `malformed_json` or `unsupported_version`
 */
export async function replogDocument(
  bytes: Buffer,
  pause: () => Promise<void> | undefined,
): Promise<Members | undefined> {
  let value: unknown
  try {
    value = await parseJsonInTurns(bytes, maxRows, pause)
  } catch (error) {
    if (error instanceof JsonTooComplexError) {
      if (error.hasTooManyItems) throw tooManyRows()
      const message = `The file looks like JSON but not like an export of Replog: ${error.message}.`
      throw new ImportFileError('malformed_json', message)
    }
    // The signal's reason.
    if (!(error instanceof SyntaxError)) throw error
    // The parser's own message quotes the file.
    const message =
      'The file looks like JSON but is not valid: it is cut off, or something in it is not JSON.'
    throw new ImportFileError('malformed_json', message)
  }
  if (!isObject(value) || value.format !== 'replog') return undefined
  if (value.version === version) return value
  const message = `The file is a Replog export of another version than ${version}, which this server reads.`
  throw new ImportFileError('unsupported_version', message)
}

/**
 * Reads an account export: every item that satisfies the contract's schema and the rules; the others are
 * reported by their JSON pointers. What older exports don't have may be missing.
 *
 * @throws {ImportFileError} `too_many_rows`
 */
export async function readReplog(
  document: Members,
  report: Report,
  pause: () => Promise<void> | undefined,
  { timeZone, accountRules: rules }: Pick<ReadOptions, 'timeZone' | 'accountRules'>,
): Promise<{ readonly account: ImportedAccount; readonly items: number }> {
  let items = 0
  async function list<Schema extends TSchema>(member: string, kind: Kind<Static<Schema>, Schema>) {
    const good: Static<Schema>[] = []
    const values = document[member]
    if (values === undefined && kind.since === 'later') return good
    if (!Array.isArray(values)) {
      complain(report, `/${member}`, 'is not a list')
      return good
    }
    const keys = new Set<unknown>()
    for (const [index, value] of values.entries()) {
      if (++items > maxRows) throw tooManyRows()
      const item = judged(report, `/${member}/${index}`, kind.completed?.(value) ?? value, kind)
      if (item !== undefined) {
        const key = kind.key(item)
        if (keys.has(key)) complain(report, `/${member}/${index}`, 'says again what an earlier one says')
        else good.push(item)
        keys.add(key)
      }
      await pause()
    }
    return good
  }
  const byId = { key: ({ id }: { readonly id: string }) => id }
  const { exportedAt } = document
  const exercises = await list('exercises', {
    schema: contract.Exercise,
    ...byId,
    rule: rules?.exercises,
    completed: completedFromDevice('exercises', exportedAt),
  })
  const zoned = inZone(zoneOfUser(document.user) ?? timeZone)
  const complete = completedFromDevice('workouts', exportedAt)
  const workouts = await list('workouts', {
    schema: contract.Workout,
    ...byId,
    rule: rules?.workouts,
    completed: (value) => zoned(complete(value)),
  })
  const measurements = await list('measurements', {
    schema: contract.Measurement,
    ...byId,
    completed: completedFromDevice('measurements', exportedAt),
  })
  const progressions = await list('progressions', {
    schema: contract.ChosenProgression,
    key: ({ exerciseId }) => exerciseId,
    rule: rules?.progressions,
    since: 'later',
  })
  const soreness = await list('soreness', {
    schema: contract.Soreness,
    key: ({ muscle, at }) => `${muscle} ${Date.parse(at)}`,
    since: 'later',
  })
  const rememberedNames = await list('rememberedNames', {
    schema: contract.RememberedName,
    key: ({ name }) => name,
    since: 'later',
  })
  const programs = await list('programs', {
    schema: contract.Program,
    ...byId,
    rule: rules?.programs,
    since: 'later',
    completed: completedFromDevice('programs', exportedAt),
  })
  const runs = await list('runs', {
    schema: contract.SyncedRun,
    ...byId,
    since: 'later',
    completed: completedFromDevice('runs', exportedAt),
  })
  // A guest's device knows of no user.
  const user =
    document.user === undefined
      ? undefined
      : judged(report, '/user', document.user, { schema: contract.User })
  const landmarks =
    document.landmarks === undefined
      ? undefined
      : judged(report, '/landmarks', document.landmarks, {
          schema: contract.OwnLandmarks,
          rule: rules?.landmarks,
        })
  const account = {
    user,
    exercises,
    workouts,
    measurements,
    progressions,
    soreness,
    landmarks,
    rememberedNames,
    programs,
    runs,
  }
  return { account, items }
}

/** The schema and rules of a list's items. */
interface Kind<Item, Schema extends TSchema> extends Judgement<Item, Schema> {
  /** Of two items with the same key, the first counts. */
  readonly key: (item: Item) => string
  /** Not in the first exports. */
  readonly since?: 'later'
  /** Adds what older exports, and those of devices, don't have. */
  readonly completed?: (value: unknown) => unknown
}

/** Early exports have workouts without a time zone: their days were computed in the user's. */
function inZone(timeZone: string) {
  return (value: unknown) =>
    isObject(value) && value.timeZone === undefined ? { ...value, timeZone } : value
}

function zoneOfUser(user: unknown): string | undefined {
  const timeZone = isObject(user) ? user.timeZone : undefined
  return typeof timeZone === 'string' && checkOf(contract.TimeZone).Check(timeZone) ? timeZone : undefined
}

interface Judgement<Item, Schema extends TSchema> {
  readonly schema: Schema
  readonly rule?: ((item: Item) => readonly Schemas['FieldProblem'][]) | undefined
}

/** The value if it is valid; otherwise undefined, and the first reason is reported. */
function judged<Schema extends TSchema>(
  report: Report,
  pointer: string,
  value: unknown,
  { schema, rule }: Judgement<Static<Schema>, Schema>,
): Static<Schema> | undefined {
  const check = checkOf(schema)
  if (!check.Check(value)) {
    const first = check.Errors(value).First()
    complain(report, pointer, `does not fit the contract at ${first?.path || 'its root'}`)
    return undefined
  }
  const [problem] = rule?.(value) ?? []
  if (problem === undefined) return value
  complain(report, `${pointer}${problem.pointer ?? ''}`, `breaks a rule: ${problem.message}`)
  return undefined
}

function complain(report: Report, pointer: string, why: string): void {
  const message = `${pointer} ${why.replace(/\.$/, '')}; it was left out.`
  report.add({ line: undefined, field: pointer, code: 'invalid_item', effect: 'row_skipped', message })
}
