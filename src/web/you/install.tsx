import { useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { installOffer } from '../state/install.ts'
import { changeSettings, settings } from '../state/settings.ts'

const isInstalled = matchMedia('(display-mode: standalone)').matches
const isApple = /iPhone|iPad/.test(navigator.userAgent)

/** How to add the app to the home screen, where the browser doesn't clear its data. */
export function Install() {
  const [offer] = useState(installOffer)
  if (isInstalled || settings.value.hidesInstall || (!offer && !isApple)) return null
  return (
    <section class="card">
      <div class="flex between">
        <h2>Add Replog to your home screen</h2>
        <button
          type="button"
          class="ib edge-r"
          aria-label="Close"
          onClick={() => changeSettings({ hidesInstall: true })}
        >
          <Icon name="x" />
        </button>
      </div>
      <p class="small soft">
        {isApple
          ? 'Tap Share, then Add to Home Screen, so that the browser keeps your workouts.'
          : 'It opens like any other app, and the browser keeps your workouts.'}
      </p>
      {offer && (
        <button type="button" class="btn tint" onClick={() => void offer.prompt()}>
          <Icon name="smartphone" />
          Install
        </button>
      )}
    </section>
  )
}
