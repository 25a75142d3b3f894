import { createRxDatabase, type RxCollection, type WithDeleted } from 'rxdb'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import type { Schemas } from '#generated/types.ts'

/** A workout as RxDB stores it. */
export interface WorkoutDocument {
  id: string
  /** The revision of the server's state that the document is based on; 0 for a new workout. */
  revision: number
  /** Absent if the workout is deleted. */
  value?: Schemas['WorkoutInput']
}

/** An in-memory RxDB database for the workouts of one user. */
export async function workoutCollection(name: string): Promise<RxCollection<WorkoutDocument>> {
  const database = await createRxDatabase({ name, storage: getRxStorageMemory(), multiInstance: false })
  const { workouts } = await database.addCollections<{ workouts: RxCollection<WorkoutDocument> }>({
    workouts: {
      schema: {
        version: 0,
        type: 'object',
        primaryKey: 'id',
        properties: {
          id: { type: 'string', maxLength: 36 },
          revision: { type: 'number' },
          value: { type: 'object', additionalProperties: true },
        },
        required: ['id', 'revision'],
      },
    },
  })
  return workouts
}

/** The server's workout as a document. */
export function documentOf({
  id,
  op,
  revision,
  value,
}: Schemas['WorkoutChange']): WithDeleted<WorkoutDocument> {
  return { id, revision, ...(value && { value: inputOf(value) }), _deleted: op === 'delete' }
}

/** The members of a workout that a client can send: all except those that the server computes. */
export function inputOf(workout: Schemas['Workout']): Schemas['WorkoutInput'] {
  const { totals: _totals, revision: _revision, createdAt: _created, updatedAt: _updated, ...input } = workout
  return input
}

/** The mutation that pushes a document, based on a revision of the server. */
export function mutationOf(
  { id, value, _deleted }: WithDeleted<WorkoutDocument>,
  baseRevision: number,
): Schemas['WorkoutMutation'] {
  const mutation = { mutationId: Bun.randomUUIDv7(), resource: 'workout', id, baseRevision } as const
  return _deleted ? { ...mutation, op: 'delete' } : { ...mutation, op: 'put', ...(value && { value }) }
}
