import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { nearest } from './nearest.ts'
import { host, type LogLevel, logLevels, networks, origins, port, publicUrl, word } from './values.ts'

/** Everything that an operator can set. All of it is optional. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number
  readonly host: string
  /** Absolute path of the folder that holds the database and the signing key. */
  readonly dataDirectory: string
  /** At least 32 bytes. Undefined: created on first start and kept in the data folder. */
  readonly jwtSecret: string | undefined
  /** Where the public reaches this server, without a slash at the end. Undefined: not known. */
  readonly publicUrl: string | undefined
  /** The bearer token of `GET /metrics`, at least 16 bytes. Undefined: only loopback may read the metrics. */
  readonly metricsToken: string | undefined
  /** Origins that browsers may call from, as sent in `Origin`. */
  readonly corsOrigins: readonly string[]
  readonly registration: 'open' | 'closed'
  readonly rateLimit: boolean
  /** Addresses and CIDR blocks whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: LogLevel
}

/** What is wrong with one variable. Never contains the variable's value. */
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

/** The process environment, or a test's own. */
export type Environment = Readonly<Record<string, string | undefined>>

const names = [
  'PORT',
  'HOST',
  'DATABASE_URL',
  'LOG_LEVEL',
  'REPLOG_DATA',
  'REPLOG_JWT_SECRET',
  'REPLOG_JWT_SECRET_FILE',
  'REPLOG_PUBLIC_URL',
  'REPLOG_METRICS_TOKEN',
  'REPLOG_METRICS_TOKEN_FILE',
  'REPLOG_CORS_ORIGINS',
  'REPLOG_REGISTRATION',
  'REPLOG_RATE_LIMIT',
  'REPLOG_TRUSTED_PROXIES',
] as const
type Name = (typeof names)[number]
type SecretName = Extract<Name, `${string}_FILE`> extends `${infer Secret}_FILE` ? Secret : never

/** Kubernetes adds these to every pod next to a service called `replog`: they are not misspelled. */
const serviceLink = /^REPLOG_(SERVICE_(HOST|PORT)(_\w+)?|PORT(_\d+_(TCP|UDP)(_(PROTO|PORT|ADDR))?)?)$/

/**
 * Reads the configuration. A variable that is set but empty counts as unset, as compose files leave it.
 * Throws a {@link ConfigError} that names each invalid variable and what it may be.
 */
export function readConfig(env: Environment): Config {
  const problems: ConfigProblem[] = []
  const fault = (variable: string, message: string) => problems.push({ variable, message })

  function take<T>(name: Name, fallback: T, may: string, read: (text: string) => T | undefined): T {
    const text = env[name]
    if (text === undefined || text === '') return fallback
    const value = read(text)
    if (value === undefined) fault(name, `must be ${may}`)
    return value ?? fallback
  }

  const config: Config = {
    port: take('PORT', 3000, 'a whole number from 0 to 65535', port),
    host: take('HOST', '127.0.0.1', 'an IP address or a host name, such as 127.0.0.1 or 0.0.0.0', host),
    dataDirectory: resolve(take('REPLOG_DATA', './data', 'the path of a folder', path)),
    jwtSecret: secret(env, 'REPLOG_JWT_SECRET', { minBytes: 32 }, fault),
    publicUrl: take<string | undefined>(
      'REPLOG_PUBLIC_URL',
      undefined,
      'the URL at which people reach this server, such as https://replog.example.com',
      publicUrl,
    ),
    metricsToken: bearerToken(env, fault),
    corsOrigins: take(
      'REPLOG_CORS_ORIGINS',
      [],
      'exact origins separated by commas, such as https://app.example.com (no *, no path, no slash at the end)',
      origins,
    ),
    registration: take('REPLOG_REGISTRATION', 'open', 'open or closed', word(['open', 'closed'])),
    rateLimit: take('REPLOG_RATE_LIMIT', 'on', 'on or off', word(['on', 'off'])) === 'on',
    trustedProxies: take(
      'REPLOG_TRUSTED_PROXIES',
      [],
      'IP addresses or CIDR blocks separated by commas, such as 10.0.0.0/8',
      networks,
    ),
    logLevel: take<LogLevel>('LOG_LEVEL', 'info', `one of ${logLevels.join(', ')}`, word(logLevels)),
  }
  refusePostgres(env, fault)
  refuseUnknown(env, fault)
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

type Fault = (variable: string, message: string) => void

function path(text: string): string | undefined {
  return text.includes('\0') ? undefined : text
}

/**
 * The secret itself or the file that contains it (as Docker and Kubernetes mount secrets), without a trailing
 * newline.
 */
function secret(
  env: Environment,
  variable: SecretName,
  { minBytes }: { readonly minBytes: number },
  fault: Fault,
): string | undefined {
  const given = env[variable] || undefined
  const file = env[`${variable}_FILE`] || undefined
  const name = file === undefined ? variable : (`${variable}_FILE` as const)
  if (given !== undefined && file !== undefined) {
    fault(name, `and ${variable} are both set: set one of them`)
    return undefined
  }
  const value = file === undefined ? given : readSecretFile(name, file, fault)
  if (value === undefined) return undefined
  if (Buffer.byteLength(value) < minBytes) {
    const what = file === undefined ? 'be' : 'name a file that holds'
    fault(name, `must ${what} at least ${minBytes} bytes, such as \`openssl rand -base64 48\` makes`)
  }
  return value
}

/** The token of the metrics, which travels in an `Authorization` header: RFC 6750, section 2.1. */
function bearerToken(env: Environment, fault: Fault): string | undefined {
  const token = secret(env, 'REPLOG_METRICS_TOKEN', { minBytes: 16 }, fault)
  if (token === undefined || /^[\w.~+/-]+=*$/.test(token)) return token
  fault('REPLOG_METRICS_TOKEN', 'must consist of letters, digits and the characters - . _ ~ + /')
  return undefined
}

function readSecretFile(name: Name, file: string, fault: Fault): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    fault(name, `must name a file that can be read${code}`)
    return undefined
  }
}

function refusePostgres(env: Environment, fault: Fault) {
  for (const name of ['DATABASE_URL', 'DATABASE_URL_FILE']) {
    if (env[name]) {
      fault(name, 'must be unset: this version keeps its data in SQLite alone, in the folder REPLOG_DATA')
    }
  }
}

/** A misspelled REPLOG_REGISTRATION would silently leave registration open. */
function refuseUnknown(env: Environment, fault: Fault) {
  const known: readonly string[] = names
  for (const name of Object.keys(env).sort()) {
    if (!name.startsWith('REPLOG_') || known.includes(name) || serviceLink.test(name)) continue
    fault(name, `is not a variable of Replog: did you mean ${nearest(name, known)}?`)
  }
}
