import { useSignal } from '@preact/signals'
import { hrefTo } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { sessionsByExercise } from '../state/history.ts'
import { countText, dayText } from '../words.ts'

const pageSize = 30

/** Every exercise that was logged, the most recent one first. */
export function AllLifts() {
  const shownCount = useSignal(pageSize)
  const lifts = [...sessionsByExercise.value].toSorted(([, [a]], [, [b]]) =>
    (a?.workout.startedAt ?? '') < (b?.workout.startedAt ?? '') ? 1 : -1,
  )
  return (
    <>
      <div class="card flush rows">
        {lifts.slice(0, shownCount.value).map(([exerciseId, sessions]) => (
          <a href={hrefTo('exercise', exerciseId)} key={exerciseId}>
            <span class="main">
              <b>{nameOf(exerciseId)}</b>
              <small>{countText(sessions.length, 'session')}</small>
            </span>
            <span class="val small">{dayText(sessions[0]?.workout.startedAt ?? '')}</span>
          </a>
        ))}
      </div>
      {lifts.length > shownCount.value && (
        <button type="button" class="btn full" onClick={() => (shownCount.value += pageSize)}>
          Show more
        </button>
      )}
    </>
  )
}
