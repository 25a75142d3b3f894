import type { LocalWorkout } from '#client/index.ts'
import { Section } from '../parts/section.tsx'
import { maxPlanRows, placeholder } from './next-up.ts'
import { PlanRows } from './plan-rows.tsx'

/**
 * Shown until the workout after the one in progress is known; about as tall, since a program's workouts have about as
 * many exercises.
 */
export const AfterThisPlaceholder = ({ workout }: { workout: LocalWorkout }) => (
  <div class="wait" aria-busy="true">
    <Section title="After this" aside={<span class="link">…</span>}>
      <div class="card">
        <h3>…</h3>
        <p class="small">…</p>
        <PlanRows next={placeholder(Math.min(workout.exercises.length, maxPlanRows))} />
      </div>
    </Section>
  </div>
)
