import { version } from '../package.json'
import { createApp } from './app.ts'
import { type Config, ConfigError, readConfig } from './config/index.ts'
import { storedBytes } from './db/engine/stored-bytes.ts'
import { locationOf, openLocation } from './db/migrations/location.ts'
import { createHints } from './events/hints.ts'
import { startCatalogueUpdate } from './server/catalogue-update.ts'
import { startHousekeeping } from './server/housekeeping.ts'
import { startIdleRelease } from './server/idle-release.ts'
import { lazyMetrics } from './server/lazy-metrics.ts'
import { listen } from './server/listen.ts'
import { createLog, type ProcessLog } from './server/log.ts'
import { openWhenAvailable } from './server/open-when-available.ts'
import { exit, exitOnSignals, exitOnUncaught } from './server/shutdown.ts'
import { loadTokenKeys } from './services/auth/signing-key.ts'
import { hasCatalogue, updateCatalogue } from './services/housekeeping/catalogue.ts'
import { cleanUp, sweepImports } from './services/housekeeping/clean-up.ts'

/** `EX_CONFIG` of sysexits.h: restarting won't help. */
const badConfiguration = 78

/** How long pending requests may take to finish when the process is asked to stop, in milliseconds. */
const drainMs = 8_000

const config = configOrExit()
const log = createLog(config.logLevel)
exitOnUncaught(log)
try {
  await start(config, log)
} catch (error) {
  process.stderr.write(`Replog can't start: ${error instanceof Error ? error.message : String(error)}\n`)
  log.fatal({ err: error }, "can't start")
  exit(log, 1)
}

function configOrExit(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const problems = error.problems.map(({ variable, message }) => `  ${variable} ${message}\n`)
    process.stderr.write(`Replog can't start with this configuration:\n${problems.join('')}`)
    process.exit(badConfiguration)
  }
}

/** Opens the database and starts the server, and shuts both down when the process is asked to stop. */
async function start(config: Config, log: ProcessLog): Promise<void> {
  const { resource: database, stopResponding } = await openWhenAvailable(
    (respond) =>
      openLocation(locationOf(config), {
        onLost: (error) => log.warn({ err: error }, 'lost a connection to the database'),
        onMigrating(pending) {
          log.info({ migrations: pending }, 'migrating the database')
          respond()
        },
      }),
    { isDatabaseServer: config.database !== undefined, address: config, log },
  )
  const stopping = new AbortController()
  try {
    const { db } = database
    const hints = createHints({
      db,
      onError: (error) => log.warn({ err: error }, 'failed to notify event streams'),
    })
    const metrics = lazyMetrics(async () => {
      const { createMetrics } = await import('./server/metrics.ts')
      return createMetrics({
        version,
        databaseBytes: () => storedBytes(db),
        openStreams: () => hints.openStreams,
      })
    })
    const keys = loadTokenKeys(config.dataDirectory, config.jwtSecret)
    try {
      await sweepImports(db, Date.now())
    } catch (error) {
      // The next housekeeping run retries; meanwhile, reads are served.
      log.error({ err: error }, 'failed to remove unfinished imports')
    }
    const catalogue = await startCatalogueUpdate(
      { exists: () => hasCatalogue(db), update: () => updateCatalogue(db, Date.now()) },
      log,
    )
    const app = await createApp({
      config,
      db,
      keys,
      log,
      metrics,
      hints,
      stopping: stopping.signal,
      responseViolations: process.env.NODE_ENV === 'development' ? 'throw' : 'log',
    })
    await stopResponding()
    const server = listen(app, config)
    const housekeeping = startHousekeeping((signal) => cleanUp(db, Date.now(), signal), log)
    const idleRelease = startIdleRelease()
    exitOnSignals(log, async () => {
      idleRelease.stop()
      stopping.abort()
      hints.stop()
      const cutOff = await server.stop(drainMs)
      if (cutOff > 0) log.warn({ cut: cutOff }, 'cut off pending responses')
      await Promise.all([housekeeping.stop(), catalogue.stop()])
      await database.close()
    })
    log.info({ url: server.url.href, version, startMs: Math.round(performance.now()) }, 'ready')
  } catch (error) {
    await database.close()
    throw error
  }
}
