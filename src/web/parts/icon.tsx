import { type IconName, pathOf } from './icon-names.ts'

/** A decorative icon beside a label. */
export function Icon({
  name,
  size = '',
  solid = false,
}: {
  name: IconName
  size?: '' | 's' | 'l'
  solid?: boolean
}) {
  return (
    <svg class={`i${size && ` i-${size}`}${solid ? ' solid' : ''}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={pathOf(name)} />
    </svg>
  )
}
