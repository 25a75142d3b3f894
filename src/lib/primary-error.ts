/** The error to report if work fails and its cleanup then fails too: the work's own, which usually caused the other. */
export function primaryError(error: unknown): unknown {
  let primary = error
  while (primary instanceof SuppressedError) primary = primary.suppressed
  return primary
}
