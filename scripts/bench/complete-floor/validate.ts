import type { Schemas } from '#generated/types.ts'

const workoutMembers = new Set([
  'id',
  'name',
  'notes',
  'startedAt',
  'endedAt',
  'timeZone',
  'energy',
  'exertion',
  'exercises',
])
const entryMembers = new Set(['id', 'exerciseId', 'sets'])
const setMembers = new Set(['id', 'type', 'weight', 'reps', 'rpe', 'restSeconds', 'completedAt'])
const types = new Set<unknown>(['warmup', 'normal', 'drop', 'failure'])
const units = new Set<unknown>(['kg', 'lb'])
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const maxEntries = 200
const maxSets = 200

type Members = Readonly<Record<string, unknown>>

/** Whether a body is a valid workout. Checks only the members that the benchmark uses. */
export function isWorkout(
  value: unknown,
  isExercise: (id: string) => boolean,
): value is Schemas['WorkoutInput'] {
  if (!hasOnly(value, workoutMembers)) return false
  const { id, name, notes, startedAt, endedAt, timeZone, energy, exertion, exercises } = value
  if (!isId(id) || !isText(name, 200) || !isText(notes, 10_000) || !isText(timeZone, 64)) return false
  if (energy !== undefined && !isWhole(energy, 5)) return false
  if (exertion !== undefined && !isWithin(exertion, 10)) return false
  if (!isInstant(startedAt) || !isInstant(endedAt)) return false
  if (Date.parse(endedAt) < Date.parse(startedAt)) return false
  if (!Array.isArray(exercises) || exercises.length > maxEntries) return false
  return exercises.every(
    (entry) =>
      hasOnly(entry, entryMembers) &&
      isId(entry.id) &&
      typeof entry.exerciseId === 'string' &&
      isExercise(entry.exerciseId) &&
      Array.isArray(entry.sets) &&
      entry.sets.length <= maxSets &&
      entry.sets.every(isSet),
  )
}

function isSet(value: unknown): boolean {
  if (!hasOnly(value, setMembers)) return false
  const { id, type, weight, reps, rpe, restSeconds, completedAt } = value
  return (
    isId(id) &&
    (completedAt === undefined || isInstant(completedAt)) &&
    types.has(type) &&
    (weight === undefined || isWeight(weight)) &&
    (reps === undefined || isWhole(reps, 10_000)) &&
    (rpe === undefined || (isWithin(rpe, 10) && (rpe * 2) % 1 === 0)) &&
    (restSeconds === undefined || isWhole(restSeconds, 86_400))
  )
}

function isWeight(weight: unknown): boolean {
  if (typeof weight !== 'object' || weight === null || !('value' in weight) || !('unit' in weight))
    return false
  return isWithin(weight.value, 2000) && units.has(weight.unit)
}

function hasOnly(value: unknown, members: ReadonlySet<string>): value is Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  for (const name in value) if (!members.has(name)) return false
  return true
}

function isId(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && uuid.test(value))
}

function isText(value: unknown, max: number): boolean {
  return value === undefined || (typeof value === 'string' && value.length >= 1 && value.length <= max)
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value))
}

function isWithin(value: unknown, max: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= max
}

function isWhole(value: unknown, max: number): boolean {
  return Number.isInteger(value) && isWithin(value, max)
}
