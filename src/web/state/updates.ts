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

/** The only URLs that may be loaded as scripts. */
const ownScript = /^\/(?:sw\.js|web\/[\w.-]+\.js)$/

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
const policy = factory?.createPolicy('replog', {
  createScriptURL(address) {
    if (!ownScript.test(address)) throw new TypeError('not a Replog script')
    return address
  },
})

/** The URL of a script as browsers with Trusted Types require it. The DOM types declare it as a string. */
export const scriptUrl = (address: string): string =>
  (policy?.createScriptURL(address) ?? address) as unknown as string

/** A newer version that is waiting to be activated. */
export const waitingVersion = signal<ServiceWorker | undefined>(undefined)

/** Caches the app on this device, and watches for newer versions. */
export async function registerServiceWorker(): Promise<void> {
  const { serviceWorker } = navigator
  if (!serviceWorker) return
  const registration = await serviceWorker.register(scriptUrl('/sw.js'))
  const checkForUpdate = () => {
    if (registration.waiting && serviceWorker.controller) waitingVersion.value = registration.waiting
  }
  checkForUpdate()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', checkForUpdate)
  })
}

/** Activates the waiting version. */
export function activateUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waitingVersion.value?.postMessage('activate')
}
