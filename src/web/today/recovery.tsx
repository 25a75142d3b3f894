import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { usePanes } from '../parts/panes.ts'
import { Section } from '../parts/section.tsx'
import { hrefTo } from '../route.ts'
import { workouts } from '../state/log.ts'

type Readiness = typeof import('../groups/soon.ts')

const readinessModule = signal<Readiness | undefined>(undefined)

/** The height of the body map and its scale on wide screens, in CSS pixels. */
const mapHeight = 306

/** How recovered the main muscle groups are, optionally with a map of the body. */
export function Recovery({ hasMap = false }: { hasMap?: boolean }) {
  const panes = usePanes()
  useEffect(() => {
    import('../groups/soon.ts').then(
      (module) => {
        readinessModule.value = module
      },
      () => {},
    )
  }, [])
  if (workouts.value.length === 0) return null
  const groups = readinessModule.value?.readinessOfGroups() ?? []
  return (
    <Section
      title="Recovery"
      aside={
        <a class="link" href={hrefTo('progress')}>
          Body
          <Icon name="chevron-right" size="s" />
        </a>
      }
    >
      <div class="card">
        {hasMap && (panes ? <panes.RecoveryMap /> : <svg height={mapHeight} aria-hidden="true" />)}
        <div class="ready">
          {(groups.length > 0 ? groups : placeholders).map(({ name, readiness }) => (
            <div>
              <span class="label">{name}</span>
              <strong>
                {readiness ?? '–'}
                <span class="unit">%</span>
              </strong>
              <svg class="meter" aria-hidden="true">
                <rect class="track" width="100%" height="100%" rx="2.5" />
                <rect class={fillOf(readiness)} width={`${readiness ?? 0}%`} height="100%" rx="2.5" />
              </svg>
            </div>
          ))}
        </div>
        <p class="small soft">
          {groups.length > 0 ? readinessModule.value?.readinessText(groups) : '\u00a0'}
        </p>
      </div>
    </Section>
  )
}

const placeholders = ['Chest', 'Back', 'Shoulders', 'Legs'].map((name) => ({ name, readiness: undefined }))

function fillOf(readiness: number | undefined): string {
  if (readiness === undefined || readiness < 50) return 'fill low'
  return readiness < 80 ? 'fill mid' : 'fill'
}
