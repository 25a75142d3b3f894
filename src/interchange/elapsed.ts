/** Words for hours, minutes and seconds in the languages of the apps, longest first. */
const hourWords =
  'hours?|hrs?|std|stunden?|uur|heures?|horas?|ore|godz|hod|saat|sa|tim|часов|час|ч|小时|小時|時間|时|시간|h|u|t'
const minuteWords = 'minutes?|minuten|minuti|minutos?|mins?|dakika|dk|мин|分钟|分鐘|分|분|m'
const secondWords = 'seconds?|sekunden?|secs?|sek|saniye|sn|сек|秒钟|秒|초|s|с'

const wordedForm = new RegExp(
  `^(?:(\\d+)\\s*(?:${hourWords})\\.?)?\\s*(?:(\\d+)\\s*(?:${minuteWords})\\.?)?\\s*(?:(\\d+)\\s*(?:${secondWords})\\.?)?$`,
  'i',
)
const clockForm = /^(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.\d+)?$/

/**
 * Reads a duration as apps write it, in seconds: `1h 5m`, `264h 1m`, `21min`, `1小时13分钟`, `1:05:00` (H:MM:SS),
 * `05:30` (MM:SS) or plain seconds. Undefined for anything else.
 */
export function readElapsed(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed.length > 40) return undefined
  if (/^\d+(?:[.,]\d+)?$/.test(trimmed)) return Math.round(Number(trimmed.replace(',', '.')))
  const [, hours, minutes, seconds] = clockForm.exec(trimmed) ?? wordedForm.exec(trimmed) ?? []
  if (hours === undefined && minutes === undefined && seconds === undefined) return undefined
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}
