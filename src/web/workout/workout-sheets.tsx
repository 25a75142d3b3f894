import { useLayoutEffect } from 'preact/hooks'
import type { LocalWorkout } from '#client/index.ts'
import { ExerciseMenu } from './exercise-menu.tsx'
import { FinishSheet } from './finish-sheet.tsx'
import { NameSheet } from './name-sheet.tsx'
import { OrderSheet } from './order-sheet.tsx'
import { RestSheet } from './rest-sheet.tsx'
import { SetMenu } from './set-menu.tsx'
import { closeSheet, sheet } from './sheets.ts'

/** Renders the sheet that is open over the workout. */
export function WorkoutSheets({ workout }: { workout: LocalWorkout }) {
  // A sheet left open doesn't reappear when the user comes back.
  useLayoutEffect(() => closeSheet, [])
  const open = sheet.value
  if (!open) return null
  if (open.kind === 'finish') return <FinishSheet workout={workout} />
  if (open.kind === 'order') return <OrderSheet workout={workout} />
  if (open.kind === 'name') return <NameSheet workout={workout} />
  const exercise = workout.exercises.find(({ id }) => id === open.exerciseEntryId)
  if (!exercise) return null
  if (open.kind === 'exercise') return <ExerciseMenu workout={workout} exercise={exercise} />
  if (open.kind === 'rest') return <RestSheet workout={workout} exercise={exercise} />
  const set = exercise.sets.find(({ id }) => id === open.setId)
  return set ? <SetMenu workout={workout} exercise={exercise} set={set} onClose={closeSheet} /> : null
}
