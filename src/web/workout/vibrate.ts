/** Vibrates where the device can. */
export function vibrate(pattern: number | readonly number[]): void {
  navigator.vibrate?.(typeof pattern === 'number' ? pattern : [...pattern])
}
