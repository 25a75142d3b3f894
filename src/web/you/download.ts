/** Saves a file on the reader's device. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** `2026-11-28`, for the name of a file. */
export const today = (): string => new Date().toLocaleDateString('sv')
