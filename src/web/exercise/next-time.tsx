import { useMemo } from 'preact/hooks'
import { Section } from '../parts/section.tsx'
import { changes } from '../state/log.ts'
import { useActiveRun } from '../today/active-run.ts'
import { coach } from '../workout/advice.ts'
import { setsPlanText } from '../workout/target.ts'

/** The next session of an exercise: in the active program, or else what the coach prescribes, and why. */
export function NextTime({ exerciseId }: { exerciseId: string }) {
  const { group } = useActiveRun()
  const planned = useMemo(() => group?.nextOf(exerciseId), [group, changes.value, exerciseId])
  const next = planned ? undefined : coach.value?.nextTime(exerciseId)
  if (!planned && !next) return null
  return (
    <Section title="Next time">
      <div class="card">
        <div class="flex between">
          <div class="t-l">
            {(planned?.exercises ?? (next ? [next] : [])).map((exercise) => (
              <p>{setsPlanText(exercise)}</p>
            ))}
          </div>
          {next && <span class="badge ok">{Math.round(next.chance * 100)}% likely</span>}
        </div>
        <p class="soft">{planned?.place ?? next?.reason}</p>
      </div>
    </Section>
  )
}
