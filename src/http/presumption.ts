const marker = Symbol('presumes the session')

/**
 * Marks a handler that may run before its request is authenticated, while the session is only presumed to be open.
 * Everything that it does is one transaction, which checks the session; unless that commits, the handler runs again
 * after the authentication.
 */
export function presumingSession<Handler extends object>(handler: Handler): Handler {
  return Object.assign(handler, { [marker]: true })
}

/** Whether a handler is marked. */
export function presumesSession(handler: object): boolean {
  return marker in handler
}
