/**
 * A UUID of version 7 (RFC 9562), which sorts by creation time.
 *
 * @param now in whole milliseconds since 1970; ids are valid even if the clock is off
 */
export function uuid(now = Date.now()): string {
  const time = Math.max(0, now).toString(16).padStart(12, '0')
  const random = crypto.getRandomValues(new Uint8Array(31))
  let digit = 0
  return 'xxxxxxxx-xxxx-7xxx-8xxx-xxxxxxxxxxxx'.replace(
    /x/g,
    () => time[digit++] ?? (Number(random[digit]) % 16).toString(16),
  )
}
