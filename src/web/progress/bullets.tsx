import { useSignal } from '@preact/signals'
import { type Landmarks, type LandmarkTable, weeklyLandmarks } from '#training/landmarks.ts'
import type { MuscleVolume } from '#training/volume.ts'
import { fatigues } from '../figures/readiness.ts'
import { volumes } from '../figures/volumes.ts'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { to } from '../route.ts'
import { muscleName, nameOf } from '../state/catalogue.ts'
import { count, date, plain } from '../words.ts'

const widest = 26
const landmarks: LandmarkTable = weeklyLandmarks

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Each muscle's weekly sets against its landmarks, or how recovered it is. */
export function Bullets({ isRecovery }: { isRecovery: boolean }) {
  const opened = useSignal<MuscleVolume | undefined>(undefined)
  const rows = volumes.value
    .filter(({ muscle, fractionalSets }) => landmarks[muscle] || fractionalSets > 0)
    .toSorted((a, b) => b.directSets - a.directSets || b.fractionalSets - a.fractionalSets)
  const readiness = fatigues.value.toSorted((a, b) => a.readiness - b.readiness)
  return (
    <section class="section">
      <header>
        <h2>{isRecovery ? 'Recovery by muscle' : 'Sets against your landmarks'}</h2>
      </header>
      <div class="card pad-b">
        {!isRecovery && (
          <div class="legend between">
            <span>
              <svg aria-hidden="true">
                <rect width="16" height="12" rx="3" class="lg-zone" />
              </svg>
              productive range
            </span>
            <span class="muted">sets in 7 days</span>
          </div>
        )}
        <div class="bullets">
          {isRecovery
            ? readiness.map(({ muscle, readiness: percent, recoveredAt }) => (
                <div class="bullet" key={muscle}>
                  <span class="small">{capital(muscleName(muscle))}</span>
                  <svg class="b" aria-hidden="true">
                    <rect class="track" y="3" width="100%" height="14" rx="4" />
                    <rect
                      class={percent >= 80 ? 'v in' : percent >= 50 ? 'v' : 'v low'}
                      y="7"
                      width={`${percent}%`}
                      height="6"
                      rx="3"
                    />
                  </svg>
                  <span class="n">{Math.round(percent)}</span>
                  <span class="state" title={recoveredAt ? date(recoveredAt, 'short') : undefined}>
                    %
                  </span>
                </div>
              ))
            : rows.map((row) => (
                <Bullet
                  key={row.muscle}
                  row={row}
                  marks={landmarks[row.muscle]}
                  onOpen={() => (opened.value = row)}
                />
              ))}
        </div>
      </div>
      {opened.value && (
        <MuscleSheet
          row={opened.value}
          marks={landmarks[opened.value.muscle]}
          onClose={() => (opened.value = undefined)}
        />
      )}
    </section>
  )
}

const percentOf = (sets: number) => `${Math.min(100, (sets / widest) * 100)}%`

function Bullet({
  row,
  marks,
  onOpen,
}: {
  row: MuscleVolume
  marks: Landmarks | undefined
  onOpen: () => void
}) {
  const { muscle, directSets } = row
  const state = !marks
    ? ''
    : directSets > marks.mrv
      ? 'over'
      : directSets >= marks.mev && directSets > 0
        ? 'in'
        : 'low'
  const name = capital(muscleName(muscle))
  return (
    <button type="button" class="bullet" onClick={onOpen}>
      <span class="small">{name}</span>
      <svg class="b" aria-hidden="true">
        <rect class="track" y="3" width="100%" height="14" rx="4" />
        {marks && (
          <rect
            class="zone"
            x={percentOf(marks.mev)}
            y="3"
            width={percentOf(marks.mrv - marks.mev)}
            height="14"
          />
        )}
        <rect class={`v ${state}`} y="7" width={percentOf(directSets)} height="6" rx="3" />
        {marks && <rect class="mark" x={percentOf(marks.mev)} y="1" width="1.5" height="18" />}
        {marks && <rect class="mark" x={percentOf(marks.mrv)} y="1" width="1.5" height="18" />}
      </svg>
      <span class="n">
        {plain(directSets)}
        <span class="sr"> sets{marks && `, range ${marks.mev} to ${marks.mrv}`}</span>
      </span>
      <span class={`state ${state}`}>
        {state === 'in' && <Icon name="check" size="s" />}
        {state === 'over' && <Icon name="arrow-up" size="s" />}
        {state === 'low' && <Icon name="arrow-down" size="s" />}
      </span>
    </button>
  )
}

/** Where the sets of a muscle came from. */
function MuscleSheet({
  row,
  marks,
  onClose,
}: {
  row: MuscleVolume
  marks: Landmarks | undefined
  onClose: () => void
}) {
  const { muscle, directSets, fractionalSets, contributions } = row
  return (
    <Sheet label={capital(muscleName(muscle))} onClose={onClose}>
      <SheetHead
        title={capital(muscleName(muscle))}
        text={`${count(directSets, 'direct set')} in 7 days, ${plain(fractionalSets)} counting indirect sets as half`}
        onClose={onClose}
      />
      {marks && (
        <p class="small soft">
          Growth starts at {marks.mev} sets, most people do best with {marks.mav.min} to {marks.mav.max}, and{' '}
          {marks.mrv} is the most you can recover from. Source: {marks.source}.
        </p>
      )}
      {contributions.length === 0 && <p class="soft">No set in the last 7 days trained this muscle.</p>}
      <div class="card flush rows">
        {contributions.map(({ exerciseId, percent, directSets: direct, fractionalSets: fractional }) => (
          <a href={to('exercise', exerciseId)} key={exerciseId}>
            <span class="main">
              <b>{nameOf(exerciseId)}</b>
              <small>{Math.round(percent)}% engagement</small>
            </span>
            <span class="val num ink">{plain(direct > 0 ? direct : fractional)}</span>
          </a>
        ))}
      </div>
    </Sheet>
  )
}
