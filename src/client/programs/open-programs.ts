import type { Schemas } from '#generated/types.ts'
import {
  contentOfProgram,
  foldRun,
  inProgressOf,
  MissingBaseError,
  needsHistory,
  type Program,
  type ProgramStep,
  presentRunState,
  type RunState,
  readProgram,
  readRun,
  readRunWorkout,
  readySlots,
  type SlotExercise,
  startPercentOf,
  stepAt,
  stepSeconds,
  stepWorkout,
} from '#training/programs/index.ts'
import { fromGrams, rounded } from '#training/units.ts'
import { uuid } from '../ids.ts'
import { startWorkout } from '../logging/index.ts'
import type { LocalProgram, LocalRun, LocalWorkout, Replog, ReplogStorage } from '../types.ts'
import { AlreadyStartedError, RunClosedError, UnknownProgramError } from './errors.ts'
import { keptPrograms } from './kept-programs.ts'
import { baseFromLog, lifterOf, setsBefore } from './lifter.ts'

/** How to open the programs. */
export interface ProgramsOptions {
  /** Where to store the server's programs. */
  readonly storage: ReplogStorage
  /** All exercises by id, such as `all` of `replog/client/catalogue`. */
  readonly exercises: () => Promise<ReadonlyMap<string, SlotExercise>>
  /** The unit for a guest; users have one in their profile. `kg` by default. */
  readonly unit?: Schemas['WeightUnit']
  /** Whether it fetches missing programs automatically: at once, and when a run with an unknown program arrives. */
  readonly auto?: boolean
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** A decision without its id and time, which the device adds. */
export type NewDecision = Schemas['RunDecision'] extends infer Decision
  ? Decision extends unknown
    ? Omit<Decision, 'id' | 'at'>
    : never
  : never

/** Selects a step; by default, the next one. */
interface StepQuery {
  readonly week?: string
  readonly day?: string
}

/** Programs and runs on the device. */
export interface Programs {
  /** The stored built-in programs and the user's own, by name. */
  list(): readonly (Schemas['Program'] | LocalProgram)[]
  /** A program, at a revision or as it is now. */
  get(id: string, revision?: number): Schemas['Program'] | LocalProgram | undefined
  /**
   * Starts a run of a program. Missing bases are derived from the log on the device.
   *
   * @throws UnknownProgramError; MissingBaseError that names a lift; or what `put` throws
   */
  begin(programId: string, bases?: Readonly<Record<string, Schemas['Weight']>>): Promise<LocalRun>
  /**
   * The state of a run, as the server would compute it. The same object until something changes.
   *
   * @throws UnknownProgramError
   * @throws RangeError if there is no such run
   */
  state(runId: string): Schemas['RunState']
  /**
   * The next workout of a run, or the one at the requested step. Only the server computes the chance of weights that a
   * program prescribes. Throws as `state` does, and MissingBaseError.
   */
  next(runId: string, step?: StepQuery): Promise<Schemas['NextWorkout']>
  /**
   * Starts the workout of the next step, or of the requested one, and adds it to the log at once.
   *
   * @throws AlreadyStartedError, RunClosedError, or as `next` does
   */
  start(runId: string, step?: StepQuery): Promise<LocalWorkout>
  /**
   * Adds a decision. It is merged with those of other devices.
   *
   * @throws RunClosedError for an ended run; RangeError; or what `put` throws
   */
  decide(runId: string, decision: NewDecision): Promise<LocalRun>
  /** Pauses, resumes or ends a run. Throws what `put` throws. */
  setStatus(runId: string, status: Schemas['RunStatus']): Promise<LocalRun>
  /** Fetches the built-in programs, and those that runs follow. Resolves to whether any were new; it never rejects. */
  refresh(): Promise<boolean>
  /** Stops automatic fetching. */
  close(): void
}

interface Folded {
  readonly run: LocalRun
  readonly workouts: readonly LocalWorkout[]
  readonly program: Program
  readonly state: RunState
  readonly shown: Schemas['RunState']
}

/** Opens the programs of the device. Once this resolves, the stored ones are available. */
export async function openPrograms(
  replog: Replog,
  { storage, exercises, unit: guestUnit = 'kg', auto = true, now = Date.now }: ProgramsOptions,
): Promise<Programs> {
  const kept = await keptPrograms(storage)
  const folded = new Map<string, Folded>()
  const unitOf = () => replog.user?.unit ?? guestUnit

  const get = (id: string, revision?: number) => {
    const own = replog.programs.get(id)
    if (revision === undefined) return own ?? kept.get(id)
    // For a deleted program, the server has only its last content.
    const isSame = own && (revisionOf(own) === revision || own.deletedAt !== undefined)
    return kept.get(id, revision) ?? (isSame ? own : undefined)
  }

  const runOf = (runId: string): LocalRun => {
    const run = replog.runs.get(runId)
    if (!run) throw new RangeError('there is no such run')
    return run
  }

  const fold = (runId: string): Folded => {
    const run = runOf(runId)
    const workouts = replog.workouts.list()
    const known = folded.get(runId)
    if (known?.run === run && known.workouts === workouts) return known
    const mine = workouts.flatMap((workout) =>
      workout.plan?.runId === runId ? (readRunWorkout(workout) ?? []) : [],
    )
    const programs = new Map<number, Program>()
    const programAt = (revision: number): Program | undefined => {
      const program = programs.get(revision)
      if (program) return program
      const found = get(run.programId, revision)
      if (!found) return undefined
      const read = readProgram(contentOfProgram(found))
      programs.set(revision, read)
      return read
    }
    if (!revisionsOf(run).every(programAt)) throw new UnknownProgramError()
    const state = foldRun(programAt, readRun(runId, run), mine)
    const program = programAt(state.revision)
    if (!program) throw new UnknownProgramError()
    const next = { run, workouts, program, state, shown: presentRunState(state, unitOf()) }
    folded.set(runId, next)
    return next
  }

  const plan = async (runId: string, query: StepQuery) => {
    const { program, state, workouts } = fold(runId)
    const wanted = query.week ?? query.day
    const step = wanted === undefined ? state.next : stepAt(program, state.next, query)
    if (wanted !== undefined && !step) throw new RangeError('the program has no such step')
    if (!step) return undefined
    const all = await exercises()
    const lifter = lifterOf(replog, guestUnit)
    const own = workouts.filter(({ plan: of }) => of?.runId === runId)
    const since = Math.min(
      createdAt(runOf(runId), now()),
      ...own.map(({ startedAt }) => Date.parse(startedAt)),
    )
    const isFollowing = needsHistory(program, step.day)
    const slots = readySlots(program, state, step, {
      ...lifter,
      exercises: all,
      workouts: own,
      earlierSets: (id) =>
        isFollowing ? setsBefore(workouts, id, { unit: lifter.gear.unit, before: since }) : [],
      since,
      at: now(),
      unit: lifter.gear.unit,
    })
    return { step, slots, workout: stepWorkout(program, runId, step, slots, lifter.gear.unit) }
  }

  const isBusy = (runId: string, step: ProgramStep): string | undefined =>
    inProgressOf(
      fold(runId).workouts.flatMap((workout) =>
        workout.plan?.runId === runId ? (readRunWorkout(workout) ?? []) : [],
      ),
      step,
    )

  const isMissing = () =>
    replog.runs.list().some((run) => revisionsOf(run).some((revision) => !get(run.programId, revision)))
  const asked = new Set<string>()
  const fetchMissing = () => {
    const missing = replog.runs.list().map(({ id, revision = 0 }) => `${id}/${revision}`)
    if (!isMissing() || missing.every((one) => asked.has(one))) return
    for (const one of missing) asked.add(one)
    void programs.refresh()
  }

  const programs: Programs = {
    get,
    list: () =>
      [...kept.builtIn(), ...replog.programs.list()].sort((a, b) => a.name.localeCompare(b.name, 'en')),

    async begin(programId, bases = {}) {
      const program = get(programId)
      if (!program) throw new UnknownProgramError()
      const all = await exercises()
      const lifter = lifterOf(replog, guestUnit)
      const lifts = (program.lifts ?? []).map(({ key, exerciseId, ...lift }) => {
        const given = bases[key]
        if (given) return { lift: key, base: given }
        const exercise = all.get(exerciseId)
        const grams =
          exercise &&
          baseFromLog(replog.workouts.list(), exercise, lifter, { percent: startPercentOf(lift), at: now() })
        if (grams === undefined) throw new MissingBaseError(key)
        return { lift: key, base: fromGrams(grams, unitOf()) }
      })
      const programRevision = revisionOf(program)
      // The user may edit the program before the server has seen this revision.
      await kept.keep({ source: 'custom', ...program, revision: programRevision })
      return replog.runs.put({
        programId,
        programRevision,
        status: 'active',
        lifts,
        decisions: [],
      })
    },

    state: (runId) => fold(runId).shown,

    async next(runId, query = {}) {
      const planned = await plan(runId, query)
      if (!planned) return { finished: true, slots: [], estimatedSeconds: 0 }
      const { step, slots, workout } = planned
      return {
        finished: false,
        step,
        workout: { ...workout, startedAt: new Date(now()).toISOString() },
        slots: slots.map(({ slot, exerciseId, rule, reasons, chance }) => ({
          slot: slot.key,
          exerciseId,
          ...(rule !== undefined && { rule }),
          reasons: [...reasons],
          ...(chance !== undefined && { chance: rounded(chance, 4) }),
        })),
        estimatedSeconds: stepSeconds(slots),
      }
    },

    async start(runId, query = {}) {
      if (runOf(runId).status !== 'active') throw new RunClosedError()
      const planned = await plan(runId, query)
      if (!planned) throw new RunClosedError()
      const workoutId = isBusy(runId, planned.step)
      if (workoutId !== undefined) throw new AlreadyStartedError(workoutId)
      return startWorkout(replog, planned.workout, now())
    },

    async decide(runId, decision) {
      const run = runOf(runId)
      if (run.status === 'ended') throw new RunClosedError()
      const at = now()
      const whole = { ...decision, id: uuid(at), at: new Date(at).toISOString() } as Schemas['RunDecision']
      return replog.runs.put({ ...run, decisions: [...run.decisions, whole] })
    },

    setStatus: (runId, status) => replog.runs.put({ ...runOf(runId), status }),

    async refresh() {
      try {
        const isNew = await kept.fetchBuiltIn(replog.client)
        let isAny = isNew
        for (const run of replog.runs.list()) {
          const { programId } = run
          for (const revision of revisionsOf(run)) {
            if (get(programId, revision)) continue
            isAny = (await kept.fetch(replog.client, programId, revision)) || isAny
          }
        }
        if (isAny) folded.clear()
        return isAny
      } catch {
        // There is no network now.
        return false
      }
    },
    close: () => stop?.(),
  }
  const stop = auto ? replog.subscribe(fetchMissing) : undefined
  if (auto) void programs.refresh()
  return programs
}

/** The revision of a program, or the one that it will have once it is sent. */
function revisionOf({ revision }: Schemas['Program'] | LocalProgram): number {
  return revision === undefined || revision === 0 ? 1 : revision
}

/** Every revision of its program that a run follows or used to follow. */
function revisionsOf({ programRevision, decisions }: LocalRun): number[] {
  const later = decisions.flatMap((one) => (one.kind === 'use_revision' ? one.revision : []))
  return [...new Set([programRevision, ...later])]
}

/** When a run was started. If the server hasn't said yet, its id contains the time. */
function createdAt({ id, createdAt: at }: LocalRun, now: number): number {
  if (at !== undefined) return Date.parse(at)
  const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  return Math.min(now, time)
}
