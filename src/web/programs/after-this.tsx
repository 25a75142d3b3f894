import { useMemo } from 'preact/hooks'
import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { Section } from '../parts/section.tsx'
import { PlanRows } from '../today/plan-rows.tsx'
import { aboutText, countText } from '../words.ts'
import { nextUpAfter } from './next-step.ts'
import { activeRuns } from './runs.ts'

/** The program's workout after the one in progress. */
export function AfterThis({ workout: { id } }: { workout: LocalWorkout }) {
  const next = useMemo(() => nextUpAfter(id), [activeRuns.value, id])
  if (!next) return null
  const sets = next.sets.reduce((sum, count) => sum + count, 0)
  return (
    <Section
      title="After this"
      aside={
        <a class="link" href={next.href}>
          Program
          <Icon name="chevron-right" size="s" />
        </a>
      }
    >
      <div class="card">
        <div class="flex between">
          <div class="grow">
            <h3>{next.name}</h3>
            <p class="small muted">
              {next.label}
              {next.seconds !== undefined && ` · ${aboutText(next.seconds)}`}
            </p>
          </div>
          <span class="badge">{countText(sets, 'set')}</span>
        </div>
        <PlanRows next={next} />
      </div>
    </Section>
  )
}
