import { describe, expect, test } from 'bun:test'
import { readLog } from '#interchange/read-log.ts'
import { read, strongPlain } from './files.ts'

const plain = strongPlain.replaceAll('"Pull"', '"Séance d’été"')

async function workoutsIn(file: Uint8Array) {
  return (await readLog(file, { timeZone: 'Europe/Berlin' })).workouts
}

describe('a file is read if it is encoded in', () => {
  const littleEndian = Buffer.from(plain, 'utf16le')
  test.each([
    ['UTF-16, little-endian, with a byte order mark', [new Uint8Array([0xff, 0xfe]), littleEndian]],
    ['UTF-16, big-endian, with a byte order mark', [new Uint8Array([0xfe, 0xff]), swapBytes(littleEndian)]],
    ['UTF-16, little-endian', [littleEndian]],
    ['UTF-16, big-endian', [swapBytes(littleEndian)]],
    ['Windows-1252', [Buffer.from(plain.replaceAll('’', '\x92'), 'latin1')]],
  ])('%s', async (_, parts) => {
    expect(await workoutsIn(Buffer.concat(parts))).toEqual((await read(plain)).workouts)
  })

  test('UTF-16 of several hundred kilobytes, in slices', async () => {
    const rows = '2021-07-12 09:30:00,"日本",44m,"Pull Up",1,0,8,0,0,"","",\n'.repeat(10_000)
    const text = strongPlain + rows
    const log = await readLog(Buffer.from(text, 'utf16le'), { timeZone: 'UTC' })
    expect(log.evidence).toContain('UTF-16LE')
    expect(log.workouts.at(-1)?.name).toBe('日本')
  })

  // Bun has no encoder for Windows-1251, so the test encodes the file itself.
  test('Windows-1251, recognized by its header', async () => {
    const header = 'Дата,Название тренировки,Название упражнения,Порядок подходов,Вес,Повторения'
    const file = encode1251(`${header}\n2024-01-05 18:00:00,Ноги,Присед,1,100,5\n`)
    const log = await readLog(file, { timeZone: 'UTC' })
    expect(log.evidence).toContain('WINDOWS-1251')
    expect(log.workouts).toMatchObject([{ name: 'Ноги', exercises: [{ name: 'Присед' }] }])
  })
})

test('a damaged character doesn’t affect other rows', async () => {
  const bytes = Buffer.from(plain)
  bytes[bytes.indexOf(Buffer.from('é'))] = 0xff
  const repeated = Buffer.concat([bytes, Buffer.from(plain.slice(plain.indexOf('\n') + 1).repeat(10))])
  const names = (await workoutsIn(repeated)).map(({ name }) => name)
  expect(names).toContain('Séance d’été')
})

describe('a line that names the separator for spreadsheets', () => {
  test.each(['sep=;\n', 'sep=;\r\n', 'SEP=;\n', '"sep=;"\n'])(
    '%j is not read as the header',
    async (line) => {
      const file = strongPlain.replaceAll(',', ';').replace('felt; fine', 'felt, fine')
      const log = await read(line + file.replaceAll('slow; ""very', 'slow, ""very'))
      expect(log).toMatchObject({ format: 'strong', rows: 5, skippedRows: 0 })
      expect(log.workouts[0]?.line).toBe(3)
    },
  )
})

function swapBytes(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16()
}

function encode1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((character) => {
      const code = character.codePointAt(0) ?? 0
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code
    }),
  )
}
