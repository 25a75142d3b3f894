import { useSignal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { NotFound } from '../parts/not-found.tsx'
import { Section } from '../parts/section.tsx'
import { BaseSheet } from '../programs/base-sheet.tsx'
import { DayPreview } from '../programs/day-preview.tsx'
import { type KnownProgram, programOf } from '../programs/known.ts'
import { PreviewHead } from '../programs/preview-head.tsx'
import { PreviewSheet } from '../programs/preview-sheet.tsx'
import { previewWeeks } from '../programs/preview-weeks.ts'
import { ProgramSize } from '../programs/program-size.tsx'
import { activeRuns, dayName } from '../programs/runs.ts'
import { startRun } from '../programs/start-run.ts'
import { type StartingLift, startingGrams, startingLifts } from '../programs/starting-bases.ts'
import { StartingLifts } from '../programs/starting-lifts.tsx'
import { route } from '../route.ts'
import { hasCatalogue, nameOf, trackingOf } from '../state/catalogue.ts'
import { settings } from '../state/settings.ts'

/** A program before it is started: its size, starting weights and first week. */
export function Preview() {
  const program = programOf(route.value.id ?? '')
  if (!program) return <NotFound title="Program not found" up="programs" text="All programs" />
  return <Details key={program.id} program={program} />
}

const missing = (lifts: readonly StartingLift[]) => lifts.filter(({ value }) => value === undefined)

function Details({ program }: { program: KnownProgram }) {
  const chosen = useSignal<ReadonlyMap<string, number>>(new Map())
  const editedKey = useSignal<string | undefined>(undefined)
  /** How many starting weights are asked for before the program starts; 0 while it isn't starting. */
  const asked = useSignal(0)
  const showsWeeks = useSignal(false)
  const lifts = startingLifts(program, chosen.value)
  const edited = lifts.find(({ key }) => key === editedKey.value)
  const isAdded = trackingOf(edited?.exerciseId ?? '') === 'bodyweight_reps'
  const runToPause = activeRuns.value.find((run) => run.program.id !== program.id)
  const bases = startingGrams(program.lifts ?? [], chosen.value)
  const [firstWeek] = hasCatalogue.value
    ? previewWeeks({ ...program, weeks: program.weeks.slice(0, 1) }, bases)
    : []
  /** Starts the program, after asking for each missing starting weight. */
  const begin = () => {
    const currentLifts = startingLifts(program, chosen.value)
    const [missingLift] = missing(currentLifts)
    editedKey.value = missingLift?.key
    if (missingLift) {
      asked.value ||= missing(currentLifts).length
      return
    }
    asked.value = 0
    const { unit } = settings.value
    const chosenBases = currentLifts.flatMap(({ key, value }) =>
      value === undefined ? [] : [{ lift: key, base: { value, unit } }],
    )
    void startRun(program, chosenBases)
  }
  return (
    <>
      <main class="page">
        <PreviewHead program={program} />
        <ProgramSize program={program} />
        <StartingLifts lifts={lifts} onEdit={(key) => (editedKey.value = key)} />
        <Section
          title={program.weeks.length > 1 ? 'First week' : 'Workouts'}
          aside={
            program.weeks.length > 1 && (
              <button type="button" class="link" onClick={() => (showsWeeks.value = true)}>
                All weeks
                <Icon name="chevron-right" size="s" />
              </button>
            )
          }
        >
          {firstWeek?.days.map(({ day, ...shown }, index) => (
            <DayPreview key={`${day}${index}`} name={dayName(program, day)} {...shown} />
          ))}
        </Section>
      </main>
      <div class="dock pickdock">
        <button type="button" class="btn go" onClick={begin}>
          <span class="flex">
            <Icon name="play" solid />
            Start this program
          </span>
          {runToPause && <span class="what">pauses {runToPause.program.name}</span>}
        </button>
      </div>
      {showsWeeks.value && (
        <PreviewSheet program={program} bases={bases} onClose={() => (showsWeeks.value = false)} />
      )}
      {edited && (
        <BaseSheet
          key={edited.key}
          name={nameOf(edited.exerciseId)}
          text={edited.text}
          label={isAdded ? 'Added weight' : edited.base === 'training_max' ? 'Training max' : 'Weight'}
          isAdded={isAdded}
          value={edited.value}
          isStarting={asked.value > 0}
          place={asked.value > 1 ? `${asked.value - missing(lifts).length + 1} of ${asked.value}` : undefined}
          onClose={() => {
            editedKey.value = undefined
            asked.value = 0
          }}
          onSave={(value) => {
            chosen.value = new Map(chosen.value).set(edited.key, value)
            editedKey.value = undefined
            if (asked.value) begin()
          }}
        />
      )}
    </>
  )
}
