const worded =
  /^(?:(\d+)\s*h(?:rs?|ours?)?)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d+)\s*s(?:ec(?:ond)?s?)?)?$/i
const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.\d+)?$/

/**
 * The seconds in a duration as apps write it: `1h 5m`, `264h 1m`, `21min`, `44m 10s`, `1:05:00` (H:MM:SS),
 * `05:30` (MM:SS) or plain seconds. Undefined for anything else.
 */
export function readElapsed(text: string): number | undefined {
  const trimmed = text.trim()
  if (/^\d+(?:[.,]\d+)?$/.test(trimmed)) return Math.round(Number(trimmed.replace(',', '.')))
  const [, hours, minutes, seconds] = clock.exec(trimmed) ?? worded.exec(trimmed) ?? []
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}
