import { durationText } from '../words.ts'
import type { NextUp } from './next-up.ts'

const fiveMinutes = 300

/** `about 45 min`. */
export const aboutText = (seconds: number): string =>
  `about ${durationText(Math.round(seconds / fiveMinutes) * fiveMinutes)}`

/** The first exercises of a workout to do, with their sets. */
export const PlanRows = ({ up }: { up: NextUp }) => (
  <div class="plan">
    {up.rows.map(({ sets, name, text }) => (
      <>
        <span class="k">{sets}</span>
        <span>{name}</span>
        <span class="v">{text}</span>
      </>
    ))}
  </div>
)
