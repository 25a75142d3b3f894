/** The same text for the same JSON value, whatever the order of an object's members. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`,
  )
  return `{${members.sort().join()}}`
}
