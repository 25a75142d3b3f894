import { expect, test } from 'bun:test'

test('a command that fails because a server is unavailable prints the cause', async () => {
  const script = `
    import { runCommand } from '#commands/command.ts'
    import { Unavailable } from '#lib/unavailable.ts'
    await runCommand(() => {
      throw new Unavailable('Unreachable. Try again.', 2, { cause: new Error('no route to worker 7') })
    })`
  const child = Bun.spawn([process.execPath, '-e', script], { stdout: 'pipe', stderr: 'pipe' })
  const [text, exitCode] = await Promise.all([new Response(child.stderr).text(), child.exited])
  expect({ text, exitCode }).toEqual({ text: 'Unreachable. Try again.\nno route to worker 7\n', exitCode: 1 })
})
