/** Downloads a file. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // By then, the browser has started reading it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** `2026-11-28`, for the name of a file. */
export const today = (): string => new Date().toLocaleDateString('sv')
