import { listText } from '#lib/list-text.ts'
import { figure } from '../figures/ask.ts'
import { Choices } from '../parts/choices.tsx'
import { Stat } from '../parts/stat.tsx'
import { hrefTo } from '../route.ts'
import { setProfile } from '../state/profile.ts'
import { settings } from '../state/settings.ts'
import { tenthsText } from '../words.ts'
import { gramsInUnit } from '../workout/figures.ts'

const liftNames = { squat: 'squat', bench_press: 'bench press', deadlift: 'deadlift' } as const

/** The total of the three competition lifts, and its points relative to bodyweight. */
export function Score() {
  const { sex, unit } = settings.value
  const strength = figure('score', { sex })
  if (!strength) return null
  const { lifts, lifted, estimated, missing } = strength
  const missingLifts = lifts.flatMap(({ lift, estimated: best }) => (best ? [] : liftNames[lift]))
  if (missingLifts.length === lifts.length) return null
  const total = estimated && gramsInUnit(estimated.totalGrams)
  return (
    <div class="card">
      <h3>Squat, bench press and deadlift</h3>
      {total === undefined ? (
        <p class="small soft">Log a {listText(missingLifts)} with a straight bar to see your total.</p>
      ) : (
        <div class="stats">
          <Stat name="Estimated total" value={tenthsText(total)} unit={unit} />
          {estimated?.dots !== undefined && <Stat name="DOTS" value={tenthsText(estimated.dots)} />}
          {estimated?.wilks !== undefined && <Stat name="Wilks" value={tenthsText(estimated.wilks)} />}
        </div>
      )}
      {lifted && (
        <p class="small soft">
          Heaviest lifted: {tenthsText(gramsInUnit(lifted.totalGrams))} {unit}
          {lifted.dots !== undefined && ` · DOTS ${tenthsText(lifted.dots)}`}
        </p>
      )}
      {total !== undefined && missing.includes('sex') && (
        <>
          <p class="small soft">DOTS and Wilks have one formula for men and one for women.</p>
          <Choices
            label="Sex"
            isHidden
            look="outlined"
            choices={[
              ['male', 'Male'],
              ['female', 'Female'],
            ]}
            value={sex}
            onChoose={(chosen) => setProfile({ sex: chosen })}
          />
        </>
      )}
      {total !== undefined && missing.includes('bodyweight') && (
        <a class="small" href={hrefTo('measurements')}>
          Add your bodyweight for DOTS and Wilks
        </a>
      )}
    </div>
  )
}
