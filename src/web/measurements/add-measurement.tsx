import { useSignal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { Sheet } from '../parts/sheet.tsx'
import { TextField } from '../parts/text-field.tsx'
import { createId } from '../state/id.ts'
import { log } from '../state/log.ts'
import { parseNumber, saveErrorText } from '../words.ts'
import { kindNames, unitOf } from './kinds.ts'

type Kind = Schemas['MeasurementKind']

/** Adds a measurement taken now. */
export function AddMeasurement({
  kind: initialKind,
  onClose,
  onAdded,
}: {
  kind: Kind
  onClose: () => void
  onAdded: (kind: Kind) => void
}) {
  const kind = useSignal<Kind>(initialKind)
  const last = log()
    .measurements.list()
    .find((measurement) => measurement.kind === kind.value)
  const text = useSignal('')
  const error = useSignal('')
  const unit = unitOf(kind.value)
  const save = async (event: Event) => {
    event.preventDefault()
    const value = parseNumber(text.value)
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
      error.value = saveErrorText(thrown)
    }
  }
  return (
    <Sheet label="Add a measurement" title={`Add ${kindNames[kind.value].toLowerCase()}`} onClose={onClose}>
      <form class="form" onSubmit={(event) => void save(event)}>
        <label class="fieldset">
          <span class="label">Type</span>
          <span class="field">
            <select value={kind.value} onChange={(event) => (kind.value = event.currentTarget.value as Kind)}>
              {(Object.keys(kindNames) as Kind[]).map((choice) => (
                <option value={choice}>{kindNames[choice]}</option>
              ))}
            </select>
          </span>
        </label>
        <TextField
          label={`Value in ${unit === 'percent' ? '%' : unit}`}
          text={text}
          error={error}
          inputMode="decimal"
          autocomplete="off"
          autofocus
          placeholder={last ? String(last.value) : ''}
        />
        <button type="submit" class="btn go full">
          Save
        </button>
      </form>
    </Sheet>
  )
}
