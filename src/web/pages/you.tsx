import { Status } from '../parts/status.tsx'
import { isGuest } from '../state/log.ts'
import { AccountCard } from '../you/account-card.tsx'
import { Appearance } from '../you/appearance.tsx'
import { Devices } from '../you/devices.tsx'
import { Goals } from '../you/goals.tsx'
import { Install } from '../you/install.tsx'
import { LogOut } from '../you/log-out.tsx'
import { Rejected } from '../you/rejected.tsx'
import { SyncOffer } from '../you/sync-offer.tsx'
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
        <span class="narrow">
          <Status />
        </span>
      </header>
      <Rejected />
      {guest ? <SyncOffer /> : <AccountCard />}
      {!guest && <Devices />}
      <Install />
      <Training />
      <Goals />
      <Appearance />
      <YourData />
      {!guest && <LogOut />}
      <p class="label center">Replog · works offline · no trackers</p>
    </main>
  )
}
