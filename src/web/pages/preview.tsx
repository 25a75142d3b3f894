import { useSignal } from '@preact/signals'
import { Icon } from '../parts/icon.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { toast } from '../parts/toast.tsx'
import { DayPreview } from '../programs/day-preview.tsx'
import { type KnownProgram, programOf } from '../programs/known.ts'
import { PreviewSheet } from '../programs/preview-sheet.tsx'
import { previewWeeks } from '../programs/preview-weeks.ts'
import { dayName, runsNow } from '../programs/runs.ts'
import { startRun } from '../programs/start-run.ts'
import { startingGrams, startOf } from '../programs/starting-bases.ts'
import { back, go, route, to } from '../route.ts'
import { exercises, nameOf, trackingOf } from '../state/catalogue.ts'
import { log } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { plain } from '../words.ts'

/** A program before it is started: its size, starting weights and first week. */
export function Preview() {
  const program = programOf(route.value.id ?? '')
  if (!program) {
    return (
      <main class="page">
        <h1 tabIndex={-1}>No such program</h1>
        <a class="btn go full" href={to('programs')}>
          All programs
        </a>
      </main>
    )
  }
  return <Details key={program.id} program={program} />
}

function Details({ program }: { program: KnownProgram }) {
  const { unit } = settings.value
  const chosen = useSignal<ReadonlyMap<string, number>>(new Map())
  const edits = useSignal<string | undefined>(undefined)
  const isStarting = useSignal(false)
  const liftsNow = () =>
    (program.lifts ?? []).map((lift) => {
      const start = startOf(lift)
      return { ...lift, text: start.text, value: chosen.value.get(lift.key) ?? start.value }
    })
  const lifts = liftsNow()
  const paused = runsNow.value.find(({ known }) => known.id !== program.id)
  const [week] = program.weeks
  const sessions = program.sessionsPerWeek ?? week?.days.length ?? 1
  const showsWeeks = useSignal(false)
  const bases = startingGrams(program.lifts ?? [], chosen.value)
  const [previewed] =
    exercises.value.size > 0 ? previewWeeks({ ...program, weeks: program.weeks.slice(0, 1) }, bases) : []
  /** Starts the program, after asking for each lift's starting weight that is missing. */
  const begin = () => {
    const all = liftsNow()
    const lacking = all.find(({ value }) => value === undefined)
    isStarting.value = lacking !== undefined
    edits.value = lacking?.key
    if (lacking) return
    const bases = all.flatMap(({ key, value }) =>
      value === undefined ? [] : [{ lift: key, base: { value, unit } }],
    )
    void startRun(program, bases)
  }
  const edited = lifts.find(({ key }) => key === edits.value)
  return (
    <>
      <main class="page">
        <header class="top">
          <button type="button" class="ib edge-l" aria-label="Back" onClick={() => back('programs')}>
            <Icon name="chevron-left" size="l" />
          </button>
          <div class="grow">
            <h1 class="h1s" tabIndex={-1}>
              {program.name}
            </h1>
            {program.author && <p class="label">{program.author}</p>}
          </div>
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
              <a class="ib edge-r" href={to('program', program.id)} aria-label="Edit this program">
                <Icon name="pencil" />
              </a>
            </>
          ) : (
            <a class="btn bare" href={`${to('program', 'new')}?from=${program.id}`}>
              <Icon name="copy" />
              Copy
            </a>
          )}
        </header>
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
                <button type="button" key={key} onClick={() => (edits.value = key)}>
                  <span class="main">
                    <b>{nameOf(exerciseId)}</b>
                    <small>{text}</small>
                  </span>
                  <span class="val num ink">
                    {value === undefined ? 'set' : plain(value)}
                    {value !== undefined && <span class="unit">{unit}</span>}
                  </span>
                  <span class="chev">
                    <Icon name="pencil" size="s" />
                  </span>
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
          {previewed?.days.map(({ day, slots, seconds }, index) => (
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
          {paused && <span class="what">pauses {paused.known.name}</span>}
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
            edits.value = undefined
            isStarting.value = false
          }}
          onSave={(value) => {
            chosen.value = new Map(chosen.value).set(edited.key, value)
            edits.value = undefined
            if (isStarting.value) begin()
          }}
        />
      )}
    </>
  )
}

function remove({ id, name }: KnownProgram): void {
  const before = log().programs.get(id)
  void log().programs.delete(id)
  go('programs', { replace: true })
  toast(`${name} deleted`, () => {
    if (!before) return
    const { revision, createdAt, updatedAt, source, deletedAt, ...content } = before
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
    const given = Number(typed.value.replace(',', '.'))
    const isTyped = typed.value.trim() !== ''
    if ((given > 0 || (isAdded && isTyped && given === 0)) && given <= 2000) onSave(given)
    else error.value = isAdded ? 'Enter a weight, or 0 for none.' : 'Enter a weight above zero.'
  }
  return (
    <Sheet label={`Starting weight of ${name}`} onClose={onClose}>
      <SheetHead title={name} text={text} onClose={onClose} />
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
