/**
 * The device's IANA time zone; `UTC` if the browser doesn't know it. Chromium then says `Etc/Unknown`, which neither
 * the server nor `Intl` itself accepts.
 */
export function localZone(): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return timeZone === 'Etc/Unknown' ? 'UTC' : timeZone
}
