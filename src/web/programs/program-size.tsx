import { Stat } from '../parts/stat.tsx'
import type { KnownProgram } from './known.ts'

/** How many days a week, weeks a cycle and workouts a program has, and its notes. */
export function ProgramSize({ program }: { program: KnownProgram }) {
  const sessions = program.sessionsPerWeek ?? program.weeks[0]?.days.length ?? 1
  // A week may contain a workout more than once; each occurrence is listed.
  const workouts = Math.max(program.days.length, program.weeks[0]?.days.length ?? 0)
  return (
    <section class="card">
      <div class="stats">
        <Stat name="A week" value={sessions} unit={sessions === 1 ? 'day' : 'days'} />
        {/* A program of two workouts that alternate on three days a week doesn't repeat weekly. */}
        {program.weeks.every(({ days }) => days.length === sessions) && (
          <Stat name="Cycle" value={program.weeks.length} unit="wk" />
        )}
        <Stat name="Workouts" value={workouts} />
      </div>
      {program.notes && <p class="small soft">{program.notes}</p>}
    </section>
  )
}
