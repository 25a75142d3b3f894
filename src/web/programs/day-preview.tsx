import type { Schemas } from '#generated/types.ts'
import { nameOf } from '../state/catalogue.ts'
import { aboutText } from '../words.ts'
import { setsPlanText } from '../workout/target.ts'

/** Previews a day of a program: its exercises, sets, and duration. */
export const DayPreview = ({
  name,
  exercises,
  seconds,
}: {
  name: string
  exercises: Schemas['WorkoutInput']['exercises']
  seconds: number
}) => (
  <section class="card">
    <div class="flex between">
      <h3>{name}</h3>
      <span class="badge">{aboutText(seconds)}</span>
    </div>
    <ul class="reasons">
      {exercises.map((exercise) => (
        <li key={exercise.slot}>
          {nameOf(exercise.exerciseId)}
          <small class="soft num">{setsPlanText(exercise)}</small>
        </li>
      ))}
    </ul>
  </section>
)
