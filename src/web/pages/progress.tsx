import { signal } from '@preact/signals'
import { BodyMap } from '../body/body-map.tsx'
import { RecoveryMap } from '../body/recovery-map.tsx'
import { volumes } from '../figures/volumes.ts'
import { Choices } from '../parts/choices.tsx'
import { Icon } from '../parts/icon.tsx'
import { Bullets } from '../progress/bullets.tsx'
import { Score } from '../progress/score.tsx'
import { Strength } from '../progress/strength.tsx'
import { TrainingLoad } from '../progress/training-load.tsx'
import { WeeklyVolume } from '../progress/weekly-volume.tsx'
import { hrefTo } from '../route.ts'
import { workouts } from '../state/log.ts'

const view = signal<'week' | 'month' | 'recovery'>('week')
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
                ['week', '7 days'],
                ['month', '4 weeks'],
                ['recovery', 'Recovery'],
              ]}
              value={view.value}
              onChoose={(choice) => (view.value = choice)}
            />
            {view.value === 'recovery' ? <RecoveryMap /> : <SetsMap period={view.value} />}
          </section>
          <div class="wide">
            <WeeklyVolume />
          </div>
          <div class="wide">
            <TrainingLoad />
          </div>
        </div>
        <div class="col">
          <Bullets view={view.value} />
        </div>
      </div>
      <div class="narrow">
        <WeeklyVolume />
      </div>
      <div class="narrow">
        <TrainingLoad />
      </div>
      <Strength />
      <Score />
    </main>
  )
}

/** A body that shows how many sets a week trained each muscle. */
function SetsMap({ period }: { period: keyof typeof volumes }) {
  const levels = volumes[period].value.map(
    ({ muscle, fractionalSets }) => [muscle, Math.min(4, Math.ceil((fractionalSets / maxSets) * 4))] as const,
  )
  return <BodyMap levels={new Map(levels)} from="0" to={`${maxSets} sets`} />
}
