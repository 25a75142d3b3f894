import { Icon } from '../parts/icon.tsx'
import { hrefTo } from '../route.ts'
import { workouts } from '../state/log.ts'
import { countText } from '../words.ts'

/** Tells a guest what could be lost, and how to keep it. */
export function SyncOffer() {
  const { length } = workouts.value
  const text =
    length === 0
      ? 'Everything stays in this browser unless you choose otherwise.'
      : `${countText(length, 'workout')} ${length === 1 ? 'lives' : 'live'} only in this browser. Some browsers clear their data after 7 days without a visit.`
  return (
    <section class="card keep">
      <div class="flex start">
        <span class="lead-l">
          <Icon name="cloud-upload" size="l" />
        </span>
        <div class="grow">
          <h2>Sync across your devices</h2>
          <p class="small soft">{text}</p>
        </div>
      </div>
      <a class="btn go full" href={hrefTo('account', 'register')}>
        Create an account
      </a>
      <a class="btn bare full" href={hrefTo('account', 'login')}>
        Log in instead
      </a>
    </section>
  )
}
