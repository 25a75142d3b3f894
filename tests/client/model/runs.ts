import type { LocalProgram, LocalRun } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import type { UniqueValues } from './edits.ts'

/** The keys in a program that decisions refer to. */
interface ProgramKeys {
  readonly week: string
  readonly days: readonly [string, string]
  readonly slot: string
}

const builtInProgramKeys: ProgramKeys = { week: 'w1', days: ['day-1', 'day-2'], slot: 'bench-w1' }
const customProgramKeys: ProgramKeys = { week: 'week', days: ['day', 'other'], slot: 'row' }
const builtIn = 'smolov-jr'

const keysOf = ({ programId }: Pick<LocalRun, 'programId'>) =>
  programId === builtIn ? builtInProgramKeys : customProgramKeys

/** A routine of two days. */
export function newProgram(id: string): LocalProgram {
  const slots = [{ key: customProgramKeys.slot, exerciseId: 'barbell-row', sets: [{ count: 3 }] }]
  return {
    id,
    name: '',
    days: customProgramKeys.days.map((key) => ({ key, slots })),
    weeks: [{ key: customProgramKeys.week, days: [...customProgramKeys.days] }],
  }
}

/** A run of one of the user's programs, at the revision that the server has or will give it, or of a built-in one. */
export function newRun(id: string, program: LocalProgram | undefined): LocalRun {
  const programId = program?.id ?? builtIn
  const lifts: LocalRun['lifts'] = program ? [] : [{ lift: 'bench', base: { value: 100, unit: 'kg' } }]
  return { id, programId, programRevision: program?.revision || 1, status: 'active', lifts, decisions: [] }
}

/** A decision about a run. `choice` selects its kind. */
export function decisionOf(run: LocalRun, choice: number, unique: UniqueValues): Schemas['RunDecision'] {
  const { week, days, slot } = keysOf(run)
  const head = { id: unique.id(), at: `2026-11-20T06:3${choice % 10}:00.000Z` }
  const step = { cycle: 1, week, day: days[choice % 2 === 0 ? 0 : 1] }
  switch (Math.floor(choice / 2)) {
    case 1:
      return { ...head, kind: 'skip', step }
    case 2:
      return { ...head, kind: 'go_to', step }
    case 3:
      return { ...head, kind: 'swap', slot, exerciseId: choice % 2 === 0 ? 'dumbbell-row' : 'push-up' }
    case 4:
      if (run.programId !== builtIn) break
      return { ...head, kind: 'set_base', lift: 'bench', base: { value: 100 + choice, unit: 'kg' } }
    case 5:
      return { ...head, kind: 'use_revision', revision: run.programRevision }
  }
  return { ...head, kind: 'repeat', week }
}

/** A finished workout of the first or second day of a run. */
export function trainedWorkout(run: LocalRun, day: 0 | 1, unique: UniqueValues) {
  const { week, days, slot } = keysOf(run)
  const set = { id: unique.id(), type: 'normal' as const, reps: unique.number() }
  return {
    id: unique.id(),
    name: unique.text(),
    startedAt: `2026-11-20T1${day}:02:00.000Z`,
    endedAt: '2026-11-20T18:02:00.000Z',
    plan: { runId: run.id, cycle: 1, week, day: days[day] },
    exercises: [{ id: unique.id(), exerciseId: 'barbell-row', slot, sets: [set] }],
  }
}
