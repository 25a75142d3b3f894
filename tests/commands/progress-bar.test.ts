import { expect, test } from 'bun:test'
import { ProgressBar } from '../../src/commands/progress-bar.ts'

const terminal = (written: string[], isTTY = true) => ({
  isTTY,
  write(text: string) {
    written.push(text)
    return true
  },
})

test('a progress bar is removed if its task fails', () => {
  const written: string[] = []
  const fail = () => {
    using bar = new ProgressBar(terminal(written))
    bar.show('reading', 0.5)
    throw new Error('the file is not readable')
  }
  expect(fail).toThrow('not readable')
  const [shown = '', removed] = written
  expect(shown).toMatch(/^\rreading █{15}░{15} {2}50%$/)
  expect(removed).toBe(`\r${' '.repeat(shown.length - 1)}\r`)
})

test('a progress bar is not shown if the output is not a terminal', () => {
  const written: string[] = []
  using bar = new ProgressBar(terminal(written, false))
  bar.show('reading', 0.5)
  bar.end()
  expect(written).toEqual([])
})
