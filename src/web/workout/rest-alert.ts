import { effect } from '@preact/signals'
import { editedWorkout } from '../state/edits.ts'
import { workoutInProgress } from '../state/log.ts'
import { announceRestOver } from './alerts.ts'
import { restNow } from './rest.ts'

let timer: ReturnType<typeof setTimeout> | undefined

// A timer, because the app's clock stands still in the background; not a part of the workout page, because the user may
// look at another page in the meantime.
effect(() => {
  const workout = workoutInProgress.value && editedWorkout(workoutInProgress.value.id)
  const { secondsLeft = 0 } = (workout && restNow(workout, Date.now())) ?? {}
  clearTimeout(timer)
  if (secondsLeft > 0) timer = setTimeout(announceRestOver, secondsLeft * 1000)
})
