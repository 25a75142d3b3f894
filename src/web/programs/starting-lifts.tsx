import { Icon } from '../parts/icon.tsx'
import { Section } from '../parts/section.tsx'
import { nameOf } from '../state/catalogue.ts'
import { settings } from '../state/settings.ts'
import { numberText } from '../words.ts'
import type { StartingLift } from './starting-bases.ts'

/** The starting weight of each lift of a program. Renders nothing for a program without lifts. */
export function StartingLifts({
  lifts,
  onEdit,
}: {
  lifts: readonly StartingLift[]
  onEdit: (key: string) => void
}) {
  if (lifts.length === 0) return null
  return (
    <Section title="Starting weights">
      <div class="card flush rows">
        {lifts.map(({ key, exerciseId, text, value }) => (
          <button type="button" key={key} onClick={() => onEdit(key)}>
            <span class="main">
              <b>{nameOf(exerciseId)}</b>
              <small>{text}</small>
            </span>
            <span class="val num ink">
              {value === undefined ? 'set' : numberText(value)}
              {value !== undefined && <span class="unit">{settings.value.unit}</span>}
            </span>
            <Icon name="pencil" size="s" />
          </button>
        ))}
      </div>
    </Section>
  )
}
