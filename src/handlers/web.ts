import { ok } from '#http/response/constructors.ts'
import { appBundle } from '#services/app/bundle.ts'
import { appPolicy } from '#services/app/page.ts'
import type { AppHandlers } from './context.ts'
import { problemFor } from './problems.ts'

/** Process settings that these handlers need. */
export interface WebDeps {
  /** Whether the operator serves the app. */
  readonly servesApp: boolean
}

/**
 * The handlers of the app's files; they respond with 404 or a redirect if the operator has turned the app
 * off.
 */
export function webHandlers({ servesApp }: WebDeps) {
  return {
    async getRoot() {
      if (!servesApp) return { status: 302, headers: { Location: '/docs' } }
      const { page } = await appBundle()
      const headers = { 'Content-Security-Policy': appPolicy, 'Referrer-Policy': 'no-referrer' } as const
      return { status: 200, body: page, mediaType: 'text/html', headers }
    },

    async getServiceWorker() {
      if (!servesApp) return problemFor({ kind: 'missing', resource: 'asset' })
      const { serviceWorker } = await appBundle()
      return {
        status: 200,
        body: serviceWorker,
        mediaType: 'text/javascript',
        headers: { 'Content-Security-Policy': appPolicy },
      }
    },

    async getAppAsset({ path }) {
      const file = servesApp ? (await appBundle()).files.get(path.asset) : undefined
      if (!file) return problemFor({ kind: 'missing', resource: 'asset' })
      return 'data' in file ? ok(file.data) : { status: 200, ...file }
    },
  } satisfies Partial<AppHandlers>
}
