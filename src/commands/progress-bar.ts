/** A progress bar on a terminal; elsewhere it shows nothing. */
export class ProgressBar {
  readonly #out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>
  #shown = ''

  constructor(out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>) {
    this.#out = out
  }

  /** Shows the progress, 0–1. */
  show(what: string, done: number): void {
    const width = 30
    const full = Math.round(Math.min(1, Math.max(0, done)) * width)
    const percent = String(Math.round(done * 100)).padStart(3)
    const text = `${what} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent} %`
    if (!this.#out.isTTY || text === this.#shown) return
    this.#shown = text
    this.#out.write(`\r${text}`)
  }

  /** Removes the bar. */
  end(): void {
    if (this.#shown !== '') this.#out.write(`\r${' '.repeat(this.#shown.length)}\r`)
    this.#shown = ''
  }
}
