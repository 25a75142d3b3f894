import { useSignal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { NotFound } from '../parts/not-found.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { toast } from '../parts/toast.tsx'
import { DayPreview } from '../programs/day-preview.tsx'
import { type KnownProgram, programOf } from '../programs/known.ts'
import { PreviewSheet } from '../programs/preview-sheet.tsx'
import { previewWeeks } from '../programs/preview-weeks.ts'
import { activeRuns, dayName } from '../programs/runs.ts'
import { startRun } from '../programs/start-run.ts'
import { startingGrams, startOf } from '../programs/starting-bases.ts'
import { go, hrefTo, route } from '../route.ts'
import { exercises, nameOf, trackingOf } from '../state/catalogue.ts'
import { log } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { numberText, parseNumber } from '../words.ts'

/** A program before it is started: its size, starting weights and first week. */
export function Preview() {
  const program = programOf(route.value.id ?? '')
  if (!program) return <NotFound title="No such program" up="programs" text="All programs" />
  return <Details key={program.id} program={program} />
}

function Details({ program }: { program: KnownProgram }) {
  const { unit } = settings.value
  const chosen = useSignal<ReadonlyMap<string, number>>(new Map())
  const editedKey = useSignal<string | undefined>(undefined)
  const isStarting = useSignal(false)
  const liftsNow = () =>
    (program.lifts ?? []).map((lift) => {
      const start = startOf(lift)
      return { ...lift, text: start.text, value: chosen.value.get(lift.key) ?? start.value }
    })
  const lifts = liftsNow()
  const runToPause = activeRuns.value.find((run) => run.program.id !== program.id)
  const [week] = program.weeks
  const sessions = program.sessionsPerWeek ?? week?.days.length ?? 1
  const showsWeeks = useSignal(false)
  const bases = startingGrams(program.lifts ?? [], chosen.value)
  const [firstWeek] =
    exercises.value.size > 0 ? previewWeeks({ ...program, weeks: program.weeks.slice(0, 1) }, bases) : []
  /** Starts the program, after asking for each missing starting weight. */
  const begin = () => {
    const currentLifts = liftsNow()
    const missingLift = currentLifts.find(({ value }) => value === undefined)
    isStarting.value = missingLift !== undefined
    editedKey.value = missingLift?.key
    if (missingLift) return
    const bases = currentLifts.flatMap(({ key, value }) =>
      value === undefined ? [] : [{ lift: key, base: { value, unit } }],
    )
    void startRun(program, bases)
  }
  const edited = lifts.find(({ key }) => key === editedKey.value)
  return (
    <>
      <main class="page">
        <PageHead title={program.name} text={program.author} up="programs">
          {program.isOwn ? (
            <>
              <button
                type="button"
                class="ib"
                aria-label="Delete this program"
                onClick={() => remove(program)}
              >
                <Icon name="trash-2" />
              </button>
              <a class="ib edge-r" href={hrefTo('program', program.id)} aria-label="Edit this program">
                <Icon name="pencil" />
              </a>
            </>
          ) : (
            <a class="btn bare" href={`${hrefTo('program', 'new')}?from=${program.id}`}>
              <Icon name="copy" />
              Copy
            </a>
          )}
        </PageHead>
        <section class="card">
          <div class="stats">
            <div class="stat">
              <strong>
                {sessions}
                <span class="unit">{sessions === 1 ? 'day' : 'days'}</span>
              </strong>
              <span class="label">A week</span>
            </div>
            <div class="stat">
              <strong>
                {program.weeks.length}
                <span class="unit">wk</span>
              </strong>
              <span class="label">Cycle</span>
            </div>
            <div class="stat">
              <strong>{program.days.length}</strong>
              <span class="label">Workouts</span>
            </div>
          </div>
          {program.notes && <p class="small soft">{program.notes}</p>}
        </section>
        {lifts.length > 0 && (
          <section class="section">
            <header>
              <h2>Start from</h2>
            </header>
            <div class="card flush rows">
              {lifts.map(({ key, exerciseId, text, value }) => (
                <button type="button" key={key} onClick={() => (editedKey.value = key)}>
                  <span class="main">
                    <b>{nameOf(exerciseId)}</b>
                    <small>{text}</small>
                  </span>
                  <span class="val num ink">
                    {value === undefined ? 'set' : numberText(value)}
                    {value !== undefined && <span class="unit">{unit}</span>}
                  </span>
                  <Icon name="pencil" size="s" />
                </button>
              ))}
            </div>
          </section>
        )}
        <section class="section">
          <header>
            <h2>{program.weeks.length > 1 ? 'First week' : 'Workouts'}</h2>
            {program.weeks.length > 1 && (
              <button type="button" class="link" onClick={() => (showsWeeks.value = true)}>
                All weeks
                <Icon name="chevron-right" size="s" />
              </button>
            )}
          </header>
          {firstWeek?.days.map(({ day, slots, seconds }, index) => (
            <DayPreview key={`${day}${index}`} name={dayName(program, day)} slots={slots} seconds={seconds} />
          ))}
        </section>
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
          isAdded={trackingOf(edited.exerciseId) === 'bodyweight_reps'}
          value={edited.value}
          isStarting={isStarting.value}
          onClose={() => {
            editedKey.value = undefined
            isStarting.value = false
          }}
          onSave={(value) => {
            chosen.value = new Map(chosen.value).set(edited.key, value)
            editedKey.value = undefined
            if (isStarting.value) begin()
          }}
        />
      )}
    </>
  )
}

function remove({ id, name }: KnownProgram): void {
  const deleted = log().programs.get(id)
  void log().programs.delete(id)
  go('programs', { replace: true })
  toast(`${name} deleted`, () => {
    if (!deleted) return
    const { revision, createdAt, updatedAt, source, deletedAt, ...content } = deleted
    void log().programs.put(content)
  })
}

function BaseSheet({
  name,
  text,
  isAdded,
  value,
  isStarting,
  onClose,
  onSave,
}: {
  name: string
  text: string
  /** Whether the weight is added to the bodyweight, and may therefore be 0. */
  isAdded: boolean
  value: number | undefined
  /** Whether the program starts after the last missing weight. */
  isStarting: boolean
  onClose: () => void
  onSave: (value: number) => void
}) {
  const typed = useSignal(value === undefined ? '' : String(value))
  const error = useSignal('')
  const { unit } = settings.value
  const save = (event: Event) => {
    event.preventDefault()
    const entered = parseNumber(typed.value)
    const isTyped = typed.value.trim() !== ''
    if ((entered > 0 || (isAdded && isTyped && entered === 0)) && entered <= 2000) onSave(entered)
    else error.value = isAdded ? 'Enter a weight, or 0 for none.' : 'Enter a weight above zero.'
  }
  return (
    <Sheet label={`Starting weight of ${name}`} title={name} text={text} onClose={onClose}>
      <form class="form" onSubmit={save}>
        <label class="fieldset">
          <span class="label">{isAdded ? `Added weight in ${unit}` : `Weight in ${unit}`}</span>
          <span class={error.value ? 'field bad' : 'field'}>
            <input
              autofocus
              inputMode="decimal"
              autocomplete="off"
              value={typed.value}
              onInput={(event) => (typed.value = event.currentTarget.value)}
            />
          </span>
        </label>
        {error.value && (
          <p class="err" role="alert">
            {error.value}
          </p>
        )}
        {isStarting && <p class="small soft">Start light: the program adds weight as you make your sets.</p>}
        <button type="submit" class="btn go full">
          {isStarting ? 'Continue' : 'Save'}
        </button>
      </form>
    </Sheet>
  )
}
