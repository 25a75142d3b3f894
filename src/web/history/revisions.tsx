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
  const isUnavailable = useSignal(false)
  useEffect(() => {
    const load = async () => {
      const { data, response } = await log().client.GET('/api/workouts/{id}/revisions', {
        params: { path: { id: workout.id } },
      })
      // 404: the workout was never sent.
      if (data || response.status === 404) items.value = data?.items ?? []
      else isUnavailable.value = true
    }
    load().catch(() => {
      isUnavailable.value = true
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
      {isUnavailable.value && <p class="soft">Earlier versions are stored on the server. Try again later.</p>}
      {items.value?.length === 0 && <p class="soft">The server has no earlier versions.</p>}
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
