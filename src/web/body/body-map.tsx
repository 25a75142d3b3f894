import { bodyShapes } from './shapes.ts'

/**
 * The front and back of a body, each muscle shaded by its level from 0 to 4, and a scale of the levels. The list beside
 * it is its text equivalent.
 */
export function BodyMap({
  levels,
  from,
  to,
}: {
  levels: ReadonlyMap<string, number>
  from: string
  to: string
}) {
  return (
    <>
      <svg class="body" viewBox="-1 -1 72 96" aria-hidden="true">
        {Object.entries(bodyShapes.value).map(([muscle, path]) => (
          <path key={muscle} class={`h${levels.get(muscle) ?? 0}`} d={path} />
        ))}
      </svg>
      <div class="scale">
        {from}
        <i />
        <i />
        <i />
        <i />
        <i />
        {to}
      </div>
    </>
  )
}
