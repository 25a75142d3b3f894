/** The error to report if work has failed and then its cleanup too: the work's, of which the other is a consequence. */
export function primaryError(error: unknown): unknown {
  let primary = error
  while (primary instanceof SuppressedError) primary = primary.suppressed
  return primary
}
