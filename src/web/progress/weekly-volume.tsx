import { Section } from '../parts/section.tsx'
import { usualWeek } from './usual-week.ts'
import { WeekBars, weeklyVolumes } from './week-bars.tsx'

const weeks = 12

/** The volume of each recent week. */
export function WeeklyVolume() {
  const { volumes, unit, text } = weeklyVolumes(weeks)
  const thisWeek = volumes.at(-1) ?? 0
  const mean = usualWeek(volumes)
  return (
    <Section title="Weekly volume">
      <div class="card">
        <div class="flex between end">
          <div>
            <span class="label">This week</span>
            <div class="t-l">
              {text(thisWeek)}
              <span class="unit">{unit}</span>
            </div>
          </div>
          {mean > 0 && thisWeek > 0 && (
            <span class="badge">{Math.round((thisWeek / mean) * 100)}% of a usual week</span>
          )}
        </div>
        <WeekBars weeks={weeks} />
      </div>
    </Section>
  )
}
