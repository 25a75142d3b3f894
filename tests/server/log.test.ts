import { describe, expect, test } from 'bun:test'
import type { CompletedRequest } from '#http/binder-deps.ts'
import { createLog } from '#server/log.ts'

/** A log, and the lines that it writes, parsed. */
function createRecordingLog(level: 'debug' | 'info' | 'warn' = 'debug') {
  const lines: Record<string, unknown>[] = []
  return { lines, log: createLog(level, { write: (line) => lines.push(JSON.parse(line)) }) }
}

const completed: CompletedRequest = {
  requestId: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d01',
  operationId: 'getWorkout',
  method: 'GET',
  route: '/api/workouts/{id}',
  status: 200,
  durationMs: 1.23456,
  userId: '0193a5c2-7c1e-7d10-9f6e-3c1f2a7b8d02',
}

describe('the line of a request', () => {
  test('has its id, method, route, status, duration and user', () => {
    const { log, lines } = createRecordingLog()
    log.request(completed)
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
        requestId: completed.requestId,
        method: 'GET',
        route: '/api/workouts/{id}',
        status: 200,
        durationMs: 1.235,
        userId: completed.userId,
        msg: 'request',
      },
    ])
  })

  test('omits the route if none matched, and the user if there is none', () => {
    const { log, lines } = createRecordingLog()
    log.request({ ...completed, route: undefined, userId: undefined, status: 404 })
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'level',
      'time',
      'requestId',
      'method',
      'status',
      'durationMs',
      'msg',
    ])
  })

  test('is an error for a status of 500 or more, so it is written even at the level warn', () => {
    const { log, lines } = createRecordingLog('warn')
    log.request({ ...completed, status: 499 })
    log.request({ ...completed, status: 500 })
    expect(lines.map(({ level, status }) => [level, status])).toEqual([['error', 500]])
  })
})

describe('a secret is redacted', () => {
  test.each([
    'password',
    'currentPassword',
    'newPassword',
    'accessToken',
    'refreshToken',
    'token',
    'authorization',
    'cookie',
    'secret',
    'jwtSecret',
  ])('as the value of %s, at any depth', (name) => {
    const { log, lines } = createRecordingLog()
    log.info(
      { [name]: 'hunter2', body: { [name]: 'hunter2', nested: { deeper: { [name]: 'hunter2' } } } },
      'oops',
    )
    expect(JSON.stringify(lines)).not.toContain('hunter2')
    expect(lines[0]).toHaveProperty(name, '[redacted]')
  })
})

test('an error has its message and stack', () => {
  const { log, lines } = createRecordingLog()
  log.error({ err: new RangeError('too far') }, 'failed')
  expect(lines[0]?.err).toMatchObject({
    type: 'RangeError',
    message: 'too far',
    stack: expect.stringContaining('too far'),
  })
})

describe('on standard output', () => {
  const script = `
    import { createLog } from '${import.meta.dir}/../../src/server/log.ts'
    const log = createLog('info')
    for (let i = 0; i < 5000; i++) log.info({ i }, 'line')
  `

  async function runScript(ending: string) {
    const child = Bun.spawn([process.execPath, '-e', script + ending], { stdout: 'pipe', stderr: 'ignore' })
    const text = await new Response(child.stdout).text()
    await child.exited
    return text.trimEnd().split('\n')
  }

  test.each([
    ['returns', ''],
    ['exits', 'process.exit(0)'],
    ['flushes and exits', 'log.flush(); process.exit(0)'],
    [
      'exits in a later turn of the event loop',
      'setImmediate(() => { log.info({ i: 5000 }, "line"); process.exit(0) })',
    ],
    ['throws', 'throw new Error("gone")'],
  ])('no line is lost or incomplete if the process %s', async (_, ending) => {
    const lines = await runScript(ending)
    expect(lines.length).toBeGreaterThanOrEqual(5000)
    expect(lines.map((line) => JSON.parse(line).i)).toEqual(lines.map((_, i) => i))
  })
})
