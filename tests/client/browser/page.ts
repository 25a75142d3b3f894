import { openLogInWorker } from './in-worker.ts'
import { openLog, reasonOf, type Shown } from './log.ts'

/**
 * A page that logs a workout as a frontend would: it shows what the library reports, and shows a set as saved
 * once its write has resolved. `?worker=` names the kind of worker that the library runs in, instead of the
 * page itself; the other parameters are those of `openLog`.
 */
const element = (tag: string, id: string) => {
  const made = document.body.appendChild(document.createElement(tag))
  made.id = id
  return made
}
const status = element('p', 'status')
const sets = element('ol', 'sets')
const saved = element('ul', 'saved')
const refused = element('ul', 'refused')
const button = element('button', 'log')

function show(shown: Shown): void {
  status.textContent = shown.status
  status.dataset.workouts = String(shown.workouts)
  sets.replaceChildren(
    ...shown.sets.map(({ id, reps }) => {
      const item = document.createElement('li')
      item.dataset.id = id
      item.textContent = String(reps)
      return item
    }),
  )
}

const worker = new URLSearchParams(location.search).get('worker')
const log = await (worker === null
  ? openLog(location.search, show)
  : openLogInWorker(worker, location.search, show))

async function logSet(): Promise<void> {
  const item = document.createElement('li')
  try {
    item.textContent = await log.logSet()
    saved.append(item)
  } catch (error) {
    item.textContent = error instanceof Error && worker !== null ? error.message : reasonOf(error)
    refused.append(item)
  }
}

button.addEventListener('click', () => void logSet())
// What a login form would call.
Object.assign(globalThis, { log })
document.title = 'ready'
