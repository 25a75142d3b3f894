import { Icon } from '../parts/icon.tsx'
import { Section } from '../parts/section.tsx'
import { WorkoutRow } from '../parts/workout-row.tsx'
import { hrefTo } from '../route.ts'
import { workouts } from '../state/log.ts'

const shownWorkouts = 3

/** The last workouts that have ended. */
export function LastWorkouts() {
  const last: (typeof workouts.value)[number][] = []
  for (const workout of workouts.value) {
    if (workout.endedAt !== undefined) last.push(workout)
    if (last.length === shownWorkouts) break
  }
  if (last.length === 0) return null
  return (
    <Section
      title="Last workouts"
      aside={
        <a class="link" href={hrefTo('history')}>
          History
          <Icon name="chevron-right" size="s" />
        </a>
      }
    >
      <div class="card flush rows tall">
        {last.map((workout) => (
          <WorkoutRow key={workout.id} workout={workout} />
        ))}
      </div>
    </Section>
  )
}
