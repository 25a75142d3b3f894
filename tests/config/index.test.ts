import { describe, expect, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { ConfigError, type Environment, readConfig } from '#config/index.ts'
import { temporaryFolder } from '#tests/support/folder.ts'

/** The problems of an environment, by variable. */
function problemsOf(env: Environment): Record<string, string> {
  try {
    readConfig(env)
    return {}
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return Object.fromEntries(error.problems.map(({ variable, message }) => [variable, message]))
  }
}

function createSecretFile(text: string): string {
  const file = join(temporaryFolder(), 'secret')
  writeFileSync(file, text)
  return file
}

const longSecret = 'k'.repeat(32)

describe('with nothing set', () => {
  const config = readConfig({})

  test('everything has a default', () => {
    expect(config).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDirectory: resolve('data'),
      database: undefined,
      jwtSecret: undefined,
      publicUrl: undefined,
      metricsToken: undefined,
      corsOrigins: [],
      registration: 'open',
      rateLimit: true,
      web: true,
      trustedProxies: [],
      logLevel: 'info',
    })
  })

  test('empty and unrelated variables are ignored', () => {
    const env = {
      PORT: '',
      REPLOG_JWT_SECRET: '',
      REPLOG_JWT_SECRET_FILE: '',
      DATABASE_URL: '',
      PATH: '/bin',
    }
    expect(readConfig(env)).toEqual(config)
  })

  test('the variables that Kubernetes adds for a service named replog are ignored', () => {
    const env = {
      REPLOG_SERVICE_HOST: '10.0.0.1',
      REPLOG_SERVICE_PORT: '3000',
      REPLOG_SERVICE_PORT_HTTP: '3000',
      REPLOG_PORT: 'tcp://10.0.0.1:3000',
      REPLOG_PORT_3000_TCP: 'tcp://10.0.0.1:3000',
      REPLOG_PORT_3000_TCP_ADDR: '10.0.0.1',
    }
    expect(readConfig(env)).toEqual(config)
  })
})

test('each variable is read', () => {
  const config = readConfig({
    PORT: '0',
    HOST: '::1',
    REPLOG_DATA: '/var/lib/replog',
    DATABASE_URL: 'postgres://replog:hunter2@db.internal:5433/replog?sslmode=require',
    REPLOG_DATABASE_CONNECTIONS: '25',
    REPLOG_DATABASE_PREPARED: 'off',
    REPLOG_JWT_SECRET: longSecret,
    REPLOG_PUBLIC_URL: 'https://Replog.example.com:443/gym/',
    REPLOG_METRICS_TOKEN: 'c2NyYXBlIG1lIQ==',
    REPLOG_CORS_ORIGINS: 'https://app.example.com, http://localhost:5173,https://app.example.com',
    REPLOG_REGISTRATION: 'closed',
    REPLOG_RATE_LIMIT: 'off',
    REPLOG_WEB: 'off',
    REPLOG_TRUSTED_PROXIES: '127.0.0.1,10.0.0.0/8, fd00::/8',
    LOG_LEVEL: 'WARN',
  })
  expect(config).toEqual({
    port: 0,
    host: '::1',
    dataDirectory: '/var/lib/replog',
    database: {
      url: 'postgres://replog:hunter2@db.internal:5433/replog?sslmode=require',
      connections: 25,
      preparesStatements: false,
    },
    jwtSecret: longSecret,
    publicUrl: 'https://replog.example.com/gym',
    metricsToken: 'c2NyYXBlIG1lIQ==',
    corsOrigins: ['https://app.example.com', 'http://localhost:5173'],
    registration: 'closed',
    rateLimit: false,
    web: false,
    trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
    logLevel: 'warn',
  })
})

