import { NotFound } from '../parts/not-found.tsx'
import '../groups/icons.ts'
import { useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Section } from '../parts/section.tsx'
import { toast } from '../parts/toast.tsx'
import { DayCard } from '../program-edit/day-card.tsx'
import {
  addDay,
  addWeek,
  beginCopy,
  beginEdit,
  beginNew,
  changeDraft,
  type Draft,
  draft,
  forgetDraft,
  storeDraft,
} from '../program-edit/draft.ts'
import { type Fault, faultsOf } from '../program-edit/faults.ts'
import { LiftSheet } from '../program-edit/lift-sheet.tsx'
import { NumberRow } from '../program-edit/number-row.tsx'
import { saveProgram } from '../program-edit/save.ts'
import { liftText } from '../program-edit/text.ts'
import { WeekSheet } from '../program-edit/week-sheet.tsx'
import { PreviewSheet } from '../programs/preview-sheet.tsx'
import { startingGrams } from '../programs/starting-bases.ts'
import { go, route } from '../route.ts'
import { nameOf } from '../state/catalogue.ts'
import { countText, saveErrorText } from '../words.ts'

/** The program editor: for a new program, a copy of another, or one of the user's own. */
export function ProgramEditor() {
  const { id = 'new', query } = route.value
  const sourceId = query.get('from')
  useLayoutEffect(() => {
    if (id !== 'new') beginEdit(id)
    else {
      const draftId = sourceId === null ? beginNew() : beginCopy(sourceId)
      // Gives the draft its own address, so that a reload resumes it.
      if (draftId !== undefined) go(`program/${draftId}`, { replace: true })
    }
  }, [id, sourceId])
  const edited = draft.value
  if (id === 'new' || edited?.id !== id)
    return <NotFound title="Program not found" up="programs" text="All programs" />
  return <Editor edited={edited} />
}

function Editor({ edited }: { edited: Draft }) {
  const isChecked = useSignal(false)
  const saveFaults = useSignal<readonly Fault[]>([])
  const faults = isChecked.value ? [...faultsOf(edited), ...saveFaults.value] : []
  const isPreviewing = useSignal(false)
  const week = useSignal<string | undefined>(undefined)
  const lift = useSignal<string | undefined>(undefined)
  const isNew = edited.revision === undefined
  const check = () => {
    isChecked.value = true
    saveFaults.value = []
    return faultsOf(edited).length === 0
  }
  const save = async () => {
    if (!check()) return
    try {
      await saveProgram(edited)
      forgetDraft()
      toast('Program saved')
      go(`preview/${edited.id}`, { replace: true })
    } catch (error) {
      saveFaults.value = [{ place: 'This device', text: saveErrorText(error) }]
    }
  }
  const discard = () => {
    forgetDraft()
    go('programs', { replace: true })
    toast('Changes discarded', () => {
      storeDraft(edited)
      go(`program/${edited.id}`)
    })
  }
  const openedWeek = edited.weeks.find(({ key }) => key === week.value)
  const openedLift = edited.lifts?.find(({ key }) => key === lift.value)
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
                value={edited.name}
                onInput={({ currentTarget }) =>
                  changeDraft((current) => ({ ...current, name: currentTarget.value }))
                }
              />
            </span>
          </label>
          <div class="rows flat">
            <NumberRow
              name="Workouts per week"
              value={edited.sessionsPerWeek ?? edited.weeks[0]?.days.length ?? 1}
              min={1}
              max={14}
              onChange={(sessions) =>
                changeDraft((current) => ({ ...current, sessionsPerWeek: Math.round(sessions) }))
              }
            />
          </div>
        </section>
        <Section title="Days" aside={<span class="label">{countText(edited.days.length, 'workout')}</span>}>
          {edited.days.map((day) => (
            <DayCard key={day.key} draft={edited} day={day} />
          ))}
          {edited.days.length < 30 && (
            <button type="button" class="btn full" onClick={() => changeDraft(addDay)}>
              <Icon name="plus" />
              Add a day
            </button>
          )}
        </Section>
        <Section title="Weeks" aside={edited.cycles !== 1 && <span class="label">then repeat</span>}>
          <div class="card flush rows">
            {edited.weeks.map(({ key, name, days, deload }, index) => (
              <button type="button" key={key} onClick={() => (week.value = key)}>
                <span class="lead">{index + 1}</span>
                <span class="main">
                  <b>{name ?? `Week ${index + 1}`}</b>
                  <small>
                    {days
                      .map((day) => edited.days.find((other) => other.key === day)?.name ?? day)
                      .join(', ')}
                  </small>
                </span>
                {deload && <span class="badge">deload</span>}
                <Icon name="chevron-right" />
              </button>
            ))}
            {edited.weeks.length < 52 && (
              <button type="button" onClick={() => changeDraft(addWeek)}>
                <span class="lead">
                  <Icon name="plus" />
                </span>
                <span class="main">
                  <b>Add a week</b>
                </span>
              </button>
            )}
          </div>
        </Section>
        {!!edited.lifts?.length && (
          <Section title="Lifts with a base">
            <div class="card flush rows">
              {edited.lifts.map((listedLift) => (
                <button type="button" key={listedLift.key} onClick={() => (lift.value = listedLift.key)}>
                  <span class="main">
                    <b>{nameOf(listedLift.exerciseId)}</b>
                    <small>{liftText(listedLift)}</small>
                  </span>
                  <Icon name="chevron-right" />
                </button>
              ))}
            </div>
          </Section>
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
      {openedWeek && <WeekSheet draft={edited} week={openedWeek} onClose={() => (week.value = undefined)} />}
      {openedLift && <LiftSheet lift={openedLift} onClose={() => (lift.value = undefined)} />}
      {isPreviewing.value && (
        <PreviewSheet
          program={edited}
          bases={startingGrams(edited.lifts ?? [])}
          onClose={() => (isPreviewing.value = false)}
        />
      )}
    </>
  )
}
