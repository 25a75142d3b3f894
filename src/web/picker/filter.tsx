import { type Signal, useSignal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { type Exercise, equipmentName, muscleName } from '../state/catalogue.ts'

/** What to search for besides a name. */
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

const muscleGroups = [
  'chest',
  'upper_back',
  'lats',
  'front_delts',
  'side_delts',
  'rear_delts',
  'biceps',
  'triceps',
  'forearms',
  'abs',
  'obliques',
  'lower_back',
  'glutes',
  'quads',
  'hamstrings',
  'calves',
  'adductors',
  'abductors',
  'traps',
] as const satisfies readonly Schemas['Muscle'][]

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
          {muscle === undefined ? 'Muscle' : muscleName(muscle)}
          <Icon name={muscle === undefined ? 'chevron-down' : 'x'} size="s" />
        </button>
        {equipmentChoices.map((one) => {
          const isOn = equipment.includes(one)
          return (
            <button
              type="button"
              class="chip"
              aria-pressed={isOn}
              onClick={() => {
                filter.value = {
                  ...filter.value,
                  equipment: isOn ? equipment.filter((other) => other !== one) : [...equipment, one],
                }
              }}
            >
              {equipmentName(one)}
              {isOn && <Icon name="x" size="s" />}
            </button>
          )
        })}
      </fieldset>
      {isChoosingMuscle.value && (
        <Sheet label="Muscle" onClose={() => (isChoosingMuscle.value = false)}>
          <SheetHead title="Muscle" onClose={() => (isChoosingMuscle.value = false)} />
          <div class="choices">
            {muscleGroups.map((one) => (
              <button type="button" class="chip" onClick={() => choose(one)}>
                {muscleName(one)}
              </button>
            ))}
          </div>
        </Sheet>
      )}
    </>
  )
}
