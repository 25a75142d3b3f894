import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import {
  type Landmarks,
  landmarkSets,
  learnedText,
  learnedVolume,
  type VolumeZone,
  volumeZone,
} from '#training/landmarks.ts'
import type { MuscleVolume } from '#training/volume.ts'
import { setsPerWorkout } from '#training/weekly-workouts.ts'
import { chosenLandmarks, landmarks, overreaches } from '../figures/landmarks.ts'
import { exerciseIndex } from '../figures/performed.ts'
import { fatigues } from '../figures/readiness.ts'
import { volumes } from '../figures/volumes.ts'
import { Icon } from '../parts/icon.tsx'
import { Section } from '../parts/section.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { hrefTo } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { muscleName } from '../state/exercise-words.ts'
import { followOwnSettings } from '../state/profile.ts'
import { settings } from '../state/settings.ts'
import { capitalized, countText, dateText, numberText, tenthsText } from '../words.ts'

const maxSets = 26

/** A muscle's volume. */
interface MuscleRow extends MuscleVolume {
  /** The sets to compare with its landmarks. */
  readonly sets: number
}

/** Each muscle's weekly sets against its landmarks, or how recovered it is. */
export function Bullets({ view }: { view: 'week' | 'month' | 'recovery' }) {
  const isRecovery = view === 'recovery'
  const opened = useSignal<MuscleRow | undefined>(undefined)
  useEffect(() => void followOwnSettings(), [])
  const table = landmarks.value
  const rows = volumes[isRecovery ? 'week' : view].value
    .filter(({ muscle, fractionalSets }) => table[muscle] || fractionalSets > 0)
    .map((row) => ({ ...row, sets: landmarkSets(row, exerciseIndex.value) }))
    .toSorted((a, b) => b.sets - a.sets || b.fractionalSets - a.fractionalSets)
  const readiness = fatigues.value.toSorted((a, b) => a.readiness - b.readiness)
  return (
    <Section title={isRecovery ? 'Recovery by muscle' : 'Sets vs. your landmarks'}>
      <div class="card pad-b">
        {!isRecovery && (
          <div class="legend between">
            <span>
              <svg aria-hidden="true">
                <rect width="16" height="12" rx="3" class="lg-zone" />
              </svg>
              growth range
            </span>
            <span class="muted">{view === 'week' ? 'sets in 7 days' : 'sets a week'}</span>
          </div>
        )}
        <div class="bullets">
          {isRecovery
            ? readiness.map(({ muscle, readiness: percent, recoveredAt }) => (
                <div class="bullet" key={muscle}>
                  <span class="small">{capitalized(muscleName(muscle))}</span>
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
                  <span class="state" title={recoveredAt ? dateText(recoveredAt, 'short') : undefined}>
                    %
                  </span>
                </div>
              ))
            : rows.map((row) => (
                <Bullet
                  key={row.muscle}
                  row={row}
                  marks={table[row.muscle]}
                  onOpen={() => (opened.value = row)}
                />
              ))}
        </div>
      </div>
      {opened.value && (
        <MuscleSheet
          row={opened.value}
          marks={table[opened.value.muscle]}
          period={view === 'week' ? 'in 7 days' : 'a week, in the last 4'}
          onClose={() => (opened.value = undefined)}
        />
      )}
    </Section>
  )
}

/** How the app shows the zones of weekly sets: from the MEV to the MRV, they are in the growth range. */
const states = {
  below_maintenance: 'low',
  maintenance: 'low',
  productive: 'in',
  high: 'in',
  over_mrv: 'over',
} as const satisfies Record<VolumeZone, string>

const percentOf = (sets: number) => `${Math.min(100, (sets / maxSets) * 100)}%`

function Bullet({
  row,
  marks,
  onOpen,
}: {
  row: MuscleRow
  marks: Landmarks | undefined
  onOpen: () => void
}) {
  const { muscle, sets } = row
  const state = marks ? states[volumeZone(sets, marks)] : ''
  const name = capitalized(muscleName(muscle))
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
        <rect class={`v ${state}`} y="7" width={percentOf(sets)} height="6" rx="3" />
        {marks && <rect class="mark" x={percentOf(marks.mev)} y="1" width="1.5" height="18" />}
        {marks && <rect class="mark" x={percentOf(marks.mrv)} y="1" width="1.5" height="18" />}
      </svg>
      <span class="n">
        {tenthsText(sets)}
        <span class="sr"> sets{marks && `, range ${marks.mev} to ${marks.mrv}`}</span>
      </span>
      <span class={`state ${state}`}>
        {state && (
          <Icon name={state === 'in' ? 'check' : state === 'over' ? 'arrow-up' : 'arrow-down'} size="s" />
        )}
      </span>
    </button>
  )
}

/** Where the sets of a muscle came from. */
function MuscleSheet({
  row,
  marks,
  period,
  onClose,
}: {
  row: MuscleRow
  marks: Landmarks | undefined
  period: string
  onClose: () => void
}) {
  const { muscle, sets, directSets, fractionalSets, contributions } = row
  const listed = contributions
    .map((contribution) => ({
      ...contribution,
      sets: contribution.directSets || contribution.fractionalSets,
    }))
    .filter(({ sets }) => sets > 0)
    .toSorted((a, b) => b.sets - a.sets || b.percent - a.percent)
  const chosen = chosenLandmarks.value[muscle]
  const learned = chosen && learnedVolume(chosen, overreaches.value.get(muscle) ?? [])
  const { workoutsPerWeek } = settings.value
  const perWorkout = marks && workoutsPerWeek && setsPerWorkout(marks, workoutsPerWeek)
  return (
    <Sheet
      title={capitalized(muscleName(muscle))}
      text={`${countText(directSets, 'direct set')} ${period}, ${numberText(fractionalSets)} counting indirect sets as half`}
      onClose={onClose}
    >
      {chosen && sets < directSets && (
        <p class="small soft">
          Its range counts only {countText(sets, 'set')}, from lifts that mainly train this muscle.
        </p>
      )}
      {chosen && (
        <p class="small soft">
          Growth starts at {chosen.mev} sets, the best range is {chosen.mav.min} to {chosen.mav.max}, and{' '}
          {chosen.mrv} is the most you can recover from. Source: {chosen.source}.
        </p>
      )}
      {chosen && learned && <p class="small soft">{learnedText(learned, chosen)}</p>}
      {perWorkout && (
        <p class="small soft">
          With {countText(workoutsPerWeek ?? 0, 'workout')} a week: {perWorkout.min} to {perWorkout.max} sets
          in each one that trains it.
        </p>
      )}
      {listed.length === 0 && <p class="soft">No set trained this muscle.</p>}
      <div class="card flush rows">
        {listed.map(({ exerciseId, percent, sets }) => (
          <a href={hrefTo('exercise', exerciseId)} key={exerciseId}>
            <span class="main">
              <b>{nameOf(exerciseId)}</b>
              <small>{Math.round(percent)}% engagement</small>
            </span>
            <span class="val num ink">{numberText(sets)}</span>
          </a>
        ))}
      </div>
    </Sheet>
  )
}
