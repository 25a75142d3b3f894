import { prepare } from '../engine/prepare.ts'
import type { Reader } from '../schema/index.ts'
import type { Instants } from '../values/instant.ts'
import { maxDayDistance } from '../values/local-times.ts'

/** A bodyweight and its time, in milliseconds since 1970. */
export interface BodyweightRow {
  readonly measuredAt: number
  readonly weightGrams: number
}

function bodyweightsOf(db: Reader, userId: string) {
  return db
    .selectFrom('measurements')
    .where('userId', '=', userId)
    .where('kind', '=', 'bodyweight')
    .where('deletedAt', 'is', null)
}

const selectAroundSpan = prepare((db, { userId, from, before }: Instants & { readonly userId: string }) => {
  const last = bodyweightsOf(db, userId).where('measuredAt', '<', from).orderBy('measuredAt', 'desc')
  const next = bodyweightsOf(db, userId).where('measuredAt', '>=', before).orderBy('measuredAt')
  return bodyweightsOf(db, userId)
    .select(['measuredAt', 'canonical as weightGrams'])
    .where('measuredAt', '>=', ({ fn, val }) => fn.coalesce(last.select('measuredAt').limit(1), val(from)))
    .where('measuredAt', '<=', ({ fn, val }) => fn.coalesce(next.select('measuredAt').limit(1), val(before)))
    .orderBy('measuredAt')
    .orderBy('id')
})

/**
 * The bodyweights within a time span, plus the last one before and the first one after it, oldest first:
 * everything that the load of bodyweight lifts in that span depends on.
 */
export function listBodyweights(db: Reader, userId: string, range: Instants): Promise<BodyweightRow[]> {
  return selectAroundSpan.all(db, { userId, ...range })
}

const selectChanged = prepare((db, { userId, after }: { readonly userId: string; readonly after: number }) =>
  db
    .selectFrom('measurements')
    .select('id')
    .where('userId', '=', userId)
    .where('seq', '>', after)
    .where('kind', '=', 'bodyweight')
    .limit(1),
)

/**
 * Whether a bodyweight was measured, changed or deleted after the user's change number `after`, which must not be below
 * the horizon.
 */
export async function haveBodyweightsChanged(db: Reader, userId: string, after: number): Promise<boolean> {
  return (await selectChanged.first(db, { userId, after })) !== undefined
}

interface ChangedBodyweight {
  readonly userId: string
  readonly id: string
  readonly measuredAt: number
}

const selectLastBefore = prepare((db, { userId, id, measuredAt }: ChangedBodyweight) =>
  bodyweightsOf(db, userId)
    .select('measuredAt')
    .where('measuredAt', '<=', measuredAt)
    .where('id', '!=', id)
    .orderBy('measuredAt', 'desc')
    .limit(1),
)

const selectFirstAfter = prepare((db, { userId, id, measuredAt }: ChangedBodyweight) =>
  bodyweightsOf(db, userId)
    .select('measuredAt')
    .where('measuredAt', '>', measuredAt)
    .where('id', '!=', id)
    .orderBy('measuredAt')
    .limit(1),
)

/**
 * The time span of workouts whose load may depend on this bodyweight: from its day to that of the next bodyweight.
 * The first bodyweight also affects all earlier workouts.
 */
export async function spanAffectedByBodyweight(db: Reader, changed: ChangedBodyweight): Promise<Instants> {
  const next = await selectFirstAfter.first(db, changed)
  return {
    from: (await selectLastBefore.first(db, changed))
      ? changed.measuredAt - maxDayDistance
      : Number.MIN_SAFE_INTEGER,
    before: next ? next.measuredAt + maxDayDistance : Number.MAX_SAFE_INTEGER,
  }
}
