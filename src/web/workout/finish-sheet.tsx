import type { LocalWorkout } from '#client/index.ts'
import { Sheet } from '../parts/sheet.tsx'
import { toast } from '../parts/toast.tsx'
import { go } from '../route.ts'
import { edit } from '../state/edits.ts'
import { log } from '../state/log.ts'
import { countText } from '../words.ts'
import { countSets, isDone } from './model.ts'
import { closeSheet } from './sheets.ts'

/** The end of the workout: now, or its last set if that was long ago. */
function endOf({ exercises }: LocalWorkout): string {
  const times = exercises.flatMap(({ sets }) => sets.flatMap(({ completedAt }) => completedAt ?? []))
  const last = times.toSorted().at(-1) ?? ''
  const isOld = last !== '' && Date.now() - Date.parse(last) > 2 * 3_600_000
  return isOld ? last : new Date().toISOString()
}

/** Ends a workout; unfinished sets are dropped or kept as planned. */
export function FinishSheet({ workout }: { workout: LocalWorkout }) {
  const { done, all } = countSets(workout)
  const openCount = all - done
  // A program judges the sets that are left in the workout: without the missed ones, it would raise the weight.
  const isInProgram = workout.plan !== undefined
  const dropsFirst = openCount > 0 && !isInProgram
  const dropText = `Finish, drop ${openCount}`
  const finish = async (drops: boolean) => {
    const endedAt = endOf(workout)
    closeSheet()
    await edit(workout.id, (current) => ({
      ...current,
      endedAt: current.endedAt ?? endedAt,
      exercises: drops
        ? current.exercises.flatMap((exercise) => {
            const sets = exercise.sets.filter(isDone)
            return sets.length > 0 ? [{ ...exercise, sets }] : []
          })
        : current.exercises,
    }))
    go(`done/${workout.id}`, { replace: true })
  }
  const discard = async () => {
    closeSheet()
    await log().workouts.delete(workout.id)
    go('today', { replace: true })
    toast('Workout discarded', () => void log().workouts.put(workout))
  }
  return (
    <Sheet
      label="Finish the workout"
      title={
        done === 0
          ? 'Nothing logged yet'
          : openCount === 0
            ? 'All sets done'
            : `${countText(openCount, 'set')} not done`
      }
      text={
        done === 0
          ? 'Discard this workout, or keep training.'
          : openCount === 0
            ? `${countText(done, 'set')} in ${countText(workout.exercises.length, 'exercise')}`
            : isInProgram
              ? `Left in the plan, ${openCount === 1 ? 'it counts' : 'they count'} as missed.`
              : 'Drop them, or keep them in the plan for next time?'
      }
      onClose={closeSheet}
    >
      {done > 0 && (
        <button type="button" class="btn go full" onClick={() => void finish(dropsFirst)}>
          {dropsFirst ? dropText : 'Finish'}
        </button>
      )}
      {done > 0 && openCount > 0 && (
        <button type="button" class="btn full" onClick={() => void finish(!dropsFirst)}>
          {dropsFirst ? `Finish, keep ${openCount} as planned` : dropText}
        </button>
      )}
      <button type="button" class="btn bare full" onClick={closeSheet}>
        Keep training
      </button>
      <button type="button" class="btn danger full" onClick={() => void discard()}>
        Discard workout
      </button>
    </Sheet>
  )
}
