import { type Signal, useSignal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import type { Exercise } from '../state/catalogue.ts'
import { equipmentName, muscleName } from '../state/exercise-words.ts'
import { capitalized } from '../words.ts'
import { mainMuscles } from './muscles.ts'

/** The filters of a search, besides the name. */
export interface Filter {
  readonly equipment: readonly Schemas['Equipment'][]
  readonly muscle: Schemas['Muscle'] | undefined
}

const minPercent = 50

export const matches = ({ equipment, engagement }: Exercise, filter: Filter): boolean =>
  (filter.equipment.length === 0 || filter.equipment.includes(equipment)) &&
  (filter.muscle === undefined ||
    engagement.some(({ muscle, percent }) => muscle === filter.muscle && percent >= minPercent))

const equipmentChoices = [
  'barbell',
  'dumbbell',
  'cable',
  'machine',
  'bodyweight',
  'kettlebell',
  'band',
] as const

/** Filters by muscle and equipment. */
export function FilterChips({ filter }: { filter: Signal<Filter> }) {
  const isChoosingMuscle = useSignal(false)
  const { equipment, muscle } = filter.value
  const choose = (muscle: Schemas['Muscle'] | undefined) => {
    filter.value = { ...filter.value, muscle }
    isChoosingMuscle.value = false
  }
  return (
    <>
      <fieldset class="chips">
        <legend class="sr">Filter</legend>
        <button
          type="button"
          class="chip"
          aria-pressed={muscle !== undefined}
          onClick={() => {
            if (muscle === undefined) isChoosingMuscle.value = true
            else choose(undefined)
          }}
        >
          {capitalized(muscleName(muscle ?? 'muscle'))}
          <Icon name={muscle === undefined ? 'chevron-down' : 'x'} size="s" />
        </button>
        {equipmentChoices.map((choice) => {
          const isOn = equipment.includes(choice)
          return (
            <button
              type="button"
              class="chip"
              aria-pressed={isOn}
              onClick={() => {
                filter.value = {
                  ...filter.value,
                  equipment: isOn ? equipment.filter((other) => other !== choice) : [...equipment, choice],
                }
              }}
            >
              {equipmentName(choice)}
              {isOn && <Icon name="x" size="s" />}
            </button>
          )
        })}
      </fieldset>
      {isChoosingMuscle.value && (
        <Sheet title="Muscle" onClose={() => (isChoosingMuscle.value = false)}>
          <div class="choices">
            {mainMuscles.map((choice) => (
              <button type="button" class="chip" onClick={() => choose(choice)}>
                {capitalized(muscleName(choice))}
              </button>
            ))}
          </div>
        </Sheet>
      )}
    </>
  )
}
