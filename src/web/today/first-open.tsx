import { Icon } from '../parts/icon.tsx'
import { Rail } from '../parts/rail.tsx'
import { Section } from '../parts/section.tsx'
import { hrefTo } from '../route.ts'
import { isGuest } from '../state/log.ts'
import { startEmpty } from '../workout/start.ts'

const programs = [
  { id: 'gzclp', days: 3, name: 'GZCLP', text: '3 days · beginner to intermediate' },
  { id: 'stronglifts-5x5', days: 3, name: 'StrongLifts 5×5', text: '3 days · beginner' },
  { id: '531-boring-but-big', days: 4, name: '5/3/1 Boring But Big', text: '4 days · intermediate' },
  { id: 'phul', days: 4, name: 'PHUL', text: '4 days · strength and size' },
] as const

/** Shown before the first workout: one big button, and other ways to begin. */
export function FirstOpen() {
  return (
    <>
      <section class="hello">
        <div class="hello-rail">
          <Rail
            marks={[
              ['', '', ''],
              ['', '', ''],
              ['', '', ''],
            ]}
          />
        </div>
        <h2 class="big">Log your first set</h2>
        <p class="soft">
          {isGuest.value
            ? 'No account needed. Everything works offline and stays on this device unless you choose otherwise.'
            : 'Everything works offline and syncs with your other devices.'}
        </p>
        <button type="button" class="btn go full" onClick={() => void startEmpty()}>
          <Icon name="plus" />
          Start an empty workout
        </button>
        <a class="btn full" href={hrefTo('suggest')}>
          <Icon name="sparkles" />
          Suggest a workout
        </a>
      </section>
      <Section
        title="Or follow a program"
        aside={
          <a class="link" href={hrefTo('programs')}>
            All programs
            <Icon name="chevron-right" size="s" />
          </a>
        }
      >
        <div class="card flush rows tall">
          {programs.map(({ id, days, name, text }) => (
            <a href={hrefTo('preview', id)}>
              <span class="lead">{days}×</span>
              <span class="main">
                <b>{name}</b>
                <small>{text}</small>
              </span>
              <Chevron />
            </a>
          ))}
        </div>
      </Section>
      <Section title="Coming from another app?">
        <div class="card flush rows">
          <a href={hrefTo('import')}>
            <span class="lead">
              <Icon name="file-up" />
            </span>
            <span class="main">
              <b>Import your history</b>
              <small>Strong, Hevy, FitNotes or Replog</small>
            </span>
            <Chevron />
          </a>
          <a href={hrefTo('account', 'login')}>
            <span class="lead">
              <Icon name="log-in" />
            </span>
            <span class="main">
              <b>Log in</b>
              <small>Your workouts follow you</small>
            </span>
            <Chevron />
          </a>
        </div>
      </Section>
    </>
  )
}

const Chevron = () => <Icon name="chevron-right" />
