import { createHash, timingSafeEqual } from 'node:crypto'
import { assertCompatibleRelease, assertReadable, assertWritable } from '#db/maintenance/health.ts'
import { ok } from '#http/response/constructors.ts'
import { Unavailable } from '#lib/unavailable.ts'
import { referenceAsset } from '#services/reference/assets.ts'
import { contractDocument, contractYaml } from '#services/reference/contract.ts'
import { referencePage } from '#services/reference/page.ts'
import type { AppHandlers } from './context.ts'
import { problemFor } from './problems.ts'

/** The state of the process that these handlers report. */
export interface OperationsDeps {
  /** In Prometheus's text format. */
  readonly metrics: { text(): Promise<string> }
  /** The token that gives other machines access to the metrics. Undefined if none may have access. */
  readonly metricsToken: string | undefined
  /** Whether the server is shutting down and only finishing pending work. */
  isStopping(): boolean
}

function isSameToken(sentToken: string | undefined, token: string): boolean {
  return sentToken !== undefined && timingSafeEqual(digest(sentToken), digest(token))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The handlers of the Operations tag. */
export function operationsHandlers({ metrics, metricsToken, isStopping }: OperationsDeps) {
  return {
    getLiveness: () => ok({ status: 'alive' }),

    async getReadiness({ db, log }) {
      if (isStopping()) return problemFor({ kind: 'stopping' })
      try {
        await assertReadable(db)
      } catch (error) {
        log.error({ err: error }, 'the database does not respond')
        return problemFor({ kind: 'unreadable_database' })
      }
      try {
        await assertCompatibleRelease(db)
      } catch (error) {
        log.error({ err: error }, 'a newer release has changed the database')
        return problemFor({ kind: 'outdated_node' })
      }
      try {
        await assertWritable(db)
      } catch (error) {
        log.error({ err: error }, "can't write to the database")
        const cause = error instanceof Unavailable ? error.message : 'Writes fail.'
        return problemFor({ kind: 'unwritable_database', cause })
      }
      return ok({ status: 'ready' })
    },

    async getMetrics({ client }) {
      if (!client.isLocal) {
        if (metricsToken === undefined) return problemFor({ kind: 'metrics_forbidden' })
        if (!isSameToken(client.bearerToken, metricsToken))
          return problemFor({ kind: 'metrics_unauthorized' })
      }
      return { status: 200, body: await metrics.text(), mediaType: 'text/plain' }
    },

    async getContractYaml() {
      return { status: 200, body: await contractYaml(), mediaType: 'application/yaml' }
    },

    async getContractJson() {
      return ok(await contractDocument())
    },

    async getReference() {
      const { html, contentSecurityPolicy } = await referencePage()
      return {
        status: 200,
        body: html,
        mediaType: 'text/html',
        headers: { 'Content-Security-Policy': contentSecurityPolicy, 'Referrer-Policy': 'no-referrer' },
      }
    },

    async getReferenceAsset({ path }) {
      const asset = await referenceAsset(path.asset)
      if (!asset) return problemFor({ kind: 'missing', resource: 'asset' })
      return { status: 200, ...asset }
    },
  } satisfies Partial<AppHandlers>
}
