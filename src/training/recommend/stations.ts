import type { Schemas } from '#generated/types.ts'
import type { Candidate, WorkoutRequest } from './types.ts'

type Equipment = Schemas['Equipment']

/** Where these are, there is something to hang from and a bench. */
const gym: ReadonlySet<Equipment> = new Set([
  'barbell',
  'ez_bar',
  'trap_bar',
  'machine',
  'cable',
  'smith_machine',
])

/** Exercises without a weight that hang from something, or are held by it; a chair is everywhere. */
const hanging =
  /pull-up|chin-up|muscle-up|^(weighted-)?(chest-|triceps-|korean-|straight-bar-)?dip$|inverted-row|hang|toes-to-bar|knees-to-elbows|captains-chair|lever|rope-climb|back-extension|reverse-hyper|nordic|roman-chair|human-flag|decline-(crunch|sit-up|reverse-crunch|oblique-crunch)|windshield-wiper$|dragon-flag/
/** Exercises with dumbbells or kettlebells that need a bench. */
const benched = /bench-press|bench-row|^incline-|^decline-|-fly$|pullover|skull-crusher|hip-thrust/

const weightless: ReadonlySet<Equipment> = new Set(['bodyweight', 'band', 'other'])
const handheld: ReadonlySet<Equipment> = new Set(['dumbbell', 'kettlebell'])

/**
 * Whether an exercise needs a bar to hang from, or a bench, that isn’t among the equipment: a hotel room has no pull-up
 * bar. What someone does at home with the equipment of their profile, they can do there.
 */
export function lacksStation(
  { id, equipment }: Candidate,
  request: WorkoutRequest,
  own: boolean,
): 'bar' | 'bench' | undefined {
  const { equipment: available, usualEquipment } = request
  if (!available || available.some((one) => gym.has(one))) return undefined
  if (weightless.has(equipment) && hanging.test(id) && !(own && usualEquipment)) return 'bar'
  return handheld.has(equipment) && benched.test(id) && !own ? 'bench' : undefined
}
