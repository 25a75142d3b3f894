import { Section } from '../parts/section.tsx'
import { nameOf } from '../state/catalogue.ts'
import { settings } from '../state/settings.ts'
import { numberText } from '../words.ts'
import { gramsInUnit } from '../workout/figures.ts'
import type { CurrentRun } from './runs.ts'

/** The current and the previous weight of each lift of a run. Renders nothing if no lift has a weight. */
export function CurrentWeights({ current: { program, state } }: { current: CurrentRun }) {
  if (state.bases.size === 0) return null
  return (
    <Section title="Current weights">
      <div class="card flush rows">
        {[...state.bases].map(([lift, { baseGrams, fromGrams }]) => (
          <div key={lift}>
            <span class="main">
              <b>{nameOf(program.lifts?.find(({ key }) => key === lift)?.exerciseId ?? lift)}</b>
              {fromGrams !== undefined && <small>previously {numberText(gramsInUnit(fromGrams))}</small>}
            </span>
            <span class="val num ink">
              {numberText(gramsInUnit(baseGrams))}
              <span class="unit">{settings.value.unit}</span>
            </span>
          </div>
        ))}
      </div>
    </Section>
  )
}
