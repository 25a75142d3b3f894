declare const cachedFiles: readonly string[]
declare const appVersion: string

interface LongEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface FetchEvent extends Event {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

/** The part of the service worker scope that is used; the DOM types don't include it. */
interface Scope {
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listen: (event: LongEvent) => void): void
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listen: (event: MessageEvent) => void): void
}

const worker = self as unknown as Scope

const cacheName = `replog-app-${appVersion}`
const ownCache = /^replog-app-/

worker.addEventListener('install', (event) => {
  const cacheApp = async () => {
    const cache = await caches.open(cacheName)
    await cache.addAll(['/', ...cachedFiles])
  }
  event.waitUntil(cacheApp())
})

worker.addEventListener('activate', (event) => {
  const dropOldCaches = async () => {
    const names = await caches.keys()
    await Promise.all(
      names.filter((name) => ownCache.test(name) && name !== cacheName).map((name) => caches.delete(name)),
    )
    await worker.clients.claim()
  }
  event.waitUntil(dropOldCaches())
})

// A new version waits for the user's consent, since it must not interrupt a workout.
worker.addEventListener('message', ({ data }) => {
  if (data === 'activate') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname !== '/' && !pathname.startsWith('/web/')) return
  event.respondWith(respond(pathname === '/' ? '/' : request))
})

async function respond(request: RequestInfo): Promise<Response> {
  const cache = await caches.open(cacheName)
  // The files are the same for every origin and content encoding.
  const cached = await cache.match(request, { ignoreVary: true })
  if (cached) return cached
  const response = await fetch(request)
  if (response.ok && response.status === 200) await cache.put(request, response.clone())
  return response
}
