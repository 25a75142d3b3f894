/** A location in a JSON value: the path of names and indexes. */
export type Place = readonly (string | number)[]

/** A JSON Pointer (RFC 6901) as in the API. */
export function pointerOf(place: Place): string {
  return place.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** A placeholder for a part while the rest is serialized. */
const gap = '\u{f0000}gap'

/** The JSON text of a value with other text at a location; `undefined` removes it. Adds missing members. */
export function withText(value: unknown, place: Place, text: string | undefined): string {
  const whole = JSON.stringify(replaced(value, place, text === undefined ? undefined : gap))
  return whole.replace(`"${gap}"`, () => text ?? '')
}

/** The value with a different value at a location; `undefined` removes a member. */
function replaced(value: unknown, place: Place, part: unknown): unknown {
  const [step, ...rest] = place
  if (step === undefined) return part
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaced(item, rest, part) : item))
  // Entries, so that `__proto__` becomes a member like any other.
  const members = Object.entries(value ?? {})
  const at = members.findIndex(([name]) => name === step)
  const member = replaced(members[at]?.[1], rest, part)
  const others = members.filter(([name]) => name !== step)
  return Object.fromEntries(member === undefined ? others : [...others, [String(step), member]])
}