describe('an invalid value', () => {
  const invalid: readonly (readonly [variable: string, value: string, message: string])[] = [
    ['PORT', '65536', 'from 0 to 65535'],
    ['PORT', '-1', 'from 0 to 65535'],
    ['PORT', '0x50', 'from 0 to 65535'],
    ['PORT', '3000.5', 'from 0 to 65535'],
    ['PORT', ' 80', 'from 0 to 65535'],
    ['HOST', 'http://localhost', 'host name'],
    ['HOST', 'localhost:3000', 'host name'],
    ['HOST', '256.0.0.1', 'host name'],
    ['HOST', '-x', 'host name'],
    ['REPLOG_DATA', 'a\0b', 'folder'],
    ['REPLOG_JWT_SECRET', 'k'.repeat(31), 'at least 32 bytes'],
    ['REPLOG_PUBLIC_URL', 'replog.example.com', "the server's public URL"],
    ['REPLOG_PUBLIC_URL', 'ftp://replog.example.com', "the server's public URL"],
    ['REPLOG_PUBLIC_URL', 'javascript:alert(1)', "the server's public URL"],
    ['REPLOG_PUBLIC_URL', 'https://ada:secret@replog.example.com', "the server's public URL"],
    ['REPLOG_PUBLIC_URL', 'https://replog.example.com/?a=b', "the server's public URL"],
    ['REPLOG_PUBLIC_URL', 'https://replog.example.com/#top', "the server's public URL"],
    ['REPLOG_METRICS_TOKEN', 'k'.repeat(15), 'at least 16 bytes'],
    ['REPLOG_METRICS_TOKEN', `${'k'.repeat(16)} k`, 'letters, digits'],
    ['REPLOG_METRICS_TOKEN_FILE', '/nowhere/at/all', 'can be read (ENOENT)'],
    ['REPLOG_CORS_ORIGINS', '*', 'exact origins'],
    ['REPLOG_CORS_ORIGINS', 'null', 'exact origins'],
    ['REPLOG_CORS_ORIGINS', 'app.example.com', 'exact origins'],
    ['REPLOG_CORS_ORIGINS', 'https://app.example.com/', 'exact origins'],
    ['REPLOG_CORS_ORIGINS', 'https://App.example.com', 'exact origins'],
    ['REPLOG_CORS_ORIGINS', 'https://app.example.com:443', 'exact origins'],
    ['REPLOG_CORS_ORIGINS', 'https://a.example.com,ftp://b.example.com', 'exact origins'],
    ['REPLOG_REGISTRATION', 'yes', 'open or closed'],
    ['REPLOG_RATE_LIMIT', 'false', 'on or off'],
    ['REPLOG_TRUSTED_PROXIES', '10.0.0.0/33', 'CIDR'],
    ['REPLOG_TRUSTED_PROXIES', '::/129', 'CIDR'],
    ['REPLOG_TRUSTED_PROXIES', '10.0.0.0/8/8', 'CIDR'],
    ['REPLOG_TRUSTED_PROXIES', 'fe80::1%eth0', 'CIDR'],
    ['REPLOG_TRUSTED_PROXIES', 'proxy.internal', 'CIDR'],
    ['LOG_LEVEL', 'verbose', 'trace, debug, info, warn, error, fatal, silent'],
    ['DATABASE_URL', 'mysql://replog:hunter2@db/replog', 'the URL of a PostgreSQL database'],
    ['DATABASE_URL', 'postgres://replog:hunter2@db', 'the URL of a PostgreSQL database'],
    ['DATABASE_URL', 'db:5432/replog', 'the URL of a PostgreSQL database'],
    ['DATABASE_URL_FILE', '/nowhere/at/all', 'can be read (ENOENT)'],
    ['REPLOG_DATABASE_CONNECTIONS', '0', 'from 1 to 1000'],
    ['REPLOG_DATABASE_PREPARED', 'maybe', 'on or off'],
    ['REPLOG_JWT_SECRET_FILE', '/nowhere/at/all', 'can be read (ENOENT)'],
    ['REPLOG_REGISTRATIONS', 'closed', 'did you mean REPLOG_REGISTRATION?'],
    ['REPLOG_CORS', 'https://app.example.com', 'is not a Replog variable'],
  ]

  test.each(invalid)('%s=%j is reported with its requirement', (variable, value, message) => {
    const problems = problemsOf({ [variable]: value })
    expect(Object.keys(problems)).toEqual([variable])
    expect(problems[variable]).toContain(message)
  })

  test('is reported together with all other invalid values', () => {
    const problems = problemsOf({
      PORT: 'x',
      LOG_LEVEL: 'x',
      REPLOG_JWT_SECRET: 'x',
      REPLOG_RATELIMIT: 'off',
    })
    expect(Object.keys(problems)).toEqual(['PORT', 'REPLOG_JWT_SECRET', 'LOG_LEVEL', 'REPLOG_RATELIMIT'])
  })

  test('is not part of the message', () => {
    const variables = [
      'PORT',
      'HOST',
      'DATABASE_URL',
      'REPLOG_JWT_SECRET',
      'REPLOG_PUBLIC_URL',
      'REPLOG_CORS_ORIGINS',
      'LOG_LEVEL',
    ]
    const value = fc.string({ minLength: 6, maxLength: 31 }).map((text) => `§${text}`)
    fc.assert(
      fc.property(fc.constantFrom(...variables), value, (variable, text) => {
        const message = problemsOf({ [variable]: text })[variable]
        expect(message).toBeString()
        expect(message).not.toContain(text)
      }),
    )
  })
})

test('an empty DATABASE_URL_FILE is reported like any other invalid URL', () => {
  const problems = problemsOf({ DATABASE_URL_FILE: createSecretFile('\n') })
  expect(Object.keys(problems)).toEqual(['DATABASE_URL'])
  expect(problems.DATABASE_URL).toContain('the URL of a PostgreSQL database')
})

describe('REPLOG_METRICS_TOKEN_FILE', () => {
  test('is read without the trailing newline', () => {
    const token = 'k'.repeat(16)
    expect(readConfig({ REPLOG_METRICS_TOKEN_FILE: createSecretFile(`${token}\n`) }).metricsToken).toBe(token)
  })
})

describe('REPLOG_JWT_SECRET_FILE', () => {
  test('is read without the trailing newline', () => {
    expect(readConfig({ REPLOG_JWT_SECRET_FILE: createSecretFile(`${longSecret}\n`) }).jwtSecret).toBe(
      longSecret,
    )
  })

  test('is rejected if the file contains too few bytes', () => {
    const problems = problemsOf({ REPLOG_JWT_SECRET_FILE: createSecretFile('short') })
    expect(problems.REPLOG_JWT_SECRET_FILE).toContain('at least 32 bytes')
  })

  test('is rejected together with REPLOG_JWT_SECRET', () => {
    const env = { REPLOG_JWT_SECRET_FILE: createSecretFile(longSecret), REPLOG_JWT_SECRET: longSecret }
    expect(problemsOf(env)).toHaveProperty('REPLOG_JWT_SECRET_FILE')
  })

  test('must have 32 bytes, not 32 characters', () => {
    expect(readConfig({ REPLOG_JWT_SECRET: 'é'.repeat(16) }).jwtSecret).toBe('é'.repeat(16))
  })
})
