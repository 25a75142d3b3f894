import { bodyShapes } from './shapes.ts'

/**
 * The front and back of a body, each muscle shaded by its level from 0 to 4. The list beside it is its text equivalent.
 */
export function BodyMap({ levels }: { levels: ReadonlyMap<string, number> }) {
  return (
    <svg class="body" viewBox="-1 -1 72 96" aria-hidden="true">
      {Object.entries(bodyShapes.value).map(([muscle, path]) => (
        <path key={muscle} class={`h${levels.get(muscle) ?? 0}`} d={path} />
      ))}
    </svg>
  )
}
