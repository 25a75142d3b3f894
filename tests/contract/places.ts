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
  const json = JSON.stringify(replace(value, place, text === undefined ? undefined : gap))
  return json.replace(`"${gap}"`, () => text ?? '')
}

/** The value with a different value at a location; `undefined` removes a member. */
function replace(value: unknown, place: Place, part: unknown): unknown {
  const [step, ...deeper] = place
  if (step === undefined) return part
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replace(item, deeper, part) : item))
  // `fromEntries` creates a member even if its name is `__proto__`.
  const members = Object.entries(value ?? {})
  const index = members.findIndex(([name]) => name === step)
  const member = replace(members[index]?.[1], deeper, part)
  const others = members.filter(([name]) => name !== step)
  return Object.fromEntries(member === undefined ? others : [...others, [String(step), member]])
}
