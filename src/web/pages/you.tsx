import { Icon } from '../parts/icon.tsx'
import type { IconName } from '../parts/icon-paths.ts'
import { Status } from '../parts/status.tsx'
import { to } from '../route.ts'
import { isGuest, log, status, workouts } from '../state/log.ts'
import { set as change, settings } from '../state/settings.ts'
import { clock, count, plain } from '../words.ts'
import { Install } from '../you/install.tsx'
import { LogOut } from '../you/log-out.tsx'
import { NeedsYou } from '../you/needs-you.tsx'

const themes = ['system', 'light', 'dark'] as const

/** The account, how to train, how it looks, and the data. */
export function You() {
  status.value
  const { unit, bar, plates, rest, sound, keepsScreenOn, theme } = settings.value
  const { user } = log()
  return (
    <main class="page">
      <header class="top">
        <div class="grow">
          <h1 tabIndex={-1}>You</h1>
        </div>
        <span class="narrow">
          <Status />
        </span>
      </header>
      <NeedsYou />
      {isGuest.value ? (
        <section class="card keep">
          <div class="flex start">
            <span class="lead-l">
              <Icon name="cloud-upload" size="l" />
            </span>
            <div class="grow">
              <h2>Keep it on every device</h2>
              <p class="small soft">
                {workouts.value.length > 0
                  ? `${count(workouts.value.length, 'workout')} live only in this browser. `
                  : ''}
                Safari may clear them after 7 days without a visit.
              </p>
            </div>
          </div>
          <a class="btn go full" href={to('account', 'register')}>
            Create an account
          </a>
          <a class="btn bare full" href={to('account', 'login')}>
            Log in instead
          </a>
        </section>
      ) : (
        <div class="card flush rows tall">
          <a href={to('account', 'profile')}>
            <span class="lead on">{initials(user?.displayName ?? user?.email ?? '')}</span>
            <span class="main">
              <b>{user?.displayName ?? 'Your account'}</b>
              <small>
                {user?.email}
                {status.value.pending > 0 && ` · ${count(status.value.pending, 'change')} unsent`}
              </small>
            </span>
            <span class="chev">
              <Icon name="chevron-right" />
            </span>
          </a>
        </div>
      )}
      <Install />
      <section class="section">
        <header>
          <h2>Training</h2>
        </header>
        <div class="card flush rows">
          <Row icon="scale" name="Units" value={unit} href={to('settings', 'units')} />
          <Row
            icon="disc-3"
            name="Bar and plates"
            value={`${plain(bar)} ${unit} · ${count(plates.length, 'size')}`}
            href={to('settings', 'plates')}
          />
          <Row
            icon="timer"
            name="Rest"
            value={`${clock(rest)}${sound ? ' · sound' : ''}`}
            href={to('settings', 'rest')}
          />
          <div>
            <span class="ico">
              <Icon name="sun" />
            </span>
            <span class="main">
              <b id="screen">Screen stays on</b>
              <small>while you train</small>
            </span>
            <button
              type="button"
              class="switch"
              role="switch"
              aria-checked={keepsScreenOn}
              aria-labelledby="screen"
              onClick={() => change({ keepsScreenOn: !keepsScreenOn })}
            />
          </div>
          <Row icon="layers" name="Programs" value="" href={to('programs')} />
        </div>
      </section>
      <section class="section">
        <header>
          <h2>Look</h2>
        </header>
        <fieldset class="seg">
          <legend class="sr">Theme</legend>
          {themes.map((one) => (
            <button type="button" aria-pressed={theme === one} onClick={() => change({ theme: one })}>
              {one.charAt(0).toUpperCase() + one.slice(1)}
            </button>
          ))}
        </fieldset>
      </section>
      <section class="section">
        <header>
          <h2>Your data</h2>
        </header>
        <div class="card flush rows">
          <Row icon="file-up" name="Import" value="Strong, Hevy, FitNotes" href={to('import')} />
          <Row icon="file-down" name="Export" value="everything, as a file" href={to('storage')} />
          <Row icon="hard-drive" name="Storage" value="on this device" href={to('storage')} />
        </div>
      </section>
      {!isGuest.value && <LogOut />}
      <p class="label center">Replog · works offline · no trackers</p>
    </main>
  )
}

const initials = (name: string): string =>
  name
    .split(/[\s@.]+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

function Row({ icon, name, value, href }: { icon: IconName; name: string; value: string; href: string }) {
  return (
    <a href={href}>
      <span class="ico">
        <Icon name={icon} />
      </span>
      <span class="main">
        <b>{name}</b>
      </span>
      <span class="val small">{value}</span>
      <span class="chev">
        <Icon name="chevron-right" />
      </span>
    </a>
  )
}
