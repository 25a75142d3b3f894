const tagListPattern =
  /^[\t ]*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"[\t ]*)?(?:,[\t ]*(?:(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"[\t ]*)?)*$/
const tagPattern = /(?:W\/)?"[^"]*"/g

/** The suffix of a compressed representation's tag. */
const codingSuffix = /--(?:zstd|br|gzip)"$/

function listedTags(header: string): readonly string[] | '*' | undefined {
  const text = header.trim()
  if (text === '*') return '*'
  if (text === '' || !tagListPattern.test(text)) return undefined
  return text.match(tagPattern) ?? undefined
}

/**
 * The entity tags of an `If-Match` or `If-None-Match` header, `*`, or `undefined` if it is neither (RFC
 * 9110 §8.8.3). The tag of a compressed representation is treated as that of the uncompressed one, since
 * both name the same version.
 */
export function entityTags(header: string): readonly string[] | '*' | undefined {
  const tags = listedTags(header)
  return typeof tags === 'object' ? tags.map(uncodedTag) : tags
}

/** The tag of a representation in a content coding: `"3-9k2m1x--gzip"`. */
export function codedTag(tag: string, contentCoding: string): string {
  return `${tag.slice(0, -1)}--${contentCoding}"`
}

function uncodedTag(tag: string): string {
  return tag.replace(codingSuffix, '"')
}

/**
 * The strong tag of a representation: `"<revision>-<object>-<hash>"`, or `"<hash>"` for a body without a
 * revision. `object` is the `objectKey` of the represented object: another object at the same revision
 * has a different tag.
 */
export function entityTag(representation: string | Uint8Array, revision: unknown, object: string): string {
  const hash = Bun.hash.xxHash3(representation).toString(36)
  return typeof revision === 'number' ? `"${revision}-${object}-${hash}"` : `"${hash}"`
}

/** A short identifier of an object as one user sees it, derived from its path and the user's id. */
export function objectKey(path: string, userId: string | undefined): string {
  return Bun.hash(`${userId ?? ''}\n${path}`).toString(36)
}

/**
 * The tag for a 304: the one in `If-None-Match` that names the current version, in the content coding
 * that the client has cached. Tags are compared weakly (RFC 9110 §13.1.2). `undefined` if none matches or the
 * header is malformed.
 */
export function matchedTag(header: string, current: string): string | undefined {
  if (header === current) return current
  const tags = listedTags(header)
  if (tags === undefined) return undefined
  if (tags === '*') return current
  return tags.map((tag) => tag.replace(/^W\//, '')).find((tag) => uncodedTag(tag) === current)
}
