const acceptable = /^[A-Za-z0-9._-]{1,128}$/

/** The client's own `X-Request-Id` if it is safe to log and return; otherwise a random UUID. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id')
  return given !== null && acceptable.test(given) ? given : crypto.randomUUID()
}
