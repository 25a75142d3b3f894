import type { FieldProblems } from './field-problems.ts'
import { pointerTo } from './pointer.ts'
import { refuse } from './refusal.ts'

/** How deep arrays and objects may stand in one another. */
export const deepestNesting = 32

interface Scan {
  depth: number
  /** Members of objects, counted as the colons outside of strings. */
  members: number
  /** Whether a `\u` escape stands anywhere: the only way to write U+0000 or a lone surrogate in decoded text. */
  escapes: boolean
}

/** Reads the text once for what `JSON.parse` can't be asked. Means nothing for text that isn't JSON. */
function scan(text: string): Scan {
  let depth = 0
  const found: Scan = { depth: 0, members: 0, escapes: false }
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        for (at++; at < text.length; at++) {
          const unit = text.charCodeAt(at)
          if (unit === 0x22) break
          if (unit === 0x5c) {
            at++
            if (text.charCodeAt(at) === 0x75) found.escapes = true
          }
        }
        break
      case 0x3a: // :
        found.members++
        break
      case 0x5b: // [
      case 0x7b: // {
        depth++
        if (depth > found.depth) found.depth = depth
        break
      case 0x5d: // ]
      case 0x7d: // }
        depth--
        break
    }
  }
  return found
}

/** Walks a parsed value for what can't be stored and given back as it came; counts the members of its objects. */
class Walk {
  members = 0
  readonly #problems: FieldProblems
  readonly #escapes: boolean

  constructor(problems: FieldProblems, escapes: boolean) {
    this.#problems = problems
    this.#escapes = escapes
  }

  visit(value: unknown, trail: (string | number)[]): void {
    if (typeof value === 'number') this.#number(value, trail)
    else if (typeof value === 'string') this.#text(value, trail)
    else if (Array.isArray(value)) this.#array(value, trail)
    else if (typeof value === 'object' && value !== null) this.#object(value, trail)
  }

  #number(value: number, trail: (string | number)[]): void {
    if (Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))) return
    this.#problems.add('pointer', trail.reduce(pointerTo, ''), 'unsafe_integer', unsafeMessage)
  }

  #text(value: string, trail: (string | number)[]): void {
    if (!this.#escapes || isStorable(value)) return
    this.#problems.add('pointer', trail.reduce(pointerTo, ''), 'unstorable_text', unstorableMessage)
  }

  #array(value: readonly unknown[], trail: (string | number)[]): void {
    const last = trail.length
    for (let index = 0; index < value.length; index++) {
      trail[last] = index
      this.visit(value[index], trail)
    }
    trail.length = last
  }

  #object(value: object, trail: (string | number)[]): void {
    const last = trail.length
    for (const [name, member] of Object.entries(value)) {
      this.members++
      trail[last] = name
      this.#text(name, trail)
      this.visit(member, trail)
    }
    trail.length = last
  }
}

/** What to say of a number that JavaScript would round. */
export const unsafeMessage = 'Must lie between -9007199254740991 and 9007199254740991.'

/** What to say of text that `isStorable` refuses. */
export const unstorableMessage = 'Must not hold U+0000 or half of a surrogate pair.'

/** Whether text comes back from storage as it went in: no U+0000, no lone surrogate. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

/**
 * Parses a JSON text strictly. Refuses with 400 what isn't JSON (RFC 8259), nests too deep, or names a member of one
 * object twice (RFC 7493 §2.3: readers disagree on which counts); adds to `problems` numbers that JavaScript would
 * round and text that can't be stored.
 */
export function parseJson(text: string, problems: FieldProblems): unknown {
  const found = scan(text)
  if (found.depth > deepestNesting) {
    throw refuse(400, 'malformed_json', `The body is nested more than ${deepestNesting} levels deep.`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refuse(400, 'malformed_json', text === '' ? 'The body is empty.' : 'The body is not JSON.')
  }
  const walk = new Walk(problems, found.escapes)
  walk.visit(value, [])
  if (walk.members !== found.members) {
    throw refuse(400, 'malformed_json', 'An object in the body has two members of the same name.')
  }
  return value
}
