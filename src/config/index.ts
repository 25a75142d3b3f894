import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defaultConnections, parseConnectionCount, parsePostgresUrl, type ServerConfig } from './database.ts'
import { nearest } from './nearest.ts'
import {
  type LogLevel,
  logLevels,
  parseHost,
  parseNetworks,
  parseOrigins,
  parsePort,
  parsePublicUrl,
  wordParser,
} from './values.ts'

/** All settings of the operator; each is optional. */
export interface Config {
  /** 0 selects any free port. */
  readonly port: number
  readonly host: string
  /** Absolute path of the folder that holds the database and the signing key. */
  readonly dataDirectory: string
  /** The PostgreSQL server that stores the data. Undefined if the data is in a SQLite file in the data folder. */
  readonly database: ServerConfig | undefined
  /** At least 32 bytes. Undefined if it is created on first start and stored in the data folder. */
  readonly jwtSecret: string | undefined
  /** The server's public URL, without a trailing slash. Undefined if unknown. */
  readonly publicUrl: string | undefined
  /** The bearer token of `GET /metrics`, at least 16 bytes. Without one, only this machine may read the metrics. */
  readonly metricsToken: string | undefined
  /** Origins that browsers may call from, as sent in `Origin`. */
  readonly corsOrigins: readonly string[]
  readonly registration: 'open' | 'closed'
  readonly rateLimit: boolean
  /** Whether the app is served at `/`. */
  readonly web: boolean
  /** Addresses and CIDR blocks whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: LogLevel
}

/** A problem with one variable. Never contains the variable's value. */
export interface ConfigProblem {
  readonly variable: string
  readonly message: string
}

/** The environment is invalid; `problems` lists every reason. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ variable, message }) => `${variable} ${message}`).join('\n'))
    this.problems = problems
  }
}

/** The process environment, or one that a test sets. */
export type Environment = Readonly<Record<string, string | undefined>>

const variableNames = [
  'PORT',
  'HOST',
  'DATABASE_URL',
  'DATABASE_URL_FILE',
  'LOG_LEVEL',
  'REPLOG_DATA',
  'REPLOG_DATABASE_CONNECTIONS',
  'REPLOG_DATABASE_PREPARED',
  'REPLOG_JWT_SECRET',
  'REPLOG_JWT_SECRET_FILE',
  'REPLOG_PUBLIC_URL',
  'REPLOG_METRICS_TOKEN',
  'REPLOG_METRICS_TOKEN_FILE',
  'REPLOG_CORS_ORIGINS',
  'REPLOG_REGISTRATION',
  'REPLOG_RATE_LIMIT',
  'REPLOG_TRUSTED_PROXIES',
  'REPLOG_WEB',
] as const
type Name = (typeof variableNames)[number]
type SecretName = Extract<Name, `${string}_FILE`> extends `${infer Secret}_FILE` ? Secret : never

/**
 * Kubernetes adds these to pods if there is a service named `replog`, so they aren't misspelled
 * variables.
 */
const serviceLink = /^REPLOG_(SERVICE_(HOST|PORT)(_\w+)?|PORT(_\d+_(TCP|UDP)(_(PROTO|PORT|ADDR))?)?)$/

/**
 * Reads the configuration. A variable that is set but empty counts as unset, because compose files pass
 * unset variables as empty ones. Throws a {@link ConfigError} that lists each invalid variable with its
 * requirement.
 */
export function readConfig(env: Environment): Config {
  const problems: ConfigProblem[] = []
  const report = (variable: string, message: string) => problems.push({ variable, message })
  const readVariable = createVariableReader(env, report)
  const { dataDirectory, database } = readLocation(env, readVariable, report)
  if (database && !env.REPLOG_JWT_SECRET && !env.REPLOG_JWT_SECRET_FILE) {
    report(
      'REPLOG_JWT_SECRET',
      'must be set together with DATABASE_URL, to the same value on every node, for example from `openssl rand -base64 48`',
    )
  }

  const config: Config = {
    port: readVariable('PORT', 3000, 'a whole number from 0 to 65535', parsePort),
    host: readVariable(
      'HOST',
      '127.0.0.1',
      'an IP address or a host name, such as 127.0.0.1 or 0.0.0.0',
      parseHost,
    ),
    dataDirectory,
    database,
    jwtSecret: readSecret(env, 'REPLOG_JWT_SECRET', { minBytes: 32 }, report),
    publicUrl: readVariable<string | undefined>(
      'REPLOG_PUBLIC_URL',
      undefined,
      "the server's public URL, such as https://replog.example.com",
      parsePublicUrl,
    ),
    metricsToken: readMetricsToken(env, report),
    corsOrigins: readVariable(
      'REPLOG_CORS_ORIGINS',
      [],
      'exact origins separated by commas, such as https://app.example.com (no *, no path, no trailing slash)',
      parseOrigins,
    ),
    registration: readVariable(
      'REPLOG_REGISTRATION',
      'open',
      'open or closed',
      wordParser(['open', 'closed']),
    ),
    rateLimit: readVariable('REPLOG_RATE_LIMIT', 'on', 'on or off', wordParser(['on', 'off'])) === 'on',
    web: readVariable('REPLOG_WEB', 'on', 'on or off', wordParser(['on', 'off'])) === 'on',
    trustedProxies: readVariable(
      'REPLOG_TRUSTED_PROXIES',
      [],
      'IP addresses or CIDR blocks separated by commas, such as 10.0.0.0/8',
      parseNetworks,
    ),
    logLevel: readVariable<LogLevel>(
      'LOG_LEVEL',
      'info',
      `one of ${logLevels.join(', ')}`,
      wordParser(logLevels),
    ),
  }
  rejectUnknown(env, report)
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

/** Reads only the location of the data, for commands. Throws a {@link ConfigError} like `readConfig`. */
export function readDataLocation(env: Environment): DataLocation {
  const problems: ConfigProblem[] = []
  const report = (variable: string, message: string) => problems.push({ variable, message })
  const dataLocation = readLocation(env, createVariableReader(env, report), report)
  if (problems.length > 0) throw new ConfigError(problems)
  return dataLocation
}

type DataLocation = Pick<Config, 'dataDirectory' | 'database'>

function readLocation(env: Environment, readVariable: VariableReader, report: Report): DataLocation {
  const dataDirectory = resolve(readVariable('REPLOG_DATA', './data', 'the path of a folder', parsePath))
  const connections = readVariable(
    'REPLOG_DATABASE_CONNECTIONS',
    defaultConnections,
    'a whole number from 1 to 1000',
    parseConnectionCount,
  )
  const preparesStatements =
    readVariable('REPLOG_DATABASE_PREPARED', 'on', 'on or off', wordParser(['on', 'off'])) === 'on'
  const text = readSecret(env, 'DATABASE_URL', { minBytes: 0 }, report)
  if (text === undefined) return { dataDirectory, database: undefined }
  const url = parsePostgresUrl(text)
  if (url !== undefined) return { dataDirectory, database: { url, connections, preparesStatements } }
  report(
    'DATABASE_URL',
    'must be the URL of a PostgreSQL database, such as postgres://user:password@host:5432/replog',
  )
  return { dataDirectory, database: undefined }
}

type Report = (variable: string, message: string) => void

/** Reads one variable: its value, or the fallback if it is unset or invalid (which is reported). */
type VariableReader = ReturnType<typeof createVariableReader>

function createVariableReader(env: Environment, report: Report) {
  return <T>(name: Name, fallback: T, requirement: string, parse: (text: string) => T | undefined): T => {
    const text = env[name]
    if (text === undefined || text === '') return fallback
    const value = parse(text)
    if (value === undefined) report(name, `must be ${requirement}`)
    return value ?? fallback
  }
}

function parsePath(text: string): string | undefined {
  return text.includes('\0') ? undefined : text
}

/**
 * A secret from its variable, or from the file that `…_FILE` names (Docker and Kubernetes mount secrets as
 * files), without a trailing newline.
 */
function readSecret(
  env: Environment,
  variable: SecretName,
  { minBytes }: { readonly minBytes: number },
  report: Report,
): string | undefined {
  const inline = env[variable] || undefined
  const file = env[`${variable}_FILE`] || undefined
  const name = file === undefined ? variable : (`${variable}_FILE` as const)
  if (inline !== undefined && file !== undefined) {
    report(name, `and ${variable} are both set: set only one of them`)
    return undefined
  }
  const value = file === undefined ? inline : readSecretFile(name, file, report)
  if (value === undefined) return undefined
  if (Buffer.byteLength(value) < minBytes) {
    const verb = file === undefined ? 'be' : 'name a file that contains'
    report(name, `must ${verb} at least ${minBytes} bytes, for example from \`openssl rand -base64 48\``)
  }
  return value
}

/** The metrics token, which must be valid in an `Authorization` header: RFC 6750, section 2.1. */
function readMetricsToken(env: Environment, report: Report): string | undefined {
  const token = readSecret(env, 'REPLOG_METRICS_TOKEN', { minBytes: 16 }, report)
  if (token === undefined || /^[\w.~+/-]+=*$/.test(token)) return token
  report('REPLOG_METRICS_TOKEN', 'must consist of letters, digits and the characters - . _ ~ + /')
  return undefined
}

function readSecretFile(name: Name, file: string, report: Report): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    report(name, `must name a file that can be read${code}`)
    return undefined
  }
}

/** Reports unknown variables, because a misspelled REPLOG_REGISTRATION would silently leave registration open. */
function rejectUnknown(env: Environment, report: Report) {
  const knownNames: readonly string[] = variableNames
  for (const name of Object.keys(env).sort()) {
    if (!name.startsWith('REPLOG_') || knownNames.includes(name) || serviceLink.test(name)) continue
    report(name, `is not a Replog variable: did you mean ${nearest(name, knownNames)}?`)
  }
}
