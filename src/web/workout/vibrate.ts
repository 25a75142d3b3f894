/** Vibrates, if the device supports it. */
export function vibrate(pattern: number | readonly number[]): void {
  navigator.vibrate?.(typeof pattern === 'number' ? pattern : [...pattern])
}
