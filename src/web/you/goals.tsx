import { useSignal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { Choices } from '../parts/choices.tsx'
import { Section } from '../parts/section.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { setProfile } from '../state/profile.ts'
import { settings } from '../state/settings.ts'
import { capitalized, dateText } from '../words.ts'
import { CompetitionSheet } from './competition-sheet.tsx'
import { ButtonRow } from './row.tsx'

const maxWorkouts = 14
const fromLog = 'From my log'
const workoutChoices: readonly (readonly [number | undefined, string])[] = [
  [undefined, fromLog],
  ...Array.from({ length: maxWorkouts }, (_, index) => [index + 1, String(index + 1)] as const),
]
const bodyweightChoices: readonly (readonly [Schemas['BodyweightGoal'] | undefined, string])[] = [
  [undefined, fromLog],
  ...(['lose', 'maintain', 'gain'] as const).map((goal) => [goal, capitalized(goal)] as const),
]

/** The goals that advice depends on. */
export function Goals() {
  const open = useSignal<'workouts' | 'bodyweight' | 'competition' | undefined>(undefined)
  const close = () => {
    open.value = undefined
  }
  const { workoutsPerWeek, bodyweightGoal, competitionDay } = settings.value
  return (
    <Section title="Goals">
      <div class="card flush rows">
        <ButtonRow
          icon="repeat"
          name="Workouts a week"
          value={workoutsPerWeek ?? 'from log'}
          onClick={() => (open.value = 'workouts')}
        />
        <ButtonRow
          icon="scale"
          name="Bodyweight"
          value={bodyweightGoal ?? 'from log'}
          onClick={() => (open.value = 'bodyweight')}
        />
        <ButtonRow
          icon="trophy"
          name="Competition"
          value={competitionDay === undefined ? 'none' : dateText(`${competitionDay}T12:00`, 'dayMonth')}
          onClick={() => (open.value = 'competition')}
        />
      </div>
      {open.value === 'workouts' && (
        <Sheet
          title="Workouts a week"
          text="Used for suggestions and for the number of sets per workout."
          onClose={close}
        >
          <Choices
            label="How many"
            isHidden
            choices={workoutChoices}
            value={workoutsPerWeek}
            onChoose={(chosen) => {
              setProfile({ workoutsPerWeek: chosen })
              close()
            }}
          />
        </Sheet>
      )}
      {open.value === 'bodyweight' && (
        <Sheet
          title="Bodyweight"
          text="While you lose weight, keeping your strength is progress."
          onClose={close}
        >
          <Choices
            label="Bodyweight goal"
            isHidden
            choices={bodyweightChoices}
            value={bodyweightGoal}
            onChoose={(chosen) => {
              setProfile({ bodyweightGoal: chosen })
              close()
            }}
          />
        </Sheet>
      )}
      {open.value === 'competition' && <CompetitionSheet onClose={close} />}
    </Section>
  )
}
