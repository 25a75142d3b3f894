import type { Schemas } from '#generated/types.ts'
import {
  contentOfProgram,
  foldRun,
  inProgressOf,
  MissingBaseError,
  needsHistory,
  type Program,
  presentRunState,
  type RunState,
  type RunWorkout,
  readProgram,
  readRun,
  readRunWorkout,
  readySlots,
  revisionsOf,
  revisionToFollow,
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
import { baseFromLog, lifterOf, setsBefore } from './lifter.ts'
import { storedPrograms } from './stored-programs.ts'

/** The options of `openPrograms`. */
export interface ProgramsOptions {
  /** Where to store the server's programs. */
  readonly storage: ReplogStorage
  /** All exercises by id, such as `all` of `replog/client/catalogue`. */
  readonly exercises: () => Promise<ReadonlyMap<string, SlotExercise>>
  /** The unit for a guest; users have one in their profile. `kg` by default. */
  readonly unit?: Schemas['WeightUnit']
  /** Whether missing programs are fetched automatically: now, and when a run with an unknown program arrives. */
  readonly auto?: boolean
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** A decision without its id or time, which the device adds. */
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
   * program prescribes. Throws what `state` throws, MissingBaseError, or RangeError if there is no such step.
   */
  next(runId: string, step?: StepQuery): Promise<Schemas['NextWorkout']>
  /**
   * Starts the workout of the next step, or of the requested one, and immediately adds it to the log.
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

/** A run with its state, and what the state follows from. */
interface FoldedRun {
  readonly run: LocalRun
  readonly workouts: readonly LocalWorkout[]
  /** The workouts of the run. */
  readonly logged: readonly LocalWorkout[]
  readonly program: Program
  readonly runWorkouts: readonly RunWorkout[]
  readonly state: RunState
  readonly presented: Schemas['RunState']
}

/** Opens the programs of the device. Once this resolves, the stored ones are available. */
export async function openPrograms(
  replog: Replog,
  { storage, exercises, unit: guestUnit = 'kg', auto = true, now = Date.now }: ProgramsOptions,
): Promise<Programs> {
  const stored = await storedPrograms(storage)
  const foldedRuns = new Map<string, FoldedRun>()
  const currentUnit = () => replog.user?.unit ?? guestUnit

  const get = (id: string, revision?: number) => {
    const own = replog.programs.get(id)
    if (revision === undefined) return own ?? stored.get(id)
    // Unsent changes will have a later revision. For a deleted program, the server has only its last content.
    const { revision: latest = 0, deletedAt } = own ?? {}
    return stored.get(id, revision) ?? (deletedAt || revision >= latest ? own : undefined)
  }

  const runOf = (runId: string): LocalRun => {
    const run = replog.runs.get(runId)
    if (!run) throw new RangeError('there is no such run')
    return run
  }

  const fold = (runId: string): FoldedRun => {
    const run = runOf(runId)
    const workouts = replog.workouts.list()
    const cached = foldedRuns.get(runId)
    if (cached?.run === run && cached.workouts === workouts) return cached
    const logged = workouts.filter(({ plan }) => plan?.runId === runId)
    const runWorkouts = logged.flatMap((workout) => readRunWorkout(workout) ?? [])
    const programs = new Map(
      revisionsOf(run).map((revision) => {
        const program = get(run.programId, revision)
        if (!program) throw new UnknownProgramError()
        return [revision, readProgram(contentOfProgram(program))]
      }),
    )
    const state = foldRun((revision) => programs.get(revision), readRun(runId, run), runWorkouts)
    const program = programs.get(state.revision)
    if (!program) throw new UnknownProgramError()
    const result = {
      run,
      workouts,
      program,
      logged,
      runWorkouts,
      state,
      presented: presentRunState(state, currentUnit()),
    }
    foldedRuns.set(runId, result)
    return result
  }

  const planStep = async (runId: string, query: StepQuery) => {
    const { program, state, workouts, logged } = fold(runId)
    const isRequested = (query.week ?? query.day) !== undefined
    const step = isRequested ? stepAt(program, state.next, query) : state.next
    if (isRequested && !step) throw new RangeError('the program has no such step')
    if (!step) return undefined
    const exerciseById = await exercises()
    const lifter = lifterOf(replog, guestUnit)
    const since = Math.min(
      createdAt(runOf(runId), now()),
      ...logged.map(({ startedAt }) => Date.parse(startedAt)),
    )
    const usesHistory = needsHistory(program, step.day)
    const slots = readySlots(program, state, step, {
      ...lifter,
      exercises: exerciseById,
      workouts: logged,
      earlierSets: (id) =>
        usesHistory ? setsBefore(workouts, id, { unit: lifter.gear.unit, before: since }) : [],
      since,
      at: now(),
      unit: lifter.gear.unit,
    })
    return { step, slots, workout: stepWorkout(program, runId, step, slots, lifter.gear.unit) }
  }

  const isAnyMissing = () =>
    replog.runs.list().some((run) => revisionsOf(run).some((revision) => !get(run.programId, revision)))
  const fetchedFor = new Set<string>()
  const fetchMissing = () => {
    const runs = replog.runs.list().map(({ id, revision }) => `${id}/${revision}`)
    if (!isAnyMissing() || runs.every((run) => fetchedFor.has(run))) return
    for (const run of runs) fetchedFor.add(run)
    void programs.refresh()
  }

  const programs: Programs = {
    get,
    list: () =>
      [...stored.builtIn(), ...replog.programs.list()].sort((a, b) => a.name.localeCompare(b.name, 'en')),

    async begin(programId, bases = {}) {
      const program = get(programId)
      if (!program) throw new UnknownProgramError()
      const exerciseById = await exercises()
      const lifter = lifterOf(replog, guestUnit)
      const lifts = (program.lifts ?? []).map(({ key, exerciseId, ...lift }) => {
        const base = bases[key]
        if (base) return { lift: key, base }
        const exercise = exerciseById.get(exerciseId)
        const grams =
          exercise &&
          baseFromLog(replog.workouts.list(), exercise, lifter, { percent: startPercentOf(lift), at: now() })
        if (grams === undefined) throw new MissingBaseError(key)
        return { lift: key, base: fromGrams(grams, currentUnit()) }
      })
      const programRevision = revisionToFollow(program, replog.runs.list())
      // The user may edit the program before the server has seen this revision.
      await stored.save({ source: 'custom', ...program, revision: programRevision })
      return replog.runs.put({
        programId,
        programRevision,
        status: 'active',
        lifts,
        decisions: [],
      })
    },

    state: (runId) => fold(runId).presented,

    async next(runId, query = {}) {
      const planned = await planStep(runId, query)
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
      const planned = await planStep(runId, query)
      if (!planned) throw new RunClosedError()
      const workoutId = inProgressOf(fold(runId).runWorkouts, planned.step)
      if (workoutId !== undefined) throw new AlreadyStartedError(workoutId)
      return startWorkout(replog, planned.workout, now())
    },

    async decide(runId, decision) {
      const run = runOf(runId)
      if (run.status === 'ended') throw new RunClosedError()
      const at = now()
      const dated = { ...decision, id: uuid(at), at: new Date(at).toISOString() } as Schemas['RunDecision']
      return replog.runs.put({ ...run, decisions: [...run.decisions, dated] })
    },

    setStatus: (runId, status) => replog.runs.put({ ...runOf(runId), status }),

    async refresh() {
      try {
        let isChanged = await stored.fetchBuiltIn(replog.client)
        for (const run of replog.runs.list()) {
          const { programId } = run
          for (const revision of revisionsOf(run)) {
            if (!get(programId, revision) && (await stored.fetch(replog.client, programId, revision)))
              isChanged = true
          }
        }
        if (isChanged) foldedRuns.clear()
        return isChanged
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

/** When a run was started. If the server hasn't said yet, its id contains the time. */
function createdAt({ id, createdAt: at }: LocalRun, now: number): number {
  return at === undefined
    ? Math.min(now, Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
    : Date.parse(at)
}
