/** What this device is called in the list of sessions. */
export function deviceName(): string {
  const { userAgent } = navigator
  const system = /iPhone|iPad|Android|Macintosh|Windows|Linux/.exec(userAgent)?.[0] ?? 'Device'
  const browser = /Firefox|Edg|Chrome|Safari/.exec(userAgent)?.[0] ?? 'browser'
  const names: Readonly<Record<string, string>> = { Macintosh: 'Mac', Edg: 'Edge' }
  return `${names[browser] ?? browser} on ${names[system] ?? system}`
}
