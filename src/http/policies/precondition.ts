import type { Precondition } from '../contract-types.ts'
import { entityTags } from './etag.ts'

/** Whether the precondition allows changing a resource at this revision. */
export function satisfies(precondition: Precondition, revision: number): boolean {
  return 'any' in precondition || precondition.revisions.includes(revision)
}

const issuedTag = /^"(0|[1-9]\d{0,15})-([0-9a-z]+)-[0-9a-z]+"$/

/**
 * Parses `If-Match` (RFC 9110 §13.1.1) of a request that changes an object. Weak tags, tags of other objects and
 * tags that the server never issued match nothing. Returns `undefined` if the header isn't a list of entity tags
 * at all.
 *
 * @param object the `objectKey` of the object
 */
export function readIfMatch(header: string, object: string): Precondition | undefined {
  const tags = entityTags(header)
  if (tags === undefined) return undefined
  if (tags === '*') return { any: true }
  const revisions: number[] = []
  for (const tag of tags) {
    const [, revision, taggedObject] = issuedTag.exec(tag) ?? []
    if (taggedObject === object) revisions.push(Number(revision))
  }
  return { revisions }
}
