import { useSignal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { Reorder } from '../parts/reorder.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { nameOf } from '../state/catalogue.ts'
import { edit } from '../state/edits.ts'
import { orderExercises } from './change.ts'
import { closeSheet } from './sheets.ts'

/** Reorders the exercises, with buttons or by dragging. */
export function OrderSheet({ workout }: { workout: LocalWorkout }) {
  const order = useSignal(workout.exercises.map(({ id }) => id))
  const save = () => {
    void edit(workout.id, orderExercises(order.value))
    closeSheet()
  }
  const names = new Map(workout.exercises.map(({ id, exerciseId }) => [id, nameOf(exerciseId)]))
  return (
    <Sheet label="Order of the exercises" title="Order" onClose={save}>
      <Reorder
        ids={order.value}
        nameOf={(id) => names.get(id) ?? ''}
        onOrder={(ids) => {
          order.value = [...ids]
        }}
      />
      <button type="button" class="btn go full" onClick={save}>
        Done
      </button>
    </Sheet>
  )
}
