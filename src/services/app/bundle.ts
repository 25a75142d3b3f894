import { lazy } from '#lib/lazy.ts'

/**
 * The app. A server from the sources builds it on the first request; in the server's bundle, the built app replaces the
 * code that builds it.
 */
export const appBundle = lazy(async () => (await import('./build.ts')).buildApp())
