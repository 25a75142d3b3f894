import type { LocalWorkout } from '#client/index.ts'
import { hrefTo } from '../route.ts'
import { settings } from '../state/settings.ts'
import { countText, dateText, durationText, wholeText } from '../words.ts'
import { countSets } from '../workout/model.ts'
import { recordsIn } from '../workout/records.ts'
import { totalsOf } from '../workout/totals.ts'
import { Icon } from './icon.tsx'
import { marksOf, Rail } from './rail.tsx'

/** A workout in a list. */
export function WorkoutRow({ workout, isCurrent = false }: { workout: LocalWorkout; isCurrent?: boolean }) {
  const isInProgress = workout.endedAt === undefined
  const { done, all } = countSets(workout)
  const records = recordsIn(workout)
  return (
    <a
      href={isInProgress ? hrefTo('workout') : hrefTo('history', workout.id)}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <span class={isInProgress ? 'lead on' : 'lead'} aria-hidden="true">
        {dateText(workout.startedAt, 'weekday')}
        <br />
        {new Date(workout.startedAt).getDate()}
      </span>
      <span class="main">
        <span class="flex between">
          <b>{workout.name ?? 'Workout'}</b>
          {records.size > 0 && (
            <span class="badge record">
              <Icon name="trophy" size="s" />
              {records.size}
              <span class="sr"> {records.size === 1 ? 'record' : 'records'}</span>
            </span>
          )}
        </span>
        <small>
          <span class="sr">{dateText(workout.startedAt, 'long')}, </span>
          {isInProgress ? `In progress · ${done} of ${countText(all, 'set')}` : summaryOf(workout)}
        </small>
        {!isInProgress && (
          <span class="wk-rail">
            <Rail marks={marksOf(workout, { records })} quiet />
          </span>
        )}
      </span>
      <Icon name="chevron-right" />
    </a>
  )
}

/** `58 min · 17 sets · 9,840 kg`. */
export function summaryOf(workout: LocalWorkout): string {
  const { seconds, sets, volume } = totalsOf(workout)
  return [
    seconds === undefined ? '' : durationText(seconds),
    countText(sets, 'set'),
    volume > 0 ? `${wholeText(volume)} ${settings.value.unit}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
