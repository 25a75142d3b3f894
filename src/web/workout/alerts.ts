import { settings } from '../state/settings.ts'
import { vibrate } from './vibrate.ts'

let audio: AudioContext | undefined

// Browsers allow sound only after a user gesture. Creating the context takes some 20 ms of CPU time, so the frame
// that shows what the first tap did is drawn before that.
addEventListener('click', () => {
  if (!settings.value.sound) return
  if (audio) void audio.resume()
  else requestAnimationFrame(() => setTimeout(() => (audio ??= new AudioContext())))
})

function beep(time: number, hertz: number): void {
  if (!audio) return
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = hertz
  volume.gain.setValueAtTime(0.18, time)
  volume.gain.exponentialRampToValueAtTime(0.001, time + 0.22)
  tone.connect(volume).connect(audio.destination)
  tone.start(time)
  tone.stop(time + 0.25)
}

/** Announces the end of a rest by vibration, sound, and a notification if the page is hidden. */
export function announceRestOver(): void {
  vibrate([120, 80, 120])
  if (settings.value.sound && audio) {
    void audio.resume()
    beep(audio.currentTime, 660)
    beep(audio.currentTime + 0.25, 880)
  }
  const isAllowed = 'Notification' in globalThis && Notification.permission === 'granted'
  if (document.hidden && isAllowed) {
    void navigator.serviceWorker?.ready.then((registration) =>
      registration.showNotification('Rest is over', { tag: 'rest', body: 'Next set.' }),
    )
  }
}
