import { openLogInWorker } from './in-worker.ts'
import { type LogView, openLog, reasonOf } from './log.ts'

/**
 * A page that logs a workout as a frontend would. It shows the state that the library reports, and lists a set as saved
 * once its write has resolved. With `?worker=`, the library runs in a worker of that kind instead of the page. The
 * other parameters are those of `openLog`.
 */
const element = (tag: string, id: string) => {
  const created = document.body.appendChild(document.createElement(tag))
  created.id = id
  return created
}
const status = element('p', 'status')
const sets = element('ol', 'sets')
const saved = element('ul', 'saved')
const failed = element('ul', 'failed')
const button = element('button', 'log')

function show(log: LogView): void {
  status.textContent = log.status
  status.dataset.workouts = String(log.workouts)
  sets.replaceChildren(
    ...log.sets.map(({ id, reps }) => {
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
    failed.append(item)
  }
}

button.addEventListener('click', () => void logSet())
// Tests call its methods as a login form would.
Object.assign(globalThis, { log })
document.title = 'ready'
