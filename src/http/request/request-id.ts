const safeId = /^[A-Za-z0-9._-]{1,128}$/

/** The client's own `X-Request-Id` if it is safe to log and return; otherwise a random UUID. */
export function requestIdOf(request: Request): string {
  const sentId = request.headers.get('x-request-id')
  return sentId !== null && safeId.test(sentId) ? sentId : crypto.randomUUID()
}
