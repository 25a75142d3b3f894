import { settings } from '../state/settings.ts'

/** Keeps the screen on while training. Returns a function that lets it turn off again. */
export function keepScreenOn(): () => void {
  if (!settings.value.keepsScreenOn || !navigator.wakeLock) return () => {}
  let lock: WakeLockSentinel | undefined
  let isOver = false
  const ask = () => {
    if (document.hidden || isOver) return
    navigator.wakeLock.request('screen').then(
      (granted) => {
        if (isOver) void granted.release()
        else lock = granted
      },
      // The browser may refuse, for example on a low battery.
      () => {},
    )
  }
  ask()
  document.addEventListener('visibilitychange', ask)
  return () => {
    isOver = true
    document.removeEventListener('visibilitychange', ask)
    void lock?.release()
  }
}
