import { Icon } from '../parts/icon.tsx'
import { workoutInProgress } from '../state/log.ts'
import { activateUpdate, waitingVersion } from '../state/updates.ts'

/** Offers a newer version while no workout is in progress. */
export function Update() {
  if (!waitingVersion.value || workoutInProgress.value) return null
  return (
    <div class="card flush rows">
      <button type="button" onClick={activateUpdate}>
        <span class="lead on">
          <Icon name="rotate-ccw" />
        </span>
        <span class="main">
          <b>Update Replog</b>
          <small>A newer version is ready</small>
        </span>
      </button>
    </div>
  )
}
