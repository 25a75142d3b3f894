import { userDays } from '#training/days.ts'
import { expectedOf, type LiftSet, MemoryFold, measuredSet, workingLoad } from '#training/lift-state/index.ts'
import { sessionLevel } from '#training/lift-state/level.ts'
import { loadingFor } from '#training/plates/loading.ts'
import { progressionOf } from '#training/progression/progression.ts'
import type { Scheme, SchemeId } from '#training/progression/schemes.ts'
import type { PrescribedSet, Prescription, TrainedSet } from '#training/progression/types.ts'
import { ListedSets } from '#training/records/set-cursor.ts'
import type { ExerciseFacts } from '#training/types.ts'
import type { Lifter } from './sessions.ts'
import { Chances, Coverage, type PrescribedLoad, Tally } from './tally.ts'

/** The results of a backtest. */
export interface Backtest {
  /** The prescriptions of each rule, compared with the sessions that followed. */
  readonly rules: ReadonlyMap<string, Tally>
  /** How often the interval of the one-rep max contained the next session's, by the label of its confidence. */
  readonly coverage: ReadonlyMap<string, Coverage>
  /** The stated chances, by the rule that prescribed. */
  readonly chances: ReadonlyMap<string, Chances>
  readonly sets: number
  /** Sets that were excluded as typing errors and never confirmed. */
  readonly doubts: number
}

/** The number of sessions of a lift before the first judged one. */
const warmUp = 3
/** How many of the most recent sessions are available to rules without a memory. */
const maxEarlierSessions = 40
const sameAsBefore = 'same as last time'
const days = userDays({ timeZone: 'UTC' })
const bodyweightAt = () => undefined

/** Replays the logs workout by workout: prescribes, compares with the completed session, and updates the memory. */
export function backtest(lifters: readonly Lifter[], schemes: readonly SchemeId[]): Backtest {
  const rules = new Map([sameAsBefore, ...schemes].map((name) => [name, new Tally()]))
  const coverage = new Map(['all', 'high', 'medium', 'low'].map((label) => [label, new Coverage()]))
  const chances = new Map<string, Chances>()
  let sets = 0
  let doubts = 0
  for (const lifter of lifters) {
    const { exercises, workouts } = lifter
    const memory = new MemoryFold()
    const sessionsByExercise = new Map<string, TrainedSet[][]>()
    for (const workout of workouts) {
      sets += workout.length
      for (const [id, session] of Map.groupBy(workout, ({ exerciseId }) => exerciseId)) {
        const facts = exercises.get(id)
        const workingSets = facts ? loadsOf(session, facts) : []
        const earlierSessions = sessionsByExercise.get(id) ?? []
        if (facts && workingSets.length > 0 && earlierSessions.length >= warmUp)
          judge(
            facts,
            { session, workingSets, earlierSessions },
            { lifter, memory, schemes },
            { rules, coverage, chances },
          )
        if (workingSets.length > 0)
          sessionsByExercise.set(id, [...earlierSessions, session].slice(-maxEarlierSessions))
      }
      memory.add(new ListedSets(workout), { exercises, bodyweightAt, days })
    }
    doubts += memory.doubts().length
  }
  return { rules, coverage, chances, sets, doubts }
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

interface Results extends Pick<Backtest, 'rules' | 'coverage'> {
  readonly chances: Map<string, Chances>
}

function judge(
  facts: ExerciseFacts,
  {
    session,
    workingSets,
    earlierSessions,
  }: {
    readonly session: readonly TrainedSet[]
    readonly workingSets: readonly LiftSet[]
    readonly earlierSessions: readonly TrainedSet[][]
  },
  {
    lifter,
    memory,
    schemes,
  }: { readonly lifter: Lifter; readonly memory: MemoryFold; readonly schemes: readonly SchemeId[] },
  { rules, coverage, chances }: Results,
): void {
  const last = loadsOf(earlierSessions.at(-1) ?? [], facts)
  const now = session[0]?.performedAt ?? 0
  const remembered = memory.of(facts.id)
  const lastLoad = workingLoad(last)
  const completed = {
    load: workingLoad(workingSets),
    level: sessionLevel(workingSets),
    previousLoad: lastLoad,
  }
  const unit = lifter.unitOf.get(facts.id) ?? 'kg'
  const prescriptions = new Map<string, PrescribedLoad>()
  prescriptions.set(sameAsBefore, {
    load: lastLoad,
    reps: last.find(({ load }) => load === lastLoad)?.reps ?? 1,
  })
  for (const id of schemes) {
    const scheme: Scheme = { scheme: id }
    const next = progressionOf({
      facts,
      sets: earlierSessions.flat(),
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
    prescriptions.set(id, { load, reps: planned.find((set) => set.load === load)?.reps ?? 1 })
    if (next.status === 'prescription') judgeChance(next, planned, workingSets, chances)
  }
  for (const [name, prescription] of prescriptions) rules.get(name)?.add(prescription, completed)
  if (!remembered) return
  const expected = expectedOf(remembered.lift, remembered.lifter, days.dayOf(now))
  coverage.get('all')?.add(expected, completed.level)
  if (expected.label) coverage.get(expected.label)?.add(expected, completed.level)
}

/** Loads whose relative difference is smaller count as the same. */
const sameLoad = 0.02

/** Records whether the first set at the heaviest prescribed load reached its reps, unless other loads were used. */
function judgeChance(
  { rule, chance }: Prescription,
  planned: readonly LiftSet[],
  completed: readonly LiftSet[],
  chances: Map<string, Chances>,
): void {
  const heaviest = planned.reduce((most, set) => (set.load > most.load ? set : most))
  const first = completed.find(({ load }) => Math.abs(load - heaviest.load) < sameLoad * heaviest.load)
  if (chance === undefined || !first) return
  const chancesOfRule = chances.get(rule) ?? new Chances()
  chances.set(rule, chancesOfRule)
  chancesOfRule.add(chance, first.reps >= heaviest.reps)
}
