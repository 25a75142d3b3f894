/** A progress bar, removed when it is disposed of. Shows nothing if the output isn't a terminal. */
export class ProgressBar implements Disposable {
  readonly #out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>
  #shown = ''

  constructor(out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>) {
    this.#out = out
  }

  /** Shows the fraction of the task that is done, 0–1. */
  show(task: string, fraction: number): void {
    const width = 30
    const filled = Math.round(Math.min(1, Math.max(0, fraction)) * width)
    const percent = String(Math.round(fraction * 100)).padStart(3)
    const text = `${task} ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${percent}%`
    if (!this.#out.isTTY || text === this.#shown) return
    this.#shown = text
    this.#out.write(`\r${text}`)
  }

  /** Removes the bar. */
  end(): void {
    if (this.#shown !== '') this.#out.write(`\r${' '.repeat(this.#shown.length)}\r`)
    this.#shown = ''
  }

  [Symbol.dispose](): void {
    this.end()
  }
}
