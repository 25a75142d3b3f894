import { expect, test } from 'bun:test'
import { styleSheet, styleSheets } from '#services/app/style.ts'

const sheets = Object.keys(styleSheets) as (keyof typeof styleSheets)[]

test.each(sheets)('%s is served without comments and unnecessary spaces', async (sheet) => {
  const text = await styleSheet(sheet, new Map())
  expect(text).not.toMatch(/\/\*|\n| {2}| \/ |[{};,] | [{};]/)
  expect(text.match(/[^{};]*\+[^{};]*(?={)/g)?.filter((selector) => selector.includes(' + ')) ?? []).toEqual(
    [],
  )
})

test.each(sheets)('sums in %s keep the spaces without which they are invalid', async (sheet) => {
  const sums = (await styleSheet(sheet, new Map())).match(/(?:calc|min|max)\([^;}]*\+[^;}]*/g) ?? []
  expect(sums.length).toBeGreaterThan(0)
  expect(sums.filter((sum) => /\S\+|\+\S/.test(sum))).toEqual([])
})

test('colors with an alpha are served in hexadecimal', async () => {
  const text = await styleSheet('app.css', new Map())
  expect(text).not.toContain('rgb(')
  // The shadow of a sheet in the dark: black, at 70%.
  expect(text).toContain('0 -20px 60px light-dark(#10141138,#000000b3)')
})
