import type { TSchema } from '@sinclair/typebox'
import * as contract from '#generated/schemas.ts'
import { checkOf } from '#http/validation/schema-check.ts'
import { type AnyObject, isObject } from '#lib/is-object.ts'
import {
  type AccountList,
  type AccountLists,
  type AccountRule,
  accountLists,
  type ImportedAccount,
  type ListMember,
} from './account.ts'
import { completedFromDevice } from './device-export.ts'
import { JsonTooComplexError, parseJsonInTurns } from './json-in-turns.ts'
import { maxRows, tooManyRows } from './limits.ts'
import { ImportFileError, type ReadOptions } from './model.ts'
import type { Report } from './report.ts'

/** The only version of the export so far. */
const version = 1

/**
 * The content of a JSON file that is a Replog account export; undefined for other JSON.
 *
 * @throws {ImportFileError} `malformed_json` or `unsupported_version`
 */
export async function replogDocument(
  bytes: Buffer,
  pause: () => Promise<void> | undefined,
): Promise<AnyObject | undefined> {
  let value: unknown
  try {
    value = await parseJsonInTurns(bytes, maxRows, pause)
  } catch (error) {
    if (error instanceof JsonTooComplexError) {
      if (error.hasTooManyItems) throw tooManyRows()
      const message = `The file looks like JSON but not like a Replog export: ${error.message}.`
      throw new ImportFileError('malformed_json', message)
    }
    // The signal's reason.
    if (!(error instanceof SyntaxError)) throw error
    // The parser's own message quotes the file.
    const message = 'The file looks like JSON but is not valid; it may be cut off.'
    throw new ImportFileError('malformed_json', message)
  }
  if (!isObject(value) || value.format !== 'replog') return undefined
  if (value.version === version) return value
  const message = `The file is a Replog export of an unsupported version; this server reads version ${version}.`
  throw new ImportFileError('unsupported_version', message)
}

/**
 * Reads an account export: every item that satisfies the contract's schema and the rules; the others are
 * reported by their JSON pointers. Members that older exports don't have may be missing.
 *
 * @throws {ImportFileError} `too_many_rows`
 */
export async function readReplog(
  document: AnyObject,
  report: Report,
  pause: () => Promise<void> | undefined,
  { timeZone, accountRules: rules }: Pick<ReadOptions, 'timeZone' | 'accountRules'>,
): Promise<{ readonly account: ImportedAccount; readonly items: number }> {
  const complete = completedFromDevice(document.exportedAt)
  const zoned = inZone(zoneOfUser(document.user) ?? timeZone)
  let items = 0
  async function readList({ member, schema, isRequired, ofResources, key }: AccountList) {
    const good: unknown[] = []
    const values = document[member]
    if (values === undefined && !isRequired) return good
    if (!Array.isArray(values)) {
      complain(report, `/${member}`, 'is not a list')
      return good
    }
    const keys = new Set<string>()
    for (const [index, value] of values.entries()) {
      if (++items > maxRows) throw tooManyRows()
      const completed = ofResources ? complete(member, value) : value
      const whole = member === 'workouts' ? zoned(completed) : completed
      const pointer = `/${member}/${index}`
      if (isValid(report, pointer, whole, { schema, rule: rules?.get(member) })) {
        const id = key(whole)
        if (keys.has(id)) complain(report, pointer, 'repeats an earlier item')
        else good.push(whole)
        keys.add(id)
      }
      await pause()
    }
    return good
  }
  const lists: [ListMember, unknown[]][] = []
  for (const list of accountLists) lists.push([list.member, await readList(list)])
  const one = <Value>(member: 'user' | 'landmarks', schema: TSchema & { readonly static: Value }) => {
    const value = document[member]
    if (value === undefined) return undefined
    return isValid(report, `/${member}`, value, { schema, rule: rules?.get(member) })
      ? (value as Value)
      : undefined
  }
  const account = {
    // Every list of the contract, with items that satisfy its schema.
    ...(Object.fromEntries(lists) as unknown as AccountLists),
    user: one('user', contract.User),
    landmarks: one('landmarks', contract.OwnLandmarks),
  }
  return { account, items }
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

interface Judgement {
  readonly schema: TSchema
  readonly rule: AccountRule | undefined
}

/** Whether the value is valid; otherwise the first reason is reported. */
function isValid(report: Report, pointer: string, value: unknown, { schema, rule }: Judgement): boolean {
  const check = checkOf(schema)
  if (!check.Check(value)) {
    const first = check.Errors(value).First()
    complain(report, pointer, `does not fit the contract at ${first?.path || 'its root'}`)
    return false
  }
  const [problem] = rule?.check?.(value) ?? []
  if (problem === undefined) return true
  complain(report, `${pointer}${problem.pointer ?? ''}`, `breaks a rule: ${problem.message}`)
  return false
}

function complain(report: Report, pointer: string, why: string): void {
  const message = `${pointer} ${why.replace(/\.$/, '')}; it was left out.`
  report.add({ line: undefined, field: pointer, code: 'invalid_item', effect: 'row_skipped', message })
}
