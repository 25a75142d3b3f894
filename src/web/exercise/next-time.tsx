import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { schemeNames } from '../coach/scheme-names.ts'
import { choiceOf } from '../figures/own.ts'
import { Icon } from '../parts/icon.tsx'
import { Section } from '../parts/section.tsx'
import { toast } from '../parts/toast.tsx'
import { exerciseOf, nameOf } from '../state/catalogue.ts'
import { changes, isGuest } from '../state/log.ts'
import { useActiveRun } from '../today/active-run.ts'
import { coach } from '../workout/advice.ts'
import { setsPlanText } from '../workout/target.ts'
import { chooseScheme } from './choose-scheme.ts'

type ProgramGroup = typeof import('../groups/program.ts')

/**
 * The next session of an exercise: in the active program, or else what the coach or the chosen scheme prescribes, and
 * why. The scheme can be chosen here.
 */
export function NextTime({ exerciseId }: { exerciseId: string }) {
  const { group } = useActiveRun()
  const opened = useSignal<ProgramGroup | undefined>(undefined)
  const planned = useMemo(() => group?.nextOf(exerciseId), [group, changes.value, exerciseId])
  const next = planned ? undefined : coach.value?.nextTime(exerciseId)
  if (!exerciseOf(exerciseId)) return null
  const [reason, ...otherReasons] = next?.reasons ?? []
  const progression = choiceOf(exerciseId)?.progression ?? { scheme: 'memory' }
  const open = () =>
    import('../groups/program.ts').then(
      (group) => {
        opened.value = group
      },
      () => toast('This isn’t downloaded yet. Try again when you’re online.'),
    )
  return (
    <Section title="Next time">
      {(planned ?? next) && (
        <div class="card">
          <div class="flex between">
            <div class="t-l">
              {(planned?.exercises ?? (next ? [next] : [])).map((exercise) => (
                <p>{setsPlanText(exercise)}</p>
              ))}
            </div>
            {next?.chance !== undefined && (
              <span class="badge ok">{Math.round(next.chance * 100)}% likely</span>
            )}
          </div>
          <p class="soft">{planned?.place ?? reason}</p>
          {next?.deload && <p class="soft">{next.deload}</p>}
          {otherReasons.length > 0 && (
            <details>
              <summary>
                <Icon name="chevron-down" size="s" />
                How this was worked out
              </summary>
              <ul class="cues">
                {otherReasons.map((text) => (
                  <li>{text}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
      <div class="card flush rows">
        <button type="button" aria-haspopup="dialog" onClick={() => void open()}>
          <b class="main">How it progresses</b>
          <span class="val small">{schemeNames[progression.scheme]}</span>
          <Icon name="chevron-right" />
        </button>
      </div>
      {opened.value && (
        <opened.value.SchemeSheet
          name={nameOf(exerciseId)}
          initial={progression}
          needsAccount={isGuest.value}
          onSave={(chosen) => chooseScheme(exerciseId, chosen)}
          onClose={() => (opened.value = undefined)}
        />
      )}
    </Section>
  )
}
