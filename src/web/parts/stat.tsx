import type { ComponentChildren } from 'preact'

/** A figure with its name. */
export const Stat = ({
  name,
  value,
  unit,
}: {
  name: string
  value: ComponentChildren
  /** Left out if empty. */
  unit?: string
}) => (
  <div class="stat">
    <strong>
      {value}
      {unit && <span class="unit">{unit}</span>}
    </strong>
    <span class="label">{name}</span>
  </div>
)
