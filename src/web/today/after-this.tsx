import { useMemo } from 'preact/hooks'
import type { LocalWorkout } from '#client/index.ts'
import { Icon } from '../parts/icon.tsx'
import { countText } from '../words.ts'
import { useActiveRun } from './active-run.ts'
import { aboutText, PlanRows } from './plan-rows.tsx'

/** What the program has after the workout in progress. */
export function AfterThis({ workout: { id } }: { workout: LocalWorkout }) {
  const { runId, group } = useActiveRun()
  const up = useMemo(() => group?.upAfter(id), [group, runId, id])
  if (!up) return null
  const sets = up.sets.reduce((sum, count) => sum + count, 0)
  return (
    <section class="section">
      <header>
        <h2>After this</h2>
        <a class="link" href={up.href}>
          Program
          <Icon name="chevron-right" size="s" />
        </a>
      </header>
      <div class="card">
        <div class="flex between">
          <div class="grow">
            <h3>{up.name}</h3>
            <p class="small muted">
              {up.label}
              {up.seconds !== undefined && ` · ${aboutText(up.seconds)}`}
            </p>
          </div>
          <span class="badge">{countText(sets, 'set')}</span>
        </div>
        <PlanRows up={up} />
      </div>
    </section>
  )
}
