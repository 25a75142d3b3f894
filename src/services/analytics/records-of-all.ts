import { type Static, Type } from '@sinclair/typebox'
import type { Profile } from '#db/accounts/users.ts'
import type { Reader } from '#db/schema/index.ts'
import type { Schemas } from '#generated/types.ts'
import { isOnDays, periodOf } from '#training/periods.ts'
import type { Best } from '#training/records/bests.ts'
import type { RecordKind } from '#training/records/kinds.ts'
import { recordMethods } from '#training/records/records.ts'
import type { SetMark } from '#training/records/set-cursor.ts'
import { byKind, recordBuilder } from '#training/records/to-record.ts'
import { instantsOfDays } from '../training-log/day-range.ts'
import { presentDoubts } from '../training-log/present-doubts.ts'
import { historyUpTo, setsOf } from './fold-training.ts'
import { historyOfAll } from './history-of-all.ts'
import { methodOf } from './method.ts'
import { presentRecord, type RecordsReportOptions } from './records-report.ts'

/**
 * The end of a page: the workout of its last record, and the number of records of that workout listed so
 * far.
 */
export const recordPosition = Type.Object(
  { performedAt: Type.Integer(), workoutId: Type.String(), presented: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)
type RecordPosition = Static<typeof recordPosition>

/** The kinds of which an exercise has only a few records. */
const rareKinds: ReadonlySet<RecordKind> = new Set([
  'heaviest_weight',
  'best_one_rep_max',
  'most_set_volume',
  'most_workout_volume',
  'longest_duration',
  'longest_distance',
])

/**
 * Reports a page of the records of all exercises, newest first, and the end of the page if there are
 * more.
 */
export async function recordsOfAll(
  db: Reader,
  user: Profile,
  { range, unit, formula, kind, timeZone }: RecordsReportOptions,
  { after, limit }: { readonly after: RecordPosition | undefined; readonly limit: number },
): Promise<{ readonly report: Schemas['AllRecords']; readonly last: RecordPosition | undefined }> {
  const { days, from, to, now } = range
  const period = periodOf(from, to)
  const all = await historyOfAll(db, user, { unit, formula })
  const { bests, beaten } = historyUpTo(all, now)
  const sets = setsOf(all)
  const recordOf = recordBuilder(sets, all.options)
  const present = (best: Best) => presentRecord(recordOf(best), { days, unit })
  const markOf = (index: number) => sets.markAt(beaten.positionAt(index))
  const isOn = isOnDays(period, days)
  const newestFirst = beaten
    .indexesIn(instantsOfDays(range), kind)
    .filter((index) => isOn(beaten.performedAt(index), () => markOf(index).timeZone))
    .reverse()
  const start = after ? startAfter(newestFirst, markOf, after) : 0
  const end = start + limit
  const current = (exerciseId: string) =>
    (bests.get(exerciseId)?.current() ?? [])
      .filter((best) => (kind === undefined ? rareKinds.has(best.kind) : best.kind === kind))
      .sort(byKind)
      .map(present)
  return {
    report: {
      scope: 'all',
      from: period.from,
      to: period.to,
      timeZone,
      status: bests.size === 0 ? 'insufficient_data' : 'ok',
      items: newestFirst.slice(start, end).map((index) => present(beaten.at(index))),
      ...(!after && {
        current: [...bests.keys()]
          .sort()
          .map((exerciseId) => ({ exerciseId, records: current(exerciseId) }))
          .filter(({ records }) => records.length > 0),
      }),
      ...presentDoubts(all.doubts, unit),
      methods: recordMethods(formula).map(methodOf),
    },
    last: end < newestFirst.length ? positionOf(newestFirst, markOf, end - 1) : undefined,
  }
}

type MarkOf = (index: number) => SetMark

function positionOf(newestFirst: readonly number[], markOf: MarkOf, last: number): RecordPosition {
  const { workoutId, performedAt } = markOf(newestFirst[last] ?? 0)
  const isOther = (index: number) => markOf(index).workoutId !== workoutId
  return { workoutId, performedAt, presented: last - newestFirst.slice(0, last).findLastIndex(isOther) }
}

/** The index of the first record after a position, whose workout may no longer exist. */
function startAfter(newestFirst: readonly number[], markOf: MarkOf, after: RecordPosition): number {
  const { workoutId, performedAt, presented } = after
  const first = newestFirst.findIndex((index) => {
    const mark = markOf(index)
    if (mark.performedAt !== performedAt) return mark.performedAt < performedAt
    return mark.workoutId <= workoutId
  })
  if (first < 0) return newestFirst.length
  let next = first
  while (next < first + presented) {
    const index = newestFirst[next]
    if (index === undefined || markOf(index).workoutId !== workoutId) break
    next++
  }
  return next
}
