import { ProblemError } from '../response/problem-error.ts'
import type { FieldProblems } from '../validation/field-problems.ts'
import { pointerTo } from '../validation/pointer.ts'

/** The maximum nesting depth of arrays and objects. */
const maxNesting = 32

interface Scan {
  maxDepth: number
  /** The number of members in all objects: the colons outside of strings. */
  members: number
  /** Whether there is a `\u` escape: the only way to write U+0000 or a lone surrogate in decoded text. */
  hasUnicodeEscape: boolean
}

/** Scans the text once for facts that `JSON.parse` doesn't report. Meaningless for text that isn't JSON. */
function scan(text: string): Scan {
  let depth = 0
  const result: Scan = { maxDepth: 0, members: 0, hasUnicodeEscape: false }
  for (let index = 0; index < text.length; index++) {
    switch (text.charCodeAt(index)) {
      case 0x22: // "
        for (index++; index < text.length; index++) {
          const unit = text.charCodeAt(index)
          if (unit === 0x22) break
          if (unit === 0x5c) {
            index++
            if (text.charCodeAt(index) === 0x75) result.hasUnicodeEscape = true
          }
        }
        break
      case 0x3a: // :
        result.members++
        break
      case 0x5b: // [
      case 0x7b: // {
        depth++
        if (depth > result.maxDepth) result.maxDepth = depth
        break
      case 0x5d: // ]
      case 0x7d: // }
        depth--
        break
    }
  }
  return result
}

/** Counts the members of all objects in a value; `undefined` if `reportUnstorable` would report a problem. */
function countMembers(value: unknown, hasUnicodeEscape: boolean): number | undefined {
  if (typeof value === 'number') return isExact(value) ? 0 : undefined
  if (typeof value === 'string') return hasUnicodeEscape && !isStorable(value) ? undefined : 0
  if (typeof value !== 'object' || value === null) return 0
  let members = 0
  if (Array.isArray(value)) {
    for (const item of value) {
      const inner = countMembers(item, hasUnicodeEscape)
      if (inner === undefined) return undefined
      members += inner
    }
    return members
  }
  const fields = value as Readonly<Record<string, unknown>> // Objects from `JSON.parse` have no other keys.
  // All members are own and enumerable, `__proto__` too; `Object.entries` would double the time of the whole
  // check.
  for (const name in fields) {
    const inner = countMembers(fields[name], hasUnicodeEscape)
    if (inner === undefined || (hasUnicodeEscape && !isStorable(name))) return undefined
    members += inner + 1
  }
  return members
}

/** Adds a problem for each number that was rounded and each string that can't be stored. Returns the member count. */
export function reportUnstorable(value: unknown, pointer: string, problems: FieldProblems): number {
  if (typeof value === 'number' && !isExact(value)) {
    problems.add('pointer', pointer, 'unsafe_integer', unsafeMessage)
  } else if (typeof value === 'string' && !isStorable(value)) {
    problems.add('pointer', pointer, 'unstorable_text', unstorableMessage)
  }
  if (typeof value !== 'object' || value === null) return 0
  let members = 0
  for (const [name, member] of Object.entries(value)) {
    if (!isStorable(name)) problems.add('pointer', pointer, 'unstorable_text', unstorableMessage)
    members += reportUnstorable(member, pointerTo(pointer, name), problems) + (Array.isArray(value) ? 0 : 1)
  }
  return members
}

/** Whether a parsed number is a fraction, or an integer that JavaScript represents exactly. */
function isExact(value: number): boolean {
  return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))
}

/** The message for a number that JavaScript would round. */
export const unsafeMessage = 'Must be between -9007199254740991 and 9007199254740991.'

/** The message for text that `isStorable` rejects. */
export const unstorableMessage = 'Must not contain U+0000 or half of a surrogate pair.'

/** Whether text comes back from storage unchanged: no U+0000, no lone surrogate. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

/**
 * Parses a JSON text strictly. Rejects with 400 anything that isn't JSON (RFC 8259), is nested too deep,
 * or repeats a member name in one object (RFC 7493 §2.3: parsers disagree on which one counts); adds to
 * `problems` numbers that JavaScript would round and text that can't be stored.
 */
export function parseJson(text: string, problems: FieldProblems): unknown {
  const scanned = scan(text)
  if (scanned.maxDepth > maxNesting) {
    throw ProblemError.of(400, 'malformed_json', `The body is nested more than ${maxNesting} levels deep.`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw ProblemError.of(400, 'malformed_json', text === '' ? 'The body is empty.' : 'The body is not JSON.')
  }
  const members = countMembers(value, scanned.hasUnicodeEscape) ?? reportUnstorable(value, '', problems)
  if (members !== scanned.members) {
    throw ProblemError.of(400, 'malformed_json', 'An object in the body has two members with the same name.')
  }
  return value
}
