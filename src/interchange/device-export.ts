import { type AnyObject, isObject } from '#lib/is-object.ts'
import { engagementRole } from '#training/engagement.ts'
import type { ListMember } from './account.ts'

/** Defaults for the fields that the server sets, besides stamps. An import only reads the source. */
const fields: Partial<Readonly<Record<ListMember, AnyObject>>> = {
  exercises: { source: 'custom' },
  workouts: { totals: { volume: { value: 0, unit: 'kg' }, sets: 0, reps: 0 } },
  programs: { source: 'custom' },
}

/**
 * Completes the resources of an export written by a device: unsent ones have no revision, stamps or totals.
 *
 * @param exportedAt when the file was written, if it says so
 */
export function completedFromDevice(exportedAt: unknown) {
  const at = typeof exportedAt === 'string' ? exportedAt : '1970-01-01T00:00:00.000Z'
  return (list: ListMember, value: unknown): unknown => {
    if (!isObject(value)) return value
    const { revision, engagement, ...content } = value
    return {
      ...fields[list],
      createdAt: content.updatedAt ?? at,
      updatedAt: at,
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
