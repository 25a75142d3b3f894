import { Status } from '../parts/status.tsx'
import { isGuest } from '../state/log.ts'
import { AccountCard } from '../you/account-card.tsx'
import { Devices } from '../you/devices.tsx'
import { Install } from '../you/install.tsx'
import { Keep } from '../you/keep.tsx'
import { LogOut } from '../you/log-out.tsx'
import { Look } from '../you/look.tsx'
import { Refused } from '../you/refused.tsx'
import { Training } from '../you/training.tsx'
import { YourData } from '../you/your-data.tsx'

/** The account, settings and data of the user. */
export function You() {
  const guest = isGuest.value
  return (
    <main class="page">
      <header class="top">
        <div class="grow">
          <h1 tabIndex={-1}>You</h1>
        </div>
        <Status />
      </header>
      <Refused />
      {guest ? <Keep /> : <AccountCard />}
      {!guest && <Devices />}
      <Install />
      <Training />
      <Look />
      <YourData />
      {!guest && <LogOut />}
      <p class="label center">Replog · works offline · no trackers</p>
    </main>
  )
}
