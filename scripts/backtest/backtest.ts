import { userDays } from '#training/days.ts'
import { expectedOf, type LiftSet, MemoryFold, measuredSet, workingLoad } from '#training/lift-state/index.ts'
import { sessionLevel } from '#training/lift-state/level.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme, SchemeId } from '#training/progression/schemes.ts'
import type { PrescribedSet, TrainedSet } from '#training/progression/types.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import type { ExerciseFacts } from '#training/types.ts'
import type { Lifter } from './sessions.ts'
import { Coverage, type PrescribedLoad, Tally } from './tally.ts'

/** The results of a backtest: each rule's prescriptions, and the intervals by label. */
export interface Backtest {
  readonly rules: ReadonlyMap<string, Tally>
  readonly coverage: ReadonlyMap<string, Coverage>
  readonly sets: number
  /** Sets that were excluded as typing errors and never confirmed. */
  readonly doubts: number
}

/** The number of sessions of a lift before the first judged one. */
const warmUp = 3
/** The number of last sessions available to rules without a memory. */
const seenSessions = 40
const same = 'same as last time'
const days = userDays({ timeZone: 'UTC' })
const bodyweightAt = () => undefined

/** Processes the logs workout by workout: prescribes, compares with what was done, remembers. */
export function backtest(lifters: readonly Lifter[], schemes: readonly SchemeId[]): Backtest {
  const rules = new Map([same, ...schemes].map((name) => [name, new Tally()]))
  const coverage = new Map(['all', 'high', 'medium', 'low'].map((label) => [label, new Coverage()]))
  let sets = 0
  let doubts = 0
  for (const lifter of lifters) {
    const { exercises, workouts } = lifter
    const memory = new MemoryFold()
    const past = new Map<string, TrainedSet[][]>()
    for (const workout of workouts) {
      sets += workout.length
      for (const [id, own] of Map.groupBy(workout, ({ exerciseId }) => exerciseId)) {
        const facts = exercises.get(id)
        const working = facts ? loadsOf(own, facts) : []
        const before = past.get(id) ?? []
        if (facts && working.length > 0 && before.length >= warmUp)
          judge(facts, { own, working, before }, { lifter, memory, schemes }, { rules, coverage })
        if (working.length > 0) past.set(id, [...before, own].slice(-seenSessions))
      }
      memory.take(new ListedSets(workout), { exercises, bodyweightAt, days })
    }
    doubts += memory.doubts().length
  }
  return { rules, coverage, sets, doubts }
}

function loadsOf(sets: readonly TrainedSet[], facts: ExerciseFacts): LiftSet[] {
  return sets.flatMap((set) => {
    const measured = set.type === 'drop' ? undefined : measuredSet(set, facts, undefined)
    return measured && measured.set.reps > 0 ? [measured.set] : []
  })
}

function plannedSets(sets: readonly PrescribedSet[]): LiftSet[] {
  return sets.flatMap(({ type, weightGrams, reps }) =>
    type === 'warmup' || weightGrams === undefined
      ? []
      : [{ load: weightGrams / 1000, reps: reps?.min ?? 1 }],
  )
}

function judge(
  facts: ExerciseFacts,
  {
    own,
    working,
    before,
  }: {
    readonly own: readonly TrainedSet[]
    readonly working: readonly LiftSet[]
    readonly before: readonly TrainedSet[][]
  },
  {
    lifter,
    memory,
    schemes,
  }: { readonly lifter: Lifter; readonly memory: MemoryFold; readonly schemes: readonly SchemeId[] },
  { rules, coverage }: Pick<Backtest, 'rules' | 'coverage'>,
): void {
  const last = loadsOf(before.at(-1) ?? [], facts)
  const now = own[0]?.performedAt ?? 0
  const remembered = memory.of(facts.id)
  const lastLoad = workingLoad(last)
  const done = { load: workingLoad(working), level: sessionLevel(working), before: lastLoad }
  const unit = lifter.unitOf.get(facts.id) ?? 'kg'
  const asked = new Map<string, PrescribedLoad>()
  asked.set(same, { load: lastLoad, reps: last.find(({ load }) => load === lastLoad)?.reps ?? 1 })
  for (const id of schemes) {
    const scheme: Scheme = { scheme: id }
    const next = progressionOf({
      facts,
      sets: before.flat(),
      scheme,
      memory: remembered,
      unit,
      loading: loadingFor({ unit }),
      bodyweightAt,
      days,
      now,
      progress: 'insufficient_data',
    })
    const planned = next.status === 'prescription' ? plannedSets(next.sets) : []
    if (planned.length === 0) return
    const load = workingLoad(planned)
    asked.set(id, { load, reps: planned.find((set) => set.load === load)?.reps ?? 1 })
  }
  for (const [name, prescription] of asked) rules.get(name)?.add(prescription, done)
  if (!remembered) return
  const expected = expectedOf(remembered.lift, remembered.lifter, days.dayOf(now))
  coverage.get('all')?.add(expected, done.level)
  if (expected.label) coverage.get(expected.label)?.add(expected, done.level)
}
