/** A place in a JSON value: the names and indexes on the way to it. */
export type Place = readonly (string | number)[]

/** A JSON Pointer (RFC 6901) as the API gives it. */
export function pointerOf(place: Place): string {
  return place.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** A placeholder for a part while the rest is written as JSON. */
const gap = '\u{f0000}gap'

/** JSON text of a value in which other text stands at a place, `undefined`: nothing does. Members are added where they are missing. */
export function withText(value: unknown, place: Place, text: string | undefined): string {
  const whole = JSON.stringify(replaced(value, place, text === undefined ? undefined : gap))
  return whole.replace(`"${gap}"`, () => text ?? '')
}

/** The same value with another at a place; `undefined` removes a member. */
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
