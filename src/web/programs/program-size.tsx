import type { KnownProgram } from './known.ts'

/** How many days a week, weeks a cycle and workouts a program has, and its notes. */
export function ProgramSize({ program }: { program: KnownProgram }) {
  const sessions = program.sessionsPerWeek ?? program.weeks[0]?.days.length ?? 1
  // A week may contain a workout more than once; each occurrence is listed.
  const workouts = Math.max(program.days.length, program.weeks[0]?.days.length ?? 0)
  return (
    <section class="card">
      <div class="stats">
        <div class="stat">
          <strong>
            {sessions}
            <span class="unit">{sessions === 1 ? 'day' : 'days'}</span>
          </strong>
          <span class="label">A week</span>
        </div>
        {/* A program of two workouts that alternate on three days a week doesn't repeat weekly. */}
        {program.weeks.every(({ days }) => days.length === sessions) && (
          <div class="stat">
            <strong>
              {program.weeks.length}
              <span class="unit">wk</span>
            </strong>
            <span class="label">Cycle</span>
          </div>
        )}
        <div class="stat">
          <strong>{workouts}</strong>
          <span class="label">Workouts</span>
        </div>
      </div>
      {program.notes && <p class="small soft">{program.notes}</p>}
    </section>
  )
}
