import { signal, useSignal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { dayMs } from '#training/day-ms.ts'
import { LineChart } from '../charts/line-chart.tsx'
import { RangeChoices } from '../charts/range-choices.tsx'
import { AddMeasurement } from '../measurements/add-measurement.tsx'
import { kindNames, unitOf } from '../measurements/kinds.ts'
import { weeklyChange } from '../measurements/weekly-change.ts'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Section } from '../parts/section.tsx'
import { toast } from '../parts/toast.tsx'
import { Sparkline } from '../progress/strength.tsx'
import { changes, log } from '../state/log.ts'
import { dayText, tenthsText } from '../words.ts'

type Kind = Schemas['MeasurementKind']

const kind = signal<Kind>('bodyweight')
const range = signal(84)

/** Body measurements over time. */
export function Measurements() {
  changes.value
  const addedKind = useSignal<Kind | undefined>(undefined)
  const measurements = log().measurements.list()
  const measurementsOfKind = measurements.filter((measurement) => measurement.kind === kind.value)
  const since = Date.now() - range.value * dayMs
  const unit = unitOf(kind.value)
  const sign = signOf(unit)
  const points = measurementsOfKind
    .filter(({ measuredAt }) => Date.parse(measuredAt) >= since)
    .map((measurement) => ({
      x: Date.parse(measurement.measuredAt) / dayMs,
      y: convert(measurement, unit),
    }))
    .toReversed()
  const others = (Object.keys(kindNames) as Kind[]).flatMap((other) => {
    const measurementsOfOther = measurements.filter((measurement) => measurement.kind === other)
    return other !== kind.value && measurementsOfOther[0]
      ? [{ other, some: measurementsOfOther, last: measurementsOfOther[0] }]
      : []
  })
  const [last] = measurementsOfKind
  const remove = (id: string) => {
    const deleted = log().measurements.get(id)
    void log().measurements.delete(id)
    toast('Measurement deleted', () => {
      if (deleted) void log().measurements.put(deleted)
    })
  }
  return (
    <main class="page">
      <PageHead title="Measurements" up="progress">
        <button
          type="button"
          class="ib edge-r"
          aria-label="Add a measurement"
          onClick={() => (addedKind.value = kind.value)}
        >
          <Icon name="plus" />
        </button>
      </PageHead>
      <section class="card">
        {points.length > 0 ? (
          <LineChart
            points={points}
            label={kindNames[kind.value]}
            title={kindNames[kind.value]}
            unit={sign}
            textOf={tenthsText}
            badge={<Change perWeek={weeklyChange(points)} unit={sign} />}
          />
        ) : (
          <>
            <h2>{kindNames[kind.value]}</h2>
            <p class="soft">
              {measurementsOfKind.length > 0
                ? 'No data in this range.'
                : 'Nothing measured yet. Your bodyweight is also part of the load of pull-ups and dips.'}
            </p>
          </>
        )}
        {measurementsOfKind.length > 0 && <RangeChoices range={range} />}
        <button type="button" class="btn go full" onClick={() => (addedKind.value = kind.value)}>
          <Icon name="plus" />
          Add {kindNames[kind.value].toLowerCase()}
        </button>
      </section>
      {last && (
        <Section title="Latest">
          <div class="card flush rows">
            {measurementsOfKind.slice(0, 5).map((measurement) => (
              <div key={measurement.id}>
                <span class="main">
                  <b class="num">
                    {tenthsText(convert(measurement, unit))} {sign}
                  </b>
                  <small>{dayText(measurement.measuredAt)}</small>
                </span>
                <button
                  type="button"
                  class="ib edge-r"
                  aria-label={`Delete the measurement from ${dayText(measurement.measuredAt)}`}
                  onClick={() => remove(measurement.id)}
                >
                  <Icon name="trash-2" />
                </button>
              </div>
            ))}
          </div>
        </Section>
      )}
      <Section title="Also tracked">
        <div class="card flush rows">
          {others.map(({ other, some: measurementsOfOther, last: latest }) => (
            <button type="button" key={other} onClick={() => (kind.value = other)}>
              <span class="main">
                <b>{kindNames[other]}</b>
                <small>{dayText(latest.measuredAt)}</small>
              </span>
              {measurementsOfOther.length > 1 && (
                <Sparkline
                  values={measurementsOfOther
                    .slice(0, 12)
                    .map(({ value }) => value)
                    .reverse()}
                />
              )}
              <span class="val num ink w4r">
                {tenthsText(convert(latest, unitOf(other)))}
                <span class="unit">{signOf(unitOf(other))}</span>
              </span>
            </button>
          ))}
          <button type="button" onClick={() => (addedKind.value = 'waist')}>
            <span class="main">
              <b>Track something else</b>
              <small>Waist, body fat, arms, thighs…</small>
            </span>
            <Icon name="plus" />
          </button>
        </div>
      </Section>
      {addedKind.value && (
        <AddMeasurement
          kind={addedKind.value}
          onClose={() => {
            addedKind.value = undefined
          }}
          onAdded={(added) => {
            kind.value = added
            addedKind.value = undefined
          }}
        />
      )}
    </main>
  )
}

function Change({ perWeek, unit }: { perWeek: number | undefined; unit: string }) {
  if (perWeek === undefined) return null
  return (
    <span class="badge">
      <Icon name={perWeek < 0 ? 'trending-down' : 'trending-up'} size="s" />
      {tenthsText(Math.abs(perWeek))} {unit} a week
    </span>
  )
}

const signOf = (unit: string) => (unit === 'percent' ? '%' : unit)

const kgPerPound = 0.45359237
const cmPerInch = 2.54

/** Converts a measurement to the displayed unit. */
function convert(
  { value, unit }: Pick<Schemas['Measurement'], 'value' | 'unit'>,
  targetUnit: string,
): number {
  if (unit === targetUnit) return value
  if (unit === 'kg' && targetUnit === 'lb') return value / kgPerPound
  if (unit === 'lb' && targetUnit === 'kg') return value * kgPerPound
  if (unit === 'cm' && targetUnit === 'in') return value / cmPerInch
  return unit === 'in' && targetUnit === 'cm' ? value * cmPerInch : value
}
