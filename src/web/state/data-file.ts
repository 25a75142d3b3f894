import { type ReadonlySignal, signal } from '@preact/signals'

/** Data that the app fetches from its own files when a page needs it. */
interface DataFile<Data> {
  readonly data: ReadonlySignal<Data>
  /** Rejects if it isn't cached and can't be fetched; the next call tries again. */
  load(): Promise<void>
}

export function dataFile<Data>(address: () => string, initial: Data): DataFile<Data> {
  const data = signal(initial)
  let loading: Promise<void> | undefined
  const read = async () => {
    const response = await fetch(address())
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
    data.value = await response.json()
  }
  return {
    data,
    load() {
      loading ??= read().catch((error) => {
        loading = undefined
        throw error
      })
      return loading
    },
  }
}
