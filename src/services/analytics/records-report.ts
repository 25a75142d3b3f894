import { instant } from '#db/values/instant.ts'
import type { Schemas } from '#generated/types.ts'
import { type Days, dayText } from '#training/days.ts'
import { inPeriod, periodOf } from '#training/periods.ts'
import type { PersonalRecord, RecordKind, RecordMark } from '#training/records/kinds.ts'
import { type ExerciseRecords, recordMethods } from '#training/records/records.ts'
import { distanceUnits, fromGrams, rounded, weightUnits } from '#training/units.ts'
import { methodOf } from './method.ts'
import type { ReportRange } from './range.ts'

/** The days and the unit in which records are presented. */
export interface RecordFormat {
  readonly days: Days
  readonly unit: Schemas['WeightUnit']
}

/** The parameters of a query for records. */
export interface RecordsReportOptions {
  readonly timeZone: string
  /** The range of the history. */
  readonly range: ReportRange
  readonly unit: Schemas['WeightUnit']
  readonly formula: Schemas['OneRepMaxFormula']
  /** Only this kind, or all if undefined. */
  readonly kind: RecordKind | undefined
}

/** The report of `GET /api/analytics/records` on one exercise. */
export function recordsReport(
  options: RecordsReportOptions,
  { exerciseId, current, history }: ExerciseRecords,
): Schemas['ExerciseRecords'] {
  const { range, unit, kind } = options
  const period = periodOf(range.from, range.to)
  const format = { days: range.days, unit }
  const isRequested = (record: PersonalRecord) => kind === undefined || record.kind === kind
  return {
    scope: 'exercise',
    exerciseId,
    from: period.from,
    to: period.to,
    timeZone: options.timeZone,
    status: current.length === 0 ? 'insufficient_data' : 'ok',
    current: current.filter(isRequested).map((record) => presentRecord(record, format)),
    history: inPeriod(history.filter(isRequested), period, range.days).map((record) =>
      presentRecord(record, format),
    ),
    methods: recordMethods(options.formula).map(methodOf),
  }
}

/** A record in the contract's shape. */
export function presentRecord(
  record: PersonalRecord,
  { days, unit }: RecordFormat,
): Schemas['PersonalRecord'] {
  const { kind, exerciseId, atLeastReps, atWeightGrams, reps, loadGrams, previous } = record
  const recordUnit = unitOfKind(kind, unit)
  return {
    kind,
    exerciseId,
    ...markOf(record, recordUnit, days),
    unit: recordUnit.unit,
    ...(atLeastReps !== undefined && { atLeastReps }),
    ...(atWeightGrams !== undefined && { atWeight: fromGrams(atWeightGrams, unit) }),
    ...(reps !== undefined && { reps }),
    ...(loadGrams !== undefined && { load: fromGrams(loadGrams, unit) }),
    ...(previous && { previous: markOf(previous, recordUnit, days) }),
  }
}

/** The unit of a kind's figures, and its size in the canonical unit. */
interface RecordUnit {
  readonly unit: Schemas['RecordUnit']
  readonly canonical: number
}

function unitOfKind(kind: RecordKind, unit: Schemas['WeightUnit']): RecordUnit {
  switch (kind) {
    case 'most_reps_at_weight':
      return { unit: 'reps', canonical: 1 }
    case 'longest_duration':
      return { unit: 's', canonical: 1 }
    case 'longest_distance':
      return { unit: 'm', canonical: distanceUnits.m.canonical }
    default:
      return { unit, canonical: weightUnits[unit].canonical }
  }
}

function markOf(
  { value, workoutId, performedAt, timeZone, setIds }: RecordMark,
  { canonical }: RecordUnit,
  days: Days,
) {
  return {
    value: rounded(value / canonical, 2),
    workoutId,
    performedAt: instant(performedAt),
    day: dayText(days.dayOf(performedAt, timeZone)),
    setIds: [...setIds],
  }
}
