import { Icon } from '../parts/icon.tsx'
import { back, route } from '../route.ts'
import { set as change, settings, usualBar, usualPlates } from '../state/settings.ts'
import { clock, plain } from '../words.ts'
import { restChoices } from '../workout/rest-sheet.tsx'

const allPlates = {
  kg: [50, 25, 20, 15, 10, 5, 2.5, 2, 1.5, 1.25, 1, 0.5],
  lb: [100, 55, 45, 35, 25, 15, 10, 5, 2.5, 1.25],
} as const

const bars = { kg: [20, 15, 10], lb: [45, 35, 25] } as const

const titles: Readonly<Record<string, string>> = { units: 'Units', plates: 'Bar and plates', rest: 'Rest' }

/** What can be set about training. */
export function SettingsPage() {
  const { id = 'units' } = route.value
  return (
    <main class="page">
      <header class="top">
        <button type="button" class="ib edge-l" aria-label="Back" onClick={() => back('you')}>
          <Icon name="chevron-left" size="l" />
        </button>
        <div class="grow">
          <h1 class="h1s" tabIndex={-1}>
            {titles[id] ?? 'Settings'}
          </h1>
        </div>
      </header>
      {id === 'units' && <Units />}
      {id === 'plates' && <PlatesSetting />}
      {id === 'rest' && <RestSetting />}
    </main>
  )
}

function Units() {
  const { unit } = settings.value
  return (
    <section class="card">
      <p class="soft small">What you logged stays as you entered it; figures are shown in this unit.</p>
      <fieldset class="seg">
        <legend class="sr">Unit of weights</legend>
        {(['kg', 'lb'] as const).map((one) => (
          <button
            type="button"
            aria-pressed={unit === one}
            onClick={() => change({ unit: one, bar: usualBar[one], plates: usualPlates[one] })}
          >
            {one === 'kg' ? 'Kilograms' : 'Pounds'}
          </button>
        ))}
      </fieldset>
    </section>
  )
}

function PlatesSetting() {
  const { unit, bar, plates } = settings.value
  return (
    <section class="card form">
      <fieldset class="choices">
        <legend class="label">Barbell</legend>
        {bars[unit].map((one) => (
          <button type="button" class="chip" aria-pressed={bar === one} onClick={() => change({ bar: one })}>
            {plain(one)} {unit}
          </button>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend class="label">Plates at hand</legend>
        {allPlates[unit].map((one) => {
          const isOn = plates.includes(one)
          return (
            <button
              type="button"
              class="chip"
              aria-pressed={isOn}
              onClick={() =>
                change({
                  plates: (isOn ? plates.filter((other) => other !== one) : [...plates, one]).toSorted(
                    (a, b) => b - a,
                  ),
                })
              }
            >
              {plain(one)}
            </button>
          )
        })}
      </fieldset>
      <p class="small soft">
        The smallest pair is the step of a barbell: {plain(2 * (plates.at(-1) ?? 0))} {unit}.
      </p>
    </section>
  )
}

function RestSetting() {
  const { rest, sound } = settings.value
  const ask = () => {
    if ('Notification' in globalThis && Notification.permission === 'default')
      void Notification.requestPermission()
  }
  return (
    <section class="card form">
      <fieldset class="choices">
        <legend class="label">After a set, unless an exercise or a program says otherwise</legend>
        {restChoices.map((one) => (
          <button
            type="button"
            class="chip"
            aria-pressed={rest === one}
            onClick={() => change({ rest: one })}
          >
            {one === 0 ? 'No rest' : clock(one)}
          </button>
        ))}
      </fieldset>
      <div class="flex between">
        <span>
          <b id="sound">Sound and vibration</b>
          <br />
          <small class="small muted">when the rest is over</small>
        </span>
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={sound}
          aria-labelledby="sound"
          onClick={() => {
            change({ sound: !sound })
            ask()
          }}
        />
      </div>
      <p class="small soft">
        A browser stops a page while the screen is off, so that no sound can be promised then. Keep the screen
        on, or look: the time over is shown.
      </p>
    </section>
  )
}
