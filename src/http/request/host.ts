import { ProblemError } from '../response/problem-error.ts'

/**
 * Rejects a request with several `Host` headers (RFC 9112 §3.2): a proxy in front may have used a different one
 * than this server. Bun joins them with commas, which no host contains.
 */
export function requireOneHost(request: Request): void {
  if (request.headers.get('host')?.includes(',')) {
    throw ProblemError.of(400, 'malformed_request', 'The request has several Host headers.')
  }
}
