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
import { deviceItemCompleter } from './device-export.ts'
import { JsonTooComplexError, parseJsonInTurns } from './json-in-turns.ts'
import { maxRows, tooManyRows } from './limits.ts'
import { ImportFileError, type ReadOptions } from './model.ts'
import type { Report } from './report.ts'
import { withVisibleNames } from './visible-names.ts'

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
    // Any other error is the reason of an aborted signal.
    if (!(error instanceof SyntaxError)) throw error
    // The parser's own message would quote the file.
    const message = 'The file looks like JSON but is not valid; it may be cut off.'
    throw new ImportFileError('malformed_json', message)
  }
  if (!isObject(value) || value.format !== 'replog') return undefined
  if (value.version === version) return value
  const message = `The file is a Replog export of an unsupported version; this server reads version ${version}.`
  throw new ImportFileError('unsupported_version', message)
}

/**
 * Reads an account export: every item that satisfies the contract's schema and the rules. Other items are reported
 * with their JSON pointers. Members that older exports lack may be missing.
 *
 * @throws {ImportFileError} `too_many_rows`
 */
export async function readReplog(
  document: AnyObject,
  report: Report,
  pause: () => Promise<void> | undefined,
  { timeZone, accountRules: rules }: Pick<ReadOptions, 'timeZone' | 'accountRules'>,
): Promise<{ readonly account: ImportedAccount; readonly items: number }> {
  const complete = deviceItemCompleter(document.exportedAt)
  const addTimeZone = timeZoneAdder(zoneOfUser(document.user) ?? timeZone)
  let items = 0
  async function readList({ member, schema, isRequired, holdsResources, key }: AccountList) {
    const valid: unknown[] = []
    const values = document[member]
    if (values === undefined && !isRequired) return valid
    if (!Array.isArray(values)) {
      reportInvalid(report, `/${member}`, 'is not a list')
      return valid
    }
    const keys = new Set<string>()
    for (const [index, value] of values.entries()) {
      if (++items > maxRows) throw tooManyRows()
      const completed = holdsResources ? complete(member, value) : value
      const zoned = member === 'workouts' ? addTimeZone(completed) : completed
      const item = checkOf(schema).Check(zoned) ? zoned : withVisibleNames(member, zoned)
      const pointer = `/${member}/${index}`
      if (isValid(report, pointer, item, { schema, rule: rules?.get(member) })) {
        const id = key(item)
        if (keys.has(id)) reportInvalid(report, pointer, 'repeats an earlier item')
        else valid.push(item)
        keys.add(id)
      }
      await pause()
    }
    return valid
  }
  const lists: [ListMember, unknown[]][] = []
  for (const list of accountLists) lists.push([list.member, await readList(list)])
  const readMember = <Value>(member: 'user' | 'landmarks', schema: TSchema & { readonly static: Value }) => {
    const value = member === 'user' ? withVisibleNames(member, document.user) : document[member]
    if (value === undefined) return undefined
    return isValid(report, `/${member}`, value, { schema, rule: rules?.get(member) })
      ? (value as Value)
      : undefined
  }
  const account = {
    // `accountLists` has every list of the contract, and the items satisfy its schema.
    ...(Object.fromEntries(lists) as unknown as AccountLists),
    user: readMember('user', contract.User),
    landmarks: readMember('landmarks', contract.OwnLandmarks),
  }
  return { account, items }
}

/** Adds the user's time zone, which determined their days, to workouts of early exports, which lack one. */
function timeZoneAdder(timeZone: string) {
  return (value: unknown) =>
    isObject(value) && value.timeZone === undefined ? { ...value, timeZone } : value
}

function zoneOfUser(user: unknown): string | undefined {
  const timeZone = isObject(user) ? user.timeZone : undefined
  return typeof timeZone === 'string' && checkOf(contract.TimeZone).Check(timeZone) ? timeZone : undefined
}

interface Checks {
  readonly schema: TSchema
  readonly rule: AccountRule | undefined
}

/** Whether the value is valid; if not, the first reason is reported. */
function isValid(report: Report, pointer: string, value: unknown, { schema, rule }: Checks): boolean {
  const check = checkOf(schema)
  if (!check.Check(value)) {
    const first = check.Errors(value).First()
    reportInvalid(report, pointer, `does not match the contract at ${first?.path || 'its root'}`)
    return false
  }
  const [problem] = rule?.check?.(value) ?? []
  if (problem === undefined) return true
  reportInvalid(report, `${pointer}${problem.pointer ?? ''}`, `breaks a rule: ${problem.message}`)
  return false
}

function reportInvalid(report: Report, pointer: string, reason: string): void {
  const message = `${pointer} ${reason.replace(/\.$/, '')}; it was left out.`
  report.add({ line: undefined, field: pointer, code: 'invalid_item', effect: 'row_skipped', message })
}
