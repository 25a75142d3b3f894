import type { ProgramStep } from '#training/programs/index.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { toast } from '../parts/toast.tsx'
import { nameOf } from '../state/catalogue.ts'
import { setsPlanText } from '../workout/target.ts'
import { type CurrentRun, dayName, stepText, workoutOf } from './runs.ts'
import { decide, startStep } from './start-run.ts'

/** The actions for a day in a program's week. */
export function StepSheet({
  current,
  step,
  onClose,
}: {
  current: CurrentRun
  step: ProgramStep
  onClose: () => void
}) {
  const { cycle, week, day } = step
  const { workout, slots } = workoutOf(current, step)
  const isNext = current.state.next?.day === step.day
  const closeAfter = (run: () => unknown, message?: string) => () => {
    run()
    if (message) toast(message)
    onClose()
  }
  return (
    <Sheet
      title={dayName(current.program, step.day)}
      text={stepText(current.program, step)}
      onClose={onClose}
    >
      <ul class="reasons">
        {workout.exercises.map((exercise, index) => (
          <li key={slots[index]?.slot.key}>
            <b>{nameOf(exercise.exerciseId)}</b> <span class="soft">{setsPlanText(exercise)}</span>
            <small class="muted">{slots[index]?.reasons[0]}</small>
          </li>
        ))}
      </ul>
      <button type="button" class="btn go full" onClick={closeAfter(() => void startStep(current, step))}>
        <Icon name="play" solid />
        Start
      </button>
      <Menu
        actions={[
          {
            icon: isNext ? 'chevron-right' : 'corner-down-right',
            name: isNext ? 'Skip this day' : 'Go to this day',
            text: isNext ? undefined : 'Continues from there',
            run: closeAfter(
              () => void decide(current, { kind: isNext ? 'skip' : 'go_to', step: { cycle, week, day } }),
              isNext ? 'Skipped' : 'The program continues from here',
            ),
          },
        ]}
      />
    </Sheet>
  )
}
