import type { Precondition } from '../contract-types.ts'
import { entityTags } from './etag.ts'

/** Whether a resource at this revision may be changed. */
export function satisfies(precondition: Precondition, revision: number): boolean {
  return 'any' in precondition || precondition.revisions.includes(revision)
}

const ourTag = /^"(0|[1-9]\d{0,15})-[0-9a-z]+"$/

/**
 * Parses `If-Match` (RFC 9110 §13.1.1). Weak tags never match strongly, and tags that we never made match
 * nothing: neither names a revision. `undefined` if it isn't a list of entity tags at all.
 */
export function readIfMatch(header: string): Precondition | undefined {
  const tags = entityTags(header)
  if (tags === undefined) return undefined
  if (tags === '*') return { any: true }
  const revisions: number[] = []
  for (const tag of tags) {
    const digits = ourTag.exec(tag)?.[1]
    if (digits !== undefined) revisions.push(Number(digits))
  }
  return { revisions }
}
