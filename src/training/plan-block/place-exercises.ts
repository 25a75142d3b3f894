import { engagementRole } from '../engagement.ts'
import { isAvailable } from '../equipment.ts'
import { mainStaples, outgrownExercises, staples } from '../recommend/staples.ts'
import type { Candidate } from '../recommend/types.ts'
import type { Muscle } from '../types.ts'
import type { BlockContext, BlockRequest, PlacedExercise, Role, SplitDay } from './types.ts'

const levels = { beginner: 0, intermediate: 1, advanced: 2 } as const

/** How much each trait of an exercise counts when it is chosen for a role. */
const worth = {
  /** Known to the lifter; `session` is added for each session of it, up to ten. */
  known: 3,
  session: 0.1,
  mainStaple: 2,
  staple: 1,
  /** A bodyweight exercise is too hard, or soon too easy, for many. */
  unloaded: -1,
  /** Too light for someone past their first months, unless they do it anyway. */
  outgrown: -3,
  /** Bands have no weight to track. */
  band: -1,
  /** Already used on another day of the week. */
  used: -2,
  /** A day needs no second exercise of the same movement for a muscle, such as two flat presses for the chest. */
  sameMovement: -2.5,
  /** For each position in the role's patterns, which are listed best first. */
  laterPattern: -0.5,
  /** Strength is measured in the big lifts, so they may recur within a week. */
  bigLift: 6,
} as const

/** The lifts that a strength block is built around if there is a barbell, even for beginners. */
const bigLifts: ReadonlySet<string> = new Set([
  'barbell-back-squat',
  'barbell-bench-press',
  'barbell-deadlift',
  'barbell-overhead-press',
])

function isBigLift({ id }: Candidate, { isMain }: Role, { goal }: Pick<BlockRequest, 'goal'>): boolean {
  return goal === 'strength' && isMain === true && bigLifts.has(id)
}

/** The muscles that a set of an exercise counts for directly. */
export function directMuscles({ engagement }: Candidate): Muscle[] {
  return engagement.flatMap(({ muscle, percent }) => (engagementRole(percent) === 'primary' ? [muscle] : []))
}

/** Finds an exercise for each role of the days; a role for which there is none is left out. */
export function placeExercises(
  days: readonly SplitDay[],
  request: BlockRequest,
  context: BlockContext,
): { readonly placed: readonly PlacedExercise[]; readonly unfilled: ReadonlySet<Muscle> } {
  const placed: PlacedExercise[] = []
  const unfilled = new Set<Muscle>()
  for (const { key: day, roles } of days) {
    for (const role of roles) {
      const today = placed.filter((other) => other.day === day)
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
  today: readonly PlacedExercise[],
  placed: readonly PlacedExercise[],
  request: BlockRequest,
  context: BlockContext,
): Candidate | undefined {
  const { equipment, experience, exclude } = request
  const used = new Set(placed.map(({ exercise }) => exercise.id))
  const ranked = context.candidates
    .filter(
      (candidate) =>
        !today.some(({ exercise }) => exercise.id === candidate.id) &&
        !exclude.includes(candidate.id) &&
        isAvailable(candidate, equipment) &&
        fits(candidate, role) &&
        (context.sessionsOf(candidate.id) > 0 ||
          isBigLift(candidate, role, request) ||
          (staples.has(candidate.id) &&
            levels[candidate.difficulty ?? 'intermediate'] <= levels[experience])),
    )
    .map((candidate) => ({ candidate, value: scoreOf(candidate, role, { used, today, request, context }) }))
    .sort((a, b) => b.value - a.value || (a.candidate.id < b.candidate.id ? -1 : 1))
  return ranked[0]?.candidate
}

function fits(candidate: Candidate, { muscle, patterns }: Role): boolean {
  const { tracking, pattern } = candidate
  if (tracking !== 'weight_reps' && tracking !== 'bodyweight_reps') return false
  return pattern !== undefined && patterns.includes(pattern) && directMuscles(candidate).includes(muscle)
}

/** The exercises chosen so far, and the request and lifter that they are chosen for. */
interface Selection {
  /** The exercises of the week so far. */
  readonly used: ReadonlySet<string>
  readonly today: readonly PlacedExercise[]
  readonly request: BlockRequest
  readonly context: BlockContext
}

/** How well an exercise suits a role, according to the traits in `worth`. */
function scoreOf(candidate: Candidate, role: Role, { used, today, request, context }: Selection): number {
  const { muscle, patterns } = role
  const { sessionsOf } = context
  const isSameMovement = today.some(
    (other) => other.role.muscle === muscle && other.exercise.pattern === candidate.pattern,
  )
  const { id, pattern, tracking, engagement, equipment } = candidate
  const sessions = Math.min(10, sessionsOf(id))
  const isTooLight = outgrownExercises.has(id) && request.experience !== 'beginner' && canLoadHeavily(request)
  const percent = engagement.find((share) => share.muscle === muscle)?.percent ?? 0
  return (
    (sessions > 0 ? worth.known + sessions * worth.session : 0) +
    (mainStaples.has(id) ? worth.mainStaple : staples.has(id) ? worth.staple : 0) +
    (tracking === 'bodyweight_reps' ? worth.unloaded : 0) +
    (equipment === 'band' ? worth.band : 0) +
    (isTooLight && sessions === 0 ? worth.outgrown : 0) +
    (used.has(id) ? worth.used : 0) +
    (isSameMovement ? worth.sameMovement : 0) +
    (isBigLift(candidate, role, request) ? worth.bigLift : 0) +
    (pattern ? patterns.indexOf(pattern) * worth.laterPattern : 0) +
    percent / 100
  )
}

/** Whether there is a barbell or a machine, for muscles that dumbbells and bodyweight are too light for. */
function canLoadHeavily({ equipment }: BlockRequest): boolean {
  return equipment === undefined || equipment.includes('barbell') || equipment.includes('machine')
}

function reasonsOf({ name, id }: Candidate, { muscle }: Role, { sessionsOf }: BlockContext): string[] {
  const why =
    sessionsOf(id) > 0
      ? 'you know it'
      : mainStaples.has(id)
        ? 'it’s common and easy to load'
        : 'your equipment allows it'
  return [`${name} for the ${muscle.replaceAll('_', ' ')}: ${why}.`]
}

/** The key of a slot: the exercise's id, shortened because ids of custom exercises are longer than a key may be. */
function slotOf({ id }: Candidate): string {
  return id.slice(0, 40).replace(/-+$/, '')
}
