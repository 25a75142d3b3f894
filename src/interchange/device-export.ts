import { type AnyObject, isObject } from '#lib/is-object.ts'
import { engagementRole } from '#training/engagement.ts'
import type { ListMember } from './account.ts'

/**
 * Defaults for fields that the server sets, except timestamps. Only `source` is read by an import; the others satisfy
 * the schema.
 */
const serverFields: Partial<Readonly<Record<ListMember, AnyObject>>> = {
  exercises: { source: 'custom' },
  workouts: { totals: { volume: { value: 0, unit: 'kg' }, sets: 0, reps: 0 } },
  programs: { source: 'custom' },
}

/**
 * Completes the resources in an export written by a device, where unsent ones have no revision, timestamps or
 * totals.
 *
 * @param exportedAt when the file was written, if it says so
 */
export function deviceItemCompleter(exportedAt: unknown) {
  const fallbackTime = typeof exportedAt === 'string' ? exportedAt : '1970-01-01T00:00:00.000Z'
  return (list: ListMember, value: unknown): unknown => {
    if (!isObject(value)) return value
    const { revision, engagement, ...content } = value
    return {
      ...serverFields[list],
      createdAt: content.updatedAt ?? fallbackTime,
      updatedAt: fallbackTime,
      ...content,
      revision: revision === 0 || revision === undefined ? 1 : revision,
      ...(Array.isArray(engagement) && { engagement: engagement.map(withRole) }),
    }
  }
}

function withRole(item: unknown): unknown {
  if (!isObject(item) || typeof item.percent !== 'number') return item
  return { role: engagementRole(item.percent), ...item }
}
