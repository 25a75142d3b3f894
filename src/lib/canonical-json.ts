/** Serializes a JSON value to the same text regardless of the order of object members. */
export function canonicalJson(value: unknown): string {
  // Copying the value with sorted members and serializing the whole copy is four times as fast as serializing
  // each member.
  return JSON.stringify(isNested(value) ? withSortedMembers(value) : value)
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function withSortedMembers(value: object): object {
  if (Array.isArray(value)) {
    const items: unknown[] = []
    for (const item of value) items.push(isNested(item) ? withSortedMembers(item) : item)
    return items
  }
  // Without a prototype, so that a member `__proto__` is a member like any other.
  const copy: Record<string, unknown> = Object.create(null)
  // The cast allows members to be read by name.
  const members = value as Readonly<Record<string, unknown>>
  for (const name of sortedNames(members)) {
    const member = members[name]
    copy[name] = isNested(member) ? withSortedMembers(member) : member
  }
  return copy
}

/** Up to this many names, inserting each where it belongs is several times as fast as sorting them. */
const maxInserted = 16

function sortedNames(members: object): string[] {
  const names = Object.keys(members)
  if (names.length > maxInserted) return names.sort()
  for (let index = 1; index < names.length; index++) {
    const name = names[index] ?? ''
    let at = index
    for (; at > 0 && (names[at - 1] ?? '') > name; at--) names[at] = names[at - 1] ?? ''
    names[at] = name
  }
  return names
}
