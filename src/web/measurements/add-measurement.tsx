import { useSignal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { Sheet } from '../parts/sheet.tsx'
import { SheetHead } from '../parts/sheet-head.tsx'
import { createId } from '../state/id.ts'
import { log } from '../state/log.ts'
import { kindNames, unitOf } from './kinds.ts'

type Kind = Schemas['MeasurementKind']

/** Adds a measurement taken now. */
export function AddMeasurement({
  kind: given,
  onClose,
  onAdded,
}: {
  kind: Kind
  onClose: () => void
  onAdded: (kind: Kind) => void
}) {
  const kind = useSignal<Kind>(given)
  const last = log()
    .measurements.list()
    .find((one) => one.kind === kind.value)
  const text = useSignal('')
  const error = useSignal('')
  const unit = unitOf(kind.value)
  const save = async (event: Event) => {
    event.preventDefault()
    const value = Number(text.value.replace(',', '.'))
    if (!(value > 0)) {
      error.value = 'Enter a number above zero.'
      return
    }
    try {
      await log().measurements.put({
        id: createId(),
        kind: kind.value,
        value,
        unit,
        measuredAt: new Date().toISOString(),
      })
      onAdded(kind.value)
    } catch (thrown) {
      error.value = thrown instanceof Error ? thrown.message : 'Could not save.'
    }
  }
  return (
    <Sheet label="Add a measurement" onClose={onClose}>
      <SheetHead title={`Add ${kindNames[kind.value].toLowerCase()}`} onClose={onClose} />
      <form class="form" onSubmit={(event) => void save(event)}>
        <label class="fieldset">
          <span class="label">Type</span>
          <span class="field">
            <select value={kind.value} onChange={(event) => (kind.value = event.currentTarget.value as Kind)}>
              {(Object.keys(kindNames) as Kind[]).map((one) => (
                <option value={one}>{kindNames[one]}</option>
              ))}
            </select>
          </span>
        </label>
        <label class="fieldset">
          <span class="label">Value in {unit === 'percent' ? '%' : unit}</span>
          <span class={error.value ? 'field bad' : 'field'}>
            <input
              inputMode="decimal"
              autocomplete="off"
              placeholder={last ? String(last.value) : ''}
              value={text.value}
              aria-invalid={error.value !== ''}
              onInput={(event) => {
                text.value = event.currentTarget.value
                error.value = ''
              }}
            />
          </span>
        </label>
        {error.value && (
          <p class="err" role="alert">
            {error.value}
          </p>
        )}
        <button type="submit" class="btn go full">
          Save
        </button>
      </form>
    </Sheet>
  )
}
