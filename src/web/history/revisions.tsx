import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { LocalWorkout } from '#client/index.ts'
import type { Schemas } from '#generated/types.ts'
import { Sheet } from '../parts/sheet.tsx'
import { toast } from '../parts/toast.tsx'
import { log } from '../state/log.ts'
import { countText, dateText } from '../words.ts'

const reasons = { replaced: 'Changed', deleted: 'Deleted', restored: 'Restored' } as const

/** The earlier versions of a workout, which the server stores. */
export function Revisions({ workout, onClose }: { workout: LocalWorkout; onClose: () => void }) {
  const items = useSignal<readonly Schemas['WorkoutRevision'][] | undefined>(undefined)
  const error = useSignal('')
  useEffect(() => {
    const load = async () => {
      const { data } = await log().client.GET('/api/workouts/{id}/revisions', {
        params: { path: { id: workout.id } },
      })
      if (data) items.value = data.items
      else error.value = 'The server has no earlier versions of this workout.'
    }
    load().catch(() => {
      error.value = 'Earlier versions are stored on the server. Try again when you’re online.'
    })
  }, [])
  const restore = async ({ workout: content }: Schemas['WorkoutRevision']) => {
    const replaced = log().workouts.get(workout.id)
    const { revision = 0, updatedAt = '' } = await log().workouts.put({ ...content, id: workout.id })
    onClose()
    // The replaced state returns as an edit of the restored one: with its own stamps, it would count as unchanged.
    toast('Restored', () => {
      if (replaced) void log().workouts.put({ ...replaced, revision, updatedAt })
    })
  }
  return (
    <Sheet title="Earlier versions" text="Available for 90 days" onClose={onClose}>
      {error.value && <p class="soft">{error.value}</p>}
      {items.value?.length === 0 && <p class="soft">This workout has never been changed.</p>}
      <div class="card flush rows tall">
        {items.value?.map((revision) => (
          <button type="button" key={revision.revision} onClick={() => void restore(revision)}>
            <span class="main">
              <b>{dateText(revision.replacedAt, 'withTime')}</b>
              <small>
                {reasons[revision.reason]} ·{' '}
                {countText(
                  revision.workout.exercises.reduce((sum, { sets }) => sum + sets.length, 0),
                  'set',
                )}
              </small>
            </span>
            <span class="val small">Restore</span>
          </button>
        ))}
      </div>
    </Sheet>
  )
}
