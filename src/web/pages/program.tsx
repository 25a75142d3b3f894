import '../groups/icons.ts'
import { useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { toast } from '../parts/toast.tsx'
import { DayCard } from '../program-edit/day-card.tsx'
import {
  addDay,
  addWeek,
  beginCopy,
  beginEdit,
  beginNew,
  change,
  type Draft,
  draft,
  forgetDraft,
  keepDraft,
} from '../program-edit/draft.ts'
import { type Fault, faultsOf } from '../program-edit/faults.ts'
import { LiftSheet } from '../program-edit/lift-sheet.tsx'
import { NumberRow } from '../program-edit/number-row.tsx'
import { saveProgram } from '../program-edit/save.ts'
import { liftText } from '../program-edit/text.ts'
import { WeekSheet } from '../program-edit/week-sheet.tsx'
import { PreviewSheet } from '../programs/preview-sheet.tsx'
import { startingGrams } from '../programs/starting-bases.ts'
import { go, route, to } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { count } from '../words.ts'

/** The program editor: for a new program, a copy of another, or one of the user's own. */
export function ProgramEditor() {
  const { id = 'new', query } = route.value
  const from = query.get('from')
  useLayoutEffect(() => {
    if (id !== 'new') beginEdit(id)
    else {
      const draftId = from === null ? beginNew() : beginCopy(from)
      // Gives the draft its own address, so that a reload resumes it.
      if (draftId !== undefined) go(`program/${draftId}`, { replace: true })
    }
  }, [id, from])
  const now = draft.value
  if (id === 'new' || now?.id !== id) {
    return (
      <main class="page">
        <PageHead title="No such program" up="programs" />
        <a class="btn go full" href={to('programs')}>
          All programs
        </a>
      </main>
    )
  }
  return <Editor now={now} />
}

function Editor({ now }: { now: Draft }) {
  const isChecked = useSignal(false)
  const saveFaults = useSignal<readonly Fault[]>([])
  const faults = isChecked.value ? [...faultsOf(now), ...saveFaults.value] : []
  const isPreviewing = useSignal(false)
  const week = useSignal<string | undefined>(undefined)
  const lift = useSignal<string | undefined>(undefined)
  const isNew = now.revision === undefined
  const check = () => {
    isChecked.value = true
    saveFaults.value = []
    return faultsOf(now).length === 0
  }
  const save = async () => {
    if (!check()) return
    try {
      await saveProgram(now)
      forgetDraft()
      toast('Program saved')
      go(`preview/${now.id}`, { replace: true })
    } catch (error) {
      const text = error instanceof Error ? error.message : 'Could not save.'
      saveFaults.value = [{ place: 'This device', text }]
    }
  }
  const discard = () => {
    forgetDraft()
    go('programs', { replace: true })
    toast('Changes discarded', () => {
      keepDraft(now)
      go(`program/${now.id}`)
    })
  }
  const openedWeek = now.weeks.find(({ key }) => key === week.value)
  const openedLift = now.lifts?.find(({ key }) => key === lift.value)
  return (
    <>
      <main class="page">
        <PageHead
          title={isNew ? 'New program' : 'Edit program'}
          text="Drafts stay on this device until you save"
          up="programs"
        />
        <section class="card form">
          <label class="fieldset">
            <span class="label">Name</span>
            <span class="field">
              <input
                maxLength={100}
                value={now.name}
                onInput={({ currentTarget }) => change((one) => ({ ...one, name: currentTarget.value }))}
              />
            </span>
          </label>
          <div class="rows flat">
            <NumberRow
              name="Workouts per week"
              value={now.sessionsPerWeek ?? now.weeks[0]?.days.length ?? 1}
              min={1}
              max={14}
              onChange={(sessions) => change((one) => ({ ...one, sessionsPerWeek: Math.round(sessions) }))}
            />
          </div>
        </section>
        <section class="section">
          <header>
            <h2>Days</h2>
            <span class="label">{count(now.days.length, 'workout')}</span>
          </header>
          {now.days.map((day) => (
            <DayCard key={day.key} draft={now} day={day} />
          ))}
          {now.days.length < 30 && (
            <button type="button" class="btn full" onClick={() => change(addDay)}>
              <Icon name="plus" />
              Add a day
            </button>
          )}
        </section>
        <section class="section">
          <header>
            <h2>Weeks</h2>
            <span class="label">then repeat</span>
          </header>
          <div class="card flush rows">
            {now.weeks.map(({ key, name, days, deload }, index) => (
              <button type="button" key={key} onClick={() => (week.value = key)}>
                <span class="lead">{index + 1}</span>
                <span class="main">
                  <b>{name ?? `Week ${index + 1}`}</b>
                  <small>
                    {days.map((day) => now.days.find((one) => one.key === day)?.name ?? day).join(', ')}
                  </small>
                </span>
                {deload && <span class="badge">deload</span>}
                <span class="chev">
                  <Icon name="chevron-right" />
                </span>
              </button>
            ))}
            {now.weeks.length < 52 && (
              <button type="button" onClick={() => change(addWeek)}>
                <span class="lead">
                  <Icon name="plus" />
                </span>
                <span class="main">
                  <b>Add a week</b>
                </span>
              </button>
            )}
          </div>
        </section>
        {now.lifts && now.lifts.length > 0 && (
          <section class="section">
            <header>
              <h2>Lifts with a base</h2>
            </header>
            <div class="card flush rows">
              {now.lifts.map((one) => (
                <button type="button" key={one.key} onClick={() => (lift.value = one.key)}>
                  <span class="main">
                    <b>{nameOf(one.exerciseId)}</b>
                    <small>{liftText(one)}</small>
                  </span>
                  <span class="chev">
                    <Icon name="chevron-right" />
                  </span>
                </button>
              ))}
            </div>
          </section>
        )}
        {faults.length > 0 && (
          <section class="card needs" role="alert">
            <h2>
              <Icon name="triangle-alert" />
              Not saved yet
            </h2>
            <ul class="reasons">
              {faults.map(({ place, text }) => (
                <li key={`${place} ${text}`}>
                  <b>{place}</b>
                  <small class="soft">{text}</small>
                </li>
              ))}
            </ul>
          </section>
        )}
        <button type="button" class="btn bare full" onClick={discard}>
          Discard changes
        </button>
      </main>
      <div class="dock pickdock two">
        <button
          type="button"
          class="btn"
          onClick={() => {
            if (check()) isPreviewing.value = true
          }}
        >
          Preview
        </button>
        <button type="button" class="btn go" onClick={() => void save()}>
          <span class="flex">
            <Icon name="check" />
            Save
          </span>
        </button>
      </div>
      {openedWeek && <WeekSheet draft={now} week={openedWeek} onClose={() => (week.value = undefined)} />}
      {openedLift && <LiftSheet lift={openedLift} onClose={() => (lift.value = undefined)} />}
      {isPreviewing.value && (
        <PreviewSheet
          program={now}
          bases={startingGrams(now.lifts ?? [])}
          onClose={() => (isPreviewing.value = false)}
        />
      )}
    </>
  )
}
