import type { NextUp } from './next-up.ts'

/** The first exercises of a workout to do, with their sets. */
export const PlanRows = ({ next }: { next: NextUp }) => (
  <div class="plan">
    {next.rows.map(({ sets, name, text }) => (
      <>
        <span class="k">{sets}</span>
        <span>{name}</span>
        <span class="v">{text}</span>
      </>
    ))}
  </div>
)
