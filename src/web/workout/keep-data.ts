import { effect } from '@preact/signals'
import { route } from '../route.ts'
import { workouts } from '../state/log.ts'
import { settings } from '../state/settings.ts'
import { requestPersistence } from '../you/storage.ts'
import { isDone } from './model.ts'

/** Firefox asks the user, so it gets the request once, at the end of a workout. Other browsers decide by themselves. */
const asksUser = navigator.userAgent.includes('Firefox')
let isAsked = false

// Once there is something to lose, the browser is asked to keep it.
effect(() => {
  const isGoodMoment = asksUser ? !settings.value.askedToKeep && route.value.page === 'done' : true
  if (isAsked || !isGoodMoment) return
  const hasSet = workouts.value.some(({ exercises }) => exercises.some(({ sets }) => sets.some(isDone)))
  if (!hasSet) return
  isAsked = true
  void requestPersistence()
})
