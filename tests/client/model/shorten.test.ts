import { expect, test } from 'bun:test'
import { parse, print, type Schedule, scheduleOf } from './schedule.ts'
import { shorten } from './shorten.ts'

test('a schedule is shortened to the steps that make it fail', async () => {
  const schedule = [1, 2, 3, 4, 5, 6].map(scheduleOf).find(({ commands }) => commands.length > 10)
  if (!schedule) throw new Error('no schedule has more than 10 steps')
  const failing: Schedule = {
    ...schedule,
    commands: [{ do: 'backup' }, ...schedule.commands, { do: 'restore' }, ...schedule.commands],
  }
  const fails = async ({ commands }: Schedule) => {
    const names = commands.map((command) => command.do)
    return names.includes('backup') && names.lastIndexOf('restore') > names.indexOf('backup')
  }
  const { commands } = await shorten(failing, fails)
  expect(commands).toEqual([{ do: 'backup' }, { do: 'restore' }])
})

test('a printed schedule can be read again', () => {
  for (let seed = 1; seed <= 50; seed++) expect(parse(print(scheduleOf(seed)))).toEqual(scheduleOf(seed))
})
