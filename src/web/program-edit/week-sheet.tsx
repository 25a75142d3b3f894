import { Icon } from '../parts/icon.tsx'
import { Reorder } from '../parts/reorder.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { toast } from '../parts/toast.tsx'
import { Switch } from '../you/switch.tsx'
import { change, changeWeek, draft as current, type Draft, removeWeek, type Week } from './draft.ts'

const maxDays = 14

/** Edits a week: its days in order, and whether it is a deload. */
export function WeekSheet({ draft, week, onClose }: { draft: Draft; week: Week; onClose: () => void }) {
  const put = (to: (week: Week) => Week) => change(changeWeek(week.key, to))
  const names = new Map(draft.days.map(({ key, name }) => [key, name ?? key]))
  const title = week.name ?? `Week ${draft.weeks.findIndex(({ key }) => key === week.key) + 1}`
  // A day may occur in a week twice, so each place has its own id.
  const places = week.days.map((day, index) => `${index} ${day}`)
  const dayOf = (place: string) => place.slice(place.indexOf(' ') + 1)
  const remove = () => {
    const before = current.value
    change(removeWeek(week.key))
    onClose()
    toast(`${title} deleted`, () => before && change(() => before))
  }
  return (
    <Sheet label={title} onClose={onClose}>
      <SheetHead title={title} text="Days in order, done whenever you can." onClose={onClose} />
      <Reorder
        ids={places}
        nameOf={(place) => names.get(dayOf(place)) ?? ''}
        onOrder={(order) => put((one) => ({ ...one, days: order.map(dayOf) }))}
        onRemove={
          week.days.length > 1
            ? (place) => put((one) => ({ ...one, days: one.days.toSpliced(places.indexOf(place), 1) }))
            : undefined
        }
      />
      {week.days.length < maxDays && (
        <fieldset class="choices">
          <legend class="label">Add a day</legend>
          {draft.days.map(({ key, name }) => (
            <button
              type="button"
              class="chip line"
              key={key}
              onClick={() => put((one) => ({ ...one, days: [...one.days, key] }))}
            >
              <Icon name="plus" size="s" />
              {name ?? key}
            </button>
          ))}
        </fieldset>
      )}
      <div class="card flush rows">
        <div>
          <span class="main">
            <b id="deload">Deload week</b>
            <small>Misses don’t lower any weight</small>
          </span>
          <Switch
            labelledBy="deload"
            isOn={week.deload ?? false}
            onChange={(isOn) => put(({ deload, ...one }) => (isOn ? { ...one, deload: true } : one))}
          />
        </div>
      </div>
      <div class="flex">
        {draft.weeks.length > 1 && (
          <button type="button" class="btn danger grow" onClick={remove}>
            <Icon name="trash-2" />
            Delete
          </button>
        )}
        <button type="button" class="btn go grow" onClick={onClose}>
          Done
        </button>
      </div>
    </Sheet>
  )
}
