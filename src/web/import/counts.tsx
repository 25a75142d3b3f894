import { Stat } from '../parts/stat.tsx'
import { countText, numberText } from '../words.ts'
import type { Import } from './state.ts'

/** How much is in the file, and how much of it is new. */
export function Counts({ report }: { report: Import }) {
  const { workouts, sets, skippedRows, problems } = report
  const isSaved = report.status === 'committed' || report.status === 'undone'
  return (
    <section class="card">
      <span class="label">
        {report.status === 'pending' && 'Preview: nothing is saved yet'}
        {report.status === 'committed' && 'Saved'}
        {report.status === 'undone' && 'Undone'}
      </span>
      <div class="stats">
        <Stat
          name="Workouts"
          value={numberText(isSaved ? (report.committed?.workouts ?? 0) : workouts.new)}
        />
        <Stat name="Sets" value={numberText(isSaved ? (report.committed?.sets ?? 0) : sets.new)} />
        <Stat name="Already here" value={numberText(workouts.duplicates)} />
      </div>
      {skippedRows > 0 && (
        <details>
          <summary class="small">{countText(skippedRows, 'row')} skipped</summary>
          <ul class="small soft">
            {problems.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                {line !== undefined && `Line ${line}: `}
                {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
