import type { Content } from '#training/merge.ts'
import { uuid } from './ids.ts'
import type { Resource } from './types.ts'

const serverFields = [
  'totals',
  'doubts',
  'revision',
  'createdAt',
  'updatedAt',
  'source',
  'derived',
  'state',
  'deletedAt',
]
const instants = ['startedAt', 'endedAt', 'completedAt', 'measuredAt', 'at']

/**
 * A value in the normal form that the server returns too, so that the two can be compared: the fields that only the
 * server sets are removed, times are in UTC with milliseconds, an exercise's defaults are filled in, and missing ids
 * are generated.
 *
 * @param now for new ids, in milliseconds since 1970
 * @param zone the time zone of a workout that has none
 */
export function contentOf(resource: Resource, value: object, now: number, zone?: unknown): Content {
  const text = JSON.stringify(value, (name, member) => {
    // An invalid time, for which `toJSON` returns null, stays as it is, for the server to reject.
    return instants.includes(name) ? (new Date(member).toJSON() ?? member) : member
  })
  const content: Record<string, unknown> & Content = { id: uuid(now), ...JSON.parse(text) }
  for (const field of serverFields) delete content[field]
  if (resource === 'workout') {
    const timeZone = content.timeZone ?? offsetOf(value) ?? zone
    return withIds(timeZone === undefined ? content : { ...content, timeZone }, now)
  }
  return resource === 'exercise' ? withDefaults(content) : content
}

/** The offset in a workout's start, lost in the conversion to UTC. By RFC 9557, `-00:00` is an unknown offset. */
function offsetOf({ startedAt }: { startedAt?: unknown }): string | undefined {
  return /(?!-00:00)[+-]\d\d:\d\d$/.exec(String(startedAt))?.[0]
}

function withIds(workout: Content, now: number): Content {
  return {
    ...workout,
    exercises: (workout.exercises ?? []).map((entry) => ({
      ...entry,
      id: entry.id ?? uuid(now),
      sets: entry.sets.map((set) => ({ ...set, id: set.id ?? uuid(now) })),
    })),
  }
}

/**
 * Fills in the contract's defaults for fields that an exercise leaves out, and drops what the server adds to
 * its muscles.
 */
function withDefaults(exercise: Content): Content {
  // The value has the contract's type: the compiler checks values that are put, the server those that are pulled.
  const engagement = (exercise.engagement ?? []) as readonly { muscle: string; percent: number }[]
  return {
    aliases: [],
    cues: [],
    unilateral: false,
    perHand: false,
    bodyweightShare: exercise.tracking === 'bodyweight_reps' ? 1 : 0,
    ...exercise,
    engagement: engagement.map(({ muscle, percent }) => ({ muscle, percent })),
  }
}
