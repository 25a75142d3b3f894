import { figure } from '../figures/ask.ts'
import { Section } from '../parts/section.tsx'
import { Stat } from '../parts/stat.tsx'
import { wholeText } from '../words.ts'

/** How much the user has trained lately, from the exertion and the length of each workout. */
export function TrainingLoad() {
  const load = figure('load', undefined)
  if (!load) return null
  const { week, acuteChronic } = load
  return (
    <Section title="Load" aside={<span class="label">exertion × minutes</span>}>
      <div class="card">
        {week ? (
          <div class="stats">
            <Stat name="Last 7 days" value={wholeText(week.sum)} />
            {acuteChronic?.ratio !== undefined && (
              <Stat name="Of your usual load" value={`${wholeText(acuteChronic.ratio * 100)}%`} />
            )}
          </div>
        ) : (
          <p class="small soft">Answer “How hard was it?” after workouts to see their load a week later.</p>
        )}
      </div>
    </Section>
  )
}
