import type { Command, DeviceSpec, Schedule } from './schedule.ts'

/**
 * Removes from a failing schedule all steps that the failure doesn't need, first halves, then quarters, and finally
 * single steps. Also resets the properties of its devices to their defaults.
 *
 * @param maxTries the maximum number of schedules to try
 */
export async function shorten(
  failing: Schedule,
  fails: (schedule: Schedule) => Promise<boolean>,
  maxTries = 1500,
): Promise<Schedule> {
  let best = failing
  let tried = 0
  const tryShorter = async (schedule: Schedule) => {
    if (tried++ >= maxTries || !(await fails(schedule))) return false
    best = schedule
    return true
  }
  for (let before = ''; before !== JSON.stringify(best) && tried < maxTries; ) {
    before = JSON.stringify(best)
    for (let size = best.commands.length; size >= 1; size = Math.floor(size / 2)) {
      for (let start = best.commands.length - size; start >= 0; start -= size) {
        await tryShorter({ ...best, commands: best.commands.toSpliced(start, size) })
      }
    }
    for (const index of best.commands.keys()) {
      for (const simpler of simplerThan(best.commands[index])) {
        await tryShorter({ ...best, commands: best.commands.with(index, simpler) })
      }
    }
    for (const [index, spec] of best.devices.entries()) {
      for (const [name, plain] of Object.entries(plainDevice)) {
        const simpler = { ...spec, [name]: plain }
        if (JSON.stringify(simpler) !== JSON.stringify(best.devices[index])) {
          const devices = best.devices.with(index, { ...(best.devices[index] ?? spec), [name]: plain })
          await tryShorter({ ...best, devices })
        }
      }
    }
  }
  return best
}

const plainDevice: DeviceSpec = {
  storage: 'web',
  auto: false,
  hasLocks: true,
  skewDays: 0,
  hasSmallPages: false,
  hasGuests: false,
}

function simplerThan(command: Command | undefined): Command[] {
  if (command?.do === 'step') {
    const shorter = command.choices.map((_, index) => ({
      ...command,
      choices: command.choices.toSpliced(index, 1),
    }))
    const restCommand: Command = { do: 'rest' }
    return [
      restCommand,
      ...shorter.filter(({ choices }) => choices.length > 0),
      { ...command, atOnce: false },
    ].filter((simpler) => JSON.stringify(simpler) !== JSON.stringify(command))
  }
  if (command && 'change' in command && command.change !== 'name') return [{ ...command, change: 'name' }]
  return []
}
