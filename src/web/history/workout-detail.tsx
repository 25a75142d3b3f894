import { useSignal } from '@preact/signals'
import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu } from '../parts/menu.tsx'
import { marksOf, Rail } from '../parts/rail.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { Stat } from '../parts/stat.tsx'
import { toast } from '../parts/toast.tsx'
import { back, go, hrefTo } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { edit } from '../state/edits.ts'
import { isGuest, log, workoutInProgress } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { shareText } from '../summary/share.ts'
import { capitalized, dateText, durationText, wholeText } from '../words.ts'
import { setsText } from '../workout/figures.ts'
import { isDone } from '../workout/model.ts'
import { OverreachedSheet, overreachedText } from '../workout/overreached-sheet.tsx'
import { recordsIn } from '../workout/records.ts'
import { repeat } from '../workout/start.ts'
import { totalsOf } from '../workout/totals.ts'
import { Revisions } from './revisions.tsx'

/** A past workout, and what can be done with it. */
export function WorkoutDetail({ workout }: { workout: LocalWorkout }) {
  const isMenuOpen = useSignal(false)
  const showsRevisions = useSignal(false)
  const isMarking = useSignal(false)
  const { volume, sets, seconds } = totalsOf(workout)
  const records = new Set(recordsIn(workout).keys())
  const close = () => {
    isMenuOpen.value = false
  }
  const reopen = () => {
    // Without an end, it is in progress again and the workout page can change it.
    void edit(workout.id, ({ endedAt, ...content }) => content)
    go('workout')
  }
  const remove = () => {
    close()
    void log().workouts.delete(workout.id)
    go('history', { replace: true })
    // Its stamps are put back too, so that changes from other devices in the meantime are kept.
    toast('Workout deleted', () => void log().workouts.put(workout))
  }
  const isOld = Date.now() - Date.parse(workout.startedAt) > 12 * 3_600_000
  return (
    <>
      <header class="top narrow">
        <button type="button" class="ib edge-l" aria-label="Back" onClick={() => back('history')}>
          <Icon name="chevron-left" size="l" />
        </button>
        <span class="label grow">History</span>
      </header>
      <section class="card">
        <div class="flex between">
          <div class="grow">
            <p class="label">{dateText(workout.startedAt, 'withTime')}</p>
            <h2 tabIndex={-1}>{workout.name ?? 'Workout'}</h2>
            {workout.phase && <span class="badge">{capitalized(workout.phase)}</span>}
          </div>
          <button
            type="button"
            class="ib edge-r"
            aria-label="More"
            aria-haspopup="dialog"
            onClick={() => (isMenuOpen.value = true)}
          >
            <Icon name="ellipsis" />
          </button>
        </div>
        <Rail marks={marksOf(workout, { records })} quiet />
        <div class="stats">
          {seconds !== undefined && <Stat name="Time" value={durationText(seconds)} />}
          <Stat name="Sets" value={sets} />
          <Stat name="Volume" value={wholeText(volume)} unit={settings.value.unit} />
        </div>
        {workout.notes && (
          <p class="note">
            <Icon name="message-square-text" size="s" />
            <span>{workout.notes}</span>
          </p>
        )}
        {overreachedText(workout) && (
          <p class="note">
            <Icon name="triangle-alert" size="s" />
            <span>Too much for {overreachedText(workout)}</span>
          </p>
        )}
        <div class="plan detail">
          {workout.exercises.map(({ id, exerciseId, sets: allSets }, index) => (
            <>
              <span class="k" key={id}>
                {index + 1}
              </span>
              <a href={hrefTo('exercise', exerciseId)}>{nameOf(exerciseId)}</a>
              <span class="v num">{setsText(allSets.filter(isDone)) || 'not done'}</span>
            </>
          ))}
        </div>
        <div class="flex quick">
          <button type="button" class="btn" onClick={() => void repeat(workout)}>
            <Icon name="repeat" />
            {workoutInProgress.value ? 'Go to workout' : 'Repeat'}
          </button>
          {!isOld && !workoutInProgress.value && (
            <button type="button" class="btn" onClick={reopen}>
              <Icon name="play" solid />
              Resume
            </button>
          )}
          <button type="button" class="btn" onClick={() => go(`edit/${workout.id}`)}>
            <Icon name="pencil" />
            Edit
          </button>
        </div>
      </section>
      {isMenuOpen.value && (
        <Sheet
          label="More for this workout"
          title={workout.name ?? 'Workout'}
          text={dateText(workout.startedAt, 'long')}
          onClose={close}
        >
          <Menu
            actions={[
              {
                icon: 'triangle-alert',
                name: 'Too much for a muscle',
                text: 'Mark what you didn’t recover from',
                run: () => {
                  close()
                  isMarking.value = true
                },
              },
              { icon: 'bookmark-plus', name: 'Save as a routine', run: () => go(`routine/${workout.id}`) },
              {
                icon: 'share',
                name: 'Share as text',
                run: () => {
                  close()
                  void shareText(workout).then((message) => message && toast(message))
                },
              },
              ...(isGuest.value
                ? []
                : [
                    {
                      icon: 'history' as const,
                      name: 'Earlier versions',
                      text: 'From the last 90 days',
                      run: () => {
                        close()
                        showsRevisions.value = true
                      },
                    },
                  ]),
              { icon: 'trash-2', name: 'Delete', isDanger: true, run: remove },
            ]}
          />
        </Sheet>
      )}
      {isMarking.value && <OverreachedSheet workout={workout} onClose={() => (isMarking.value = false)} />}
      {showsRevisions.value && <Revisions workout={workout} onClose={() => (showsRevisions.value = false)} />}
    </>
  )
}
