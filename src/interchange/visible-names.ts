import { type AnyObject, isObject } from '#lib/is-object.ts'
import { isVisible } from '#lib/visible.ts'
import type { ListMember } from './account.ts'

/** The members of items that are names. */
const nameMembers: ReadonlySet<string> = new Set(['name', 'author', 'displayName'])

/** The names of items that must have one. */
const usualNames: Partial<Readonly<Record<string, string>>> = {
  exercises: 'Exercise',
  programs: 'Program',
} satisfies Partial<Record<ListMember, string>>

/**
 * An item of an export without names that can't be seen, which earlier versions accepted. The name of an exercise or a
 * program is replaced, other names are left out.
 */
export function withVisibleNames(member: ListMember | 'user', value: unknown): unknown {
  if (!isObject(value)) return value
  if (member === 'programRevisions') return { ...value, program: withVisibleNames('programs', value.program) }
  const { name } = value
  const usualName = typeof name === 'string' ? usualNames[member] : undefined
  return { ...(usualName !== undefined && { name: usualName }), ...withoutInvisible(value) }
}

function withoutInvisible(value: AnyObject): AnyObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([member, part]) => {
      const isName = nameMembers.has(member) && typeof part === 'string'
      return isName && !isVisible(part) ? [] : [[member, visiblePart(part)] as const]
    }),
  )
}

function visiblePart(part: unknown): unknown {
  if (Array.isArray(part))
    return part.filter((item) => typeof item !== 'string' || isVisible(item)).map(visiblePart)
  return isObject(part) ? withoutInvisible(part) : part
}
