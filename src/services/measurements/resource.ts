import {
  deleteMeasurement,
  findMeasurement,
  insertMeasurement,
  type MeasurementDraft,
  type MeasurementRow,
  replaceMeasurement,
  reviveMeasurement,
} from '#db/measurements/measurements.ts'
import { changedIn } from '#db/sync/changes.ts'
import type { Schemas } from '#generated/types.ts'
import { changeHead } from '../crud/change.ts'
import type { Resource } from '../crud/resource.ts'
import { measurementPages } from './list.ts'
import { draftMeasurement, presentMeasurement } from './shape.ts'

/** The TypeScript types of the resource `measurement`; see `ResourceTypes`. */
export interface Measurements {
  readonly name: 'measurement'
  readonly input: Schemas['MeasurementInput']
  readonly draft: MeasurementDraft
  readonly stored: MeasurementRow
  readonly value: Schemas['Measurement']
  readonly locked: never
  readonly writeFailure: never
}

/** Reads and writes measurements. */
export const measurements: Resource<Measurements> = {
  name: 'measurement',
  table: 'measurements',
  exported: { member: 'measurements', pages: (db, user) => measurementPages(db, user.id) },
  imported: 'with_log',

  draft: (input, { userId, id }) => ({ kind: 'drafted', draft: draftMeasurement(userId, id, input) }),

  async find(db, userId, id) {
    const stored = await findMeasurement(db, userId, id)
    return stored ? { kind: 'found', stored } : { kind: 'missing', resource: 'measurement' }
  },

  stampsOf: (row) => row,

  async insert(tx, draft, now) {
    const stored = await insertMeasurement(tx, draft, now)
    return stored ? { kind: 'saved', stored } : { kind: 'id_taken', resource: 'measurement' }
  },

  update: async (tx, stored, draft, now) => ({
    kind: 'saved',
    stored: await replaceMeasurement(tx, stored, draft, now),
  }),

  revive: async (tx, tombstone, draft, now) => ({
    kind: 'saved',
    stored: await reviveMeasurement(tx, tombstone, draft, now),
  }),

  delete: deleteMeasurement,

  present: async (_db, _user, row) => presentMeasurement(row),

  listChanged: changedIn('measurements'),

  presentChanges: async (_db, _user, rows) =>
    rows.map((row) => ({
      ...changeHead('measurement', row),
      ...(row.deletedAt === null && { value: presentMeasurement(row) }),
    })),
}
