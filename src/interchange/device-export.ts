import { engagementRole } from '#training/engagement.ts'

interface Members {
  readonly [name: string]: unknown
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The lists of an export that a device can write itself. */
type DeviceList = 'exercises' | 'workouts' | 'measurements' | 'programs' | 'runs'

/** What the server would have set in an item of each list. An import reads none of it but the source. */
const fields: Readonly<Record<DeviceList, Members>> = {
  exercises: { source: 'custom' },
  workouts: { totals: { volume: { value: 0, unit: 'kg' }, sets: 0, reps: 0 } },
  measurements: {},
  programs: { source: 'custom' },
  runs: {},
}

/**
 * Completes an item of an export that a device wrote without the server: what was never sent has no revision,
 * no stamps and no totals.
 *
 * @param exportedAt when the file was written, if it says so
 */
export function completedFromDevice(list: DeviceList, exportedAt: unknown) {
  const at = typeof exportedAt === 'string' ? exportedAt : '1970-01-01T00:00:00.000Z'
  return (value: unknown): unknown => {
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
