import { signal } from '@preact/signals'

interface TrustedScriptUrl {
  toString(): string
}

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): TrustedScriptUrl }
}

/** The only addresses that may become scripts. */
const ownScript = /^\/(?:sw\.js|web\/[\w.-]+\.js)$/

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
const policy = factory?.createPolicy('replog', {
  createScriptURL(address) {
    if (!ownScript.test(address)) throw new TypeError('not a script of Replog')
    return address
  },
})

/** An address of a script, as browsers with Trusted Types want it. Its declared type is text everywhere. */
export const scriptUrl = (address: string): string =>
  (policy?.createScriptURL(address) ?? address) as unknown as string

/** A newer version that waits to be used. */
export const waiting = signal<ServiceWorker | undefined>(undefined)

/** Keeps the app on this device, and learns of newer versions. */
export async function keepOffline(): Promise<void> {
  const { serviceWorker } = navigator
  if (!serviceWorker) return
  const registration = await serviceWorker.register(scriptUrl('/sw.js'))
  const look = () => {
    if (registration.waiting && serviceWorker.controller) waiting.value = registration.waiting
  }
  look()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
}

/** Changes over to the version that waits. */
export function update(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.value?.postMessage('activate')
}
