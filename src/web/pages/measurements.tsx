import { signal, useSignal } from '@preact/signals'
import type { Schemas } from '#generated/types.ts'
import { LineChart } from '../charts/line-chart.tsx'
import { AddMeasurement } from '../measurements/add-measurement.tsx'
import { kindNames, unitOf } from '../measurements/kinds.ts'
import { Icon } from '../parts/icon.tsx'
import { toast } from '../parts/toast.tsx'
import { Spark } from '../progress/strength.tsx'
import { back } from '../route.ts'
import { changes, log } from '../state/log.ts'
import { tenths, when } from '../words.ts'

type Kind = Schemas['MeasurementKind']

const kind = signal<Kind>('bodyweight')
const range = signal(84)
const dayMs = 86_400_000
const ranges = [
  { days: 28, name: '4 wk' },
  { days: 84, name: '12 wk' },
  { days: 365, name: '1 yr' },
  { days: 36_500, name: 'All' },
] as const

/** Body measurements over time. */
export function Measurements() {
  changes.value
  const adds = useSignal<Kind | undefined>(undefined)
  const all = log().measurements.list()
  const own = all.filter((one) => one.kind === kind.value)
  const since = Date.now() - range.value * dayMs
  const unit = unitOf(kind.value)
  const points = own
    .filter(({ measuredAt }) => Date.parse(measuredAt) >= since)
    .map((one) => ({ x: Date.parse(one.measuredAt) / dayMs, y: converted(one, unit) }))
    .toReversed()
  const others = (Object.keys(kindNames) as Kind[]).flatMap((other) => {
    const some = all.filter((one) => one.kind === other)
    return other !== kind.value && some[0] ? [{ other, some, last: some[0] }] : []
  })
  const [last] = own
  const remove = (id: string) => {
    const before = log().measurements.get(id)
    void log().measurements.delete(id)
    toast('Measurement deleted', () => {
      if (!before) return
      const { revision, updatedAt, createdAt, ...content } = before
      void log().measurements.put(content)
    })
  }
  return (
    <main class="page">
      <header class="top">
        <button type="button" class="ib edge-l" aria-label="Back" onClick={() => back('progress')}>
          <Icon name="chevron-left" size="l" />
        </button>
        <div class="grow">
          <h1 class="h1s" tabIndex={-1}>
            Measurements
          </h1>
        </div>
        <button
          type="button"
          class="ib edge-r"
          aria-label="Add a measurement"
          onClick={() => (adds.value = kind.value)}
        >
          <Icon name="plus" />
        </button>
      </header>
      <section class="card">
        {points.length > 0 ? (
          <LineChart
            points={points}
            label={kindNames[kind.value]}
            title={kindNames[kind.value]}
            unit={unit === 'percent' ? '%' : unit}
            textOf={tenths}
          />
        ) : (
          <>
            <h2>{kindNames[kind.value]}</h2>
            <p class="soft">
              {own.length > 0
                ? 'No data in this range.'
                : 'Nothing measured yet. Your bodyweight is also part of the load of pull-ups and dips.'}
            </p>
          </>
        )}
        <fieldset class="seg">
          <legend class="sr">Range</legend>
          {ranges.map(({ days, name }) => (
            <button type="button" aria-pressed={range.value === days} onClick={() => (range.value = days)}>
              {name}
            </button>
          ))}
        </fieldset>
        <button type="button" class="btn go full" onClick={() => (adds.value = kind.value)}>
          <Icon name="plus" />
          Add {kindNames[kind.value].toLowerCase()}
        </button>
      </section>
      {last && (
        <section class="section">
          <header>
            <h2>Latest</h2>
          </header>
          <div class="card flush rows">
            {own.slice(0, 5).map((one) => (
              <div key={one.id}>
                <span class="main">
                  <b class="num">
                    {tenths(converted(one, unit))} {unit === 'percent' ? '%' : unit}
                  </b>
                  <small>{when(one.measuredAt)}</small>
                </span>
                <button
                  type="button"
                  class="ib edge-r"
                  aria-label={`Delete the measurement from ${when(one.measuredAt)}`}
                  onClick={() => remove(one.id)}
                >
                  <Icon name="trash-2" />
                </button>
              </div>
            ))}
          </div>
        </section>
      )}
      <section class="section">
        <header>
          <h2>Also tracked</h2>
        </header>
        <div class="card flush rows">
          {others.map(({ other, some, last: latest }) => (
            <button type="button" key={other} onClick={() => (kind.value = other)}>
              <span class="main">
                <b>{kindNames[other]}</b>
                <small>{when(latest.measuredAt)}</small>
              </span>
              {some.length > 1 && (
                <Spark
                  values={some
                    .slice(0, 12)
                    .map(({ value }) => value)
                    .reverse()}
                />
              )}
              <span class="val num ink w4r">
                {tenths(converted(latest, unitOf(other)))}
                <span class="unit">{unitOf(other) === 'percent' ? '%' : unitOf(other)}</span>
              </span>
            </button>
          ))}
          <button type="button" onClick={() => (adds.value = 'waist')}>
            <span class="main">
              <b>Track something else</b>
              <small>Waist, body fat, arms, thighs…</small>
            </span>
            <Icon name="plus" />
          </button>
        </div>
      </section>
      {adds.value && (
        <AddMeasurement
          kind={adds.value}
          onClose={() => {
            adds.value = undefined
          }}
          onAdded={(added) => {
            kind.value = added
            adds.value = undefined
          }}
        />
      )}
    </main>
  )
}

const inPounds = 0.45359237
const inInches = 2.54

/** Converts a measurement to the displayed unit. */
function converted({ value, unit }: Pick<Schemas['Measurement'], 'value' | 'unit'>, to: string): number {
  if (unit === to) return value
  if (unit === 'kg' && to === 'lb') return value / inPounds
  if (unit === 'lb' && to === 'kg') return value * inPounds
  if (unit === 'cm' && to === 'in') return value / inInches
  return unit === 'in' && to === 'cm' ? value * inInches : value
}
