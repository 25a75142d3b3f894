import { engagementRole } from '../engagement.ts'
import { firstChoices, staples } from '../recommend/staples.ts'
import type { Candidate } from '../recommend/types.ts'
import type { Muscle } from '../types.ts'
import type { BlockContext, BlockRequest, Placed, Role, SplitDay } from './types.ts'

const levels = { beginner: 0, intermediate: 1, advanced: 2 } as const

/** What makes an exercise the better one for a role. */
const worth = {
  /** Known to the lifter, and each session of it up to ten. */
  known: 3,
  session: 0.1,
  first: 2,
  staple: 1,
  /** What can't be made lighter is too hard, or soon too easy, for many. */
  unloaded: -1,
  /** Bands have no weight to follow. */
  band: -1,
  /** In another day of the week already. */
  used: -2,
  /** Of the role's patterns, the later ones are less fitting. */
  laterPattern: -0.5,
} as const

/** The muscles that a set of an exercise counts for directly. */
export function directMuscles({ engagement }: Candidate): Muscle[] {
  return engagement.flatMap(({ muscle, percent }) => (engagementRole(percent) === 'primary' ? [muscle] : []))
}

/** Finds an exercise for each role of the days; a role for which there is none is left out. */
export function placeExercises(
  days: readonly SplitDay[],
  request: BlockRequest,
  context: BlockContext,
): { readonly placed: readonly Placed[]; readonly unfilled: ReadonlySet<Muscle> } {
  const placed: Placed[] = []
  const unfilled = new Set<Muscle>()
  for (const { key: day, roles } of days) {
    for (const role of roles) {
      const today = new Set(placed.filter((one) => one.day === day).map(({ exercise }) => exercise.id))
      const exercise = bestFor(role, today, placed, request, context)
      if (exercise)
        placed.push({
          day,
          slot: slotOf(exercise),
          role,
          exercise,
          reasons: reasonsOf(exercise, role, context),
        })
      else unfilled.add(role.muscle)
    }
  }
  for (const { role } of placed) unfilled.delete(role.muscle)
  return { placed, unfilled }
}

function bestFor(
  role: Role,
  today: ReadonlySet<string>,
  placed: readonly Placed[],
  { equipment, experience, exclude }: BlockRequest,
  context: BlockContext,
): Candidate | undefined {
  const used = new Set(placed.map(({ exercise }) => exercise.id))
  const ranked = context.candidates
    .filter(
      (candidate) =>
        !today.has(candidate.id) &&
        !exclude.includes(candidate.id) &&
        (equipment === undefined || equipment.includes(candidate.equipment)) &&
        fits(candidate, role) &&
        (context.sessionsOf(candidate.id) > 0 ||
          (staples.has(candidate.id) &&
            levels[candidate.difficulty ?? 'intermediate'] <= levels[experience])),
    )
    .map((candidate) => ({ candidate, value: fitness(candidate, role, used, context) }))
    .sort((a, b) => b.value - a.value || (a.candidate.id < b.candidate.id ? -1 : 1))
  return ranked[0]?.candidate
}

function fits(candidate: Candidate, { muscle, patterns }: Role): boolean {
  const { tracking, pattern } = candidate
  if (tracking !== 'weight_reps' && tracking !== 'bodyweight_reps') return false
  return pattern !== undefined && patterns.includes(pattern) && directMuscles(candidate).includes(muscle)
}

function fitness(
  candidate: Candidate,
  { muscle, patterns }: Role,
  used: ReadonlySet<string>,
  { sessionsOf }: BlockContext,
): number {
  const { id, pattern, tracking, engagement, equipment } = candidate
  const sessions = Math.min(10, sessionsOf(id))
  const percent = engagement.find((one) => one.muscle === muscle)?.percent ?? 0
  return (
    (sessions > 0 ? worth.known + sessions * worth.session : 0) +
    (firstChoices.has(id) ? worth.first : staples.has(id) ? worth.staple : 0) +
    (tracking === 'bodyweight_reps' ? worth.unloaded : 0) +
    (equipment === 'band' ? worth.band : 0) +
    (used.has(id) ? worth.used : 0) +
    (pattern ? patterns.indexOf(pattern) * worth.laterPattern : 0) +
    percent / 100
  )
}

function reasonsOf({ name, id }: Candidate, { muscle }: Role, { sessionsOf }: BlockContext): string[] {
  const why =
    sessionsOf(id) > 0
      ? 'you know it'
      : firstChoices.has(id)
        ? 'it’s common and easy to load'
        : 'your equipment allows it'
  return [`${name} for the ${muscle.replaceAll('_', ' ')}: ${why}.`]
}

/** The key of a slot; exercises of the lifter's own have ids longer than a key may be. */
function slotOf({ id }: Candidate): string {
  return id.slice(0, 40).replace(/-+$/, '')
}
