import { ProblemError } from '../response/problem-error.ts'

/**
 * Rejects a request with several `Host` headers (RFC 9112 §3.2), of which a proxy may use a different one than
 * this server reads. Bun joins them with commas, which no host contains.
 */
export function requireOneHost(request: Request): void {
  if (request.headers.get('host')?.includes(',')) {
    throw ProblemError.of(400, 'malformed_request', 'The request has several Host headers.')
  }
}
