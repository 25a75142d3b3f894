import type { Cors } from './cors.ts'

/** The settings behind the headers that every response has. */
export interface SharedHeaders {
  readonly cors: Cors
  /** Whether the public URL is HTTPS. */
  readonly https: boolean
}

/** A year, as preload lists require. Whether to include subdomains is up to the operator. */
const strictTransport = 'max-age=31536000'

/** Adds the security headers that every response has, and the headers for CORS. */
export function addSharedHeaders(
  headers: Record<string, string>,
  request: Request,
  { cors, https }: SharedHeaders,
): void {
  headers['X-Content-Type-Options'] = 'nosniff'
  if (https) headers['Strict-Transport-Security'] = strictTransport
  cors.addTo(headers, request)
}
