import { type Static, Type } from '@sinclair/typebox'
import type { components } from '../../../generated/types.ts'
import type { Reader } from '../../db/schema.ts'
import type { Profile } from '../../db/users.ts'
import { periodOf } from '../../training/periods.ts'
import type { Best } from '../../training/records/bests.ts'
import type { RecordKind } from '../../training/records/kinds.ts'
import { recordMethods } from '../../training/records/records.ts'
import type { SetCursor } from '../../training/records/set-cursor.ts'
import { byKind, recordTeller } from '../../training/records/told.ts'
import { setsOf } from './fold-training.ts'
import { historyOfAll } from './history-of-all.ts'
import { methodOf } from './method.ts'
import { instantsOf } from './range.ts'
import { type RecordsQuestion, toldRecord } from './records-report.ts'

type Words = components['schemas']

/** Where a page ends: the workout of its last record, and how many of that workout were told up to it. */
export const recordPosition = Type.Object(
  { performedAt: Type.Integer(), workoutId: Type.String(), told: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)
type RecordPosition = Static<typeof recordPosition>

/** Those of an exercise that can't be many. */
const fewOfAnExercise: ReadonlySet<RecordKind> = new Set([
  'heaviest_weight',
  'best_one_rep_max',
  'most_set_volume',
  'most_workout_volume',
  'longest_duration',
  'longest_distance',
])

/** Reads all that a user did and reports a page of the records of all exercises, newest first, with where it ends if more come. */
export async function recordsOfAll(
  db: Reader,
  user: Profile,
  { range, unit, formula, kind, timeZone }: RecordsQuestion,
  { after, limit }: { readonly after: RecordPosition | undefined; readonly limit: number },
): Promise<{ readonly report: Words['RecordsOfAll']; readonly last: RecordPosition | undefined }> {
  const { days, from, to } = range
  const period = periodOf(days, from, to)
  const all = await historyOfAll(db, user, { unit, formula })
  const { bests, beaten } = all.history
  const sets = setsOf(all)
  const recordOf = recordTeller(sets, all.options)
  const told = (best: Best) => toldRecord(recordOf(best), { days, unit })
  const newestFirst = beaten
    .between(instantsOf(period))
    .filter((best) => kind === undefined || best.kind === kind)
    .reverse()
  const start = after ? startAfter(newestFirst, sets, after) : 0
  const end = start + limit
  const current = (exerciseId: string) =>
    (bests.get(exerciseId)?.current() ?? [])
      .filter((best) => (kind === undefined ? fewOfAnExercise.has(best.kind) : best.kind === kind))
      .sort(byKind)
      .map(told)
  return {
    report: {
      scope: 'all',
      from: period.from,
      to: period.to,
      timeZone,
      status: bests.size === 0 ? 'insufficient_data' : 'ok',
      items: newestFirst.slice(start, end).map(told),
      ...(!after && {
        current: [...bests.keys()]
          .sort()
          .map((exerciseId) => ({ exerciseId, records: current(exerciseId) }))
          .filter(({ records }) => records.length > 0),
      }),
      methods: recordMethods(formula).map(methodOf),
    },
    last: end < newestFirst.length ? positionOf(newestFirst, sets, end - 1) : undefined,
  }
}

function positionOf(newestFirst: readonly Best[], sets: SetCursor, place: number): RecordPosition {
  const { workoutId, performedAt } = sets.markAt(newestFirst[place]?.position ?? 0)
  const isOther = (best: Best) => sets.markAt(best.position).workoutId !== workoutId
  return { workoutId, performedAt, told: place - newestFirst.slice(0, place).findLastIndex(isOther) }
}

/** The place of the first record after a position, which may be that of a workout that isn't there any more. */
function startAfter(newestFirst: readonly Best[], sets: SetCursor, after: RecordPosition): number {
  const { workoutId, performedAt, told } = after
  const place = newestFirst.findIndex((best) => {
    const mark = sets.markAt(best.position)
    if (mark.performedAt !== performedAt) return mark.performedAt < performedAt
    return mark.workoutId <= workoutId
  })
  if (place < 0) return newestFirst.length
  let own = place
  while (own < place + told) {
    const best = newestFirst[own]
    if (!best || sets.markAt(best.position).workoutId !== workoutId) break
    own++
  }
  return own
}
