import { signal } from '@preact/signals'
import { BodyMap } from '../body/body-map.tsx'
import { RecoveryMap } from '../body/recovery-map.tsx'
import { volumes } from '../figures/volumes.ts'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { Bullets } from '../progress/bullets.tsx'
import { Strength } from '../progress/strength.tsx'
import { WeeklyVolume } from '../progress/weekly-volume.tsx'
import { hrefTo } from '../route.ts'
import { workouts } from '../state/log.ts'

const view = signal<'sets' | 'recovery'>('sets')
const maxSets = 20

/** The volume and recovery of each muscle, training load, and strength. */
export function Progress() {
  const head = (
    <header class="top">
      <div class="grow">
        <h1 tabIndex={-1}>Progress</h1>
      </div>
      <a class="btn bare" href={hrefTo('measurements')}>
        <Icon name="ruler" />
        Measure
      </a>
    </header>
  )
  if (workouts.value.length === 0) {
    return (
      <main class="page">
        {head}
        <section class="card empty">
          <h2>Nothing to show yet</h2>
          <p class="soft">
            Sets per muscle appear after your first workout, and trends after two sessions of a lift.
          </p>
          <a class="btn tint" href={hrefTo('today')}>
            Go to Today
          </a>
        </section>
      </main>
    )
  }
  const isSets = view.value === 'sets'
  return (
    <main class="page">
      {head}
      <div class="panes even">
        <div class="col">
          <section class="card">
            <Choices
              look="segments"
              label="Show"
              choices={[
                ['sets', 'Sets in 7 days'],
                ['recovery', 'Recovery'],
              ]}
              value={view.value}
              onChoose={(choice) => (view.value = choice)}
            />
            {isSets ? <SetsMap /> : <RecoveryMap />}
          </section>
          <div class="wide">
            <WeeklyVolume />
          </div>
        </div>
        <div class="col">
          <Bullets isRecovery={!isSets} />
        </div>
      </div>
      <div class="narrow">
        <WeeklyVolume />
      </div>
      <Strength />
    </main>
  )
}

/** A body that shows how many sets trained each muscle. */
function SetsMap() {
  const levels = volumes.value.map(
    ({ muscle, fractionalSets }) => [muscle, Math.min(4, Math.ceil((fractionalSets / maxSets) * 4))] as const,
  )
  return <BodyMap levels={new Map(levels)} from="0" to={`${maxSets} sets`} />
}
