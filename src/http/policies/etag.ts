const listOfTags =
  /^[\t ]*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"[\t ]*)?(?:,[\t ]*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"[\t ]*)?)*$/
const oneTag = /(?:W\/)?"[^"]*"/g

/** The entity tags of an `If-Match` or `If-None-Match` header, `*`, or `undefined` if it is neither (RFC 9110 §8.8.3). */
export function entityTags(header: string): readonly string[] | '*' | undefined {
  const text = header.trim()
  if (text === '*') return '*'
  if (text === '' || !listOfTags.test(text)) return undefined
  return text.match(oneTag) ?? undefined
}

/**
 * The strong tag of a representation: `"<revision>-<object>-<hash>"`, or `"<hash>"` for a body without a
 * revision. `object` is the `objectKey` of what is represented: another object's tag at the same revision is
 * another tag.
 */
export function entityTag(representation: string | Uint8Array, revision: unknown, object: string): string {
  const hash = Bun.hash(representation).toString(36)
  return typeof revision === 'number' ? `"${revision}-${object}-${hash}"` : `"${hash}"`
}

/** Identifies an object in a few characters: by the path where it is read, and by who reads it. */
export function objectKey(path: string, userId: string | undefined): string {
  return Bun.hash(`${userId ?? ''}\n${path}`).toString(36)
}

/** Whether `If-None-Match` names the tag, compared weakly as RFC 9110 §13.1.2 says. A malformed header names nothing. */
export function noneMatchNames(header: string, tag: string): boolean {
  if (header === tag) return true
  const tags = entityTags(header)
  if (tags === undefined) return false
  return tags === '*' || tags.some((given) => given === tag || given === `W/${tag}`)
}
