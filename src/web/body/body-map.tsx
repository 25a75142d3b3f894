import { BACK_MUSCLES, FRONT_MUSCLES } from 'body-muscles'
import type { Muscle } from '#training/types.ts'

/** The muscle of each region, by prefix of the region's id; other regions are only decoration. */
const regions: readonly (readonly [start: string, muscle: Muscle])[] = [
  ['neck', 'neck'],
  ['nape', 'neck'],
  ['traps-upper', 'traps'],
  ['traps', 'upper_back'],
  ['shoulder-front', 'front_delts'],
  ['shoulder-side', 'side_delts'],
  ['deltoid-rear', 'rear_delts'],
  ['chest', 'chest'],
  ['serratus', 'serratus'],
  ['biceps', 'biceps'],
  ['triceps', 'triceps'],
  ['forearm', 'forearms'],
  ['abs', 'abs'],
  ['obliques', 'obliques'],
  ['hip-flexor', 'hip_flexors'],
  ['quads', 'quads'],
  ['adductors', 'adductors'],
  ['tibialis', 'tibialis'],
  ['lats', 'lats'],
  ['lower-back', 'lower_back'],
  ['gluteus-maximus', 'glutes'],
  ['gluteus-medius', 'abductors'],
  ['hamstrings', 'hamstrings'],
  ['calves', 'calves'],
]

const muscleOf = (region: string): Muscle | undefined =>
  regions.find(([start]) => region.startsWith(start))?.[1]

/** The front and back of a body, each muscle shaded by its level from 0 to 4. The list beside it is its text equivalent. */
export function BodyMap({ levels }: { levels: ReadonlyMap<string, number> }) {
  return (
    <svg class="body" viewBox="-1 -1 72 96" aria-hidden="true">
      {[...FRONT_MUSCLES, ...BACK_MUSCLES].map(({ id, path }) => {
        const muscle = muscleOf(id)
        return <path class={muscle ? `h${levels.get(muscle) ?? 0}` : 'h0'} d={path} />
      })}
    </svg>
  )
}
