import { describe, expect, spyOn, test } from 'bun:test'
import fc from 'fast-check'
import { passwordFault } from '#services/auth/password/check.ts'
import { commonWords } from '#services/auth/password/common-words.ts'

const codeOf = (password: string, email = 'ada@example.com') => passwordFault(password, email)?.code

describe('a good password is taken', () => {
  test.each([
    'correct horse battery',
    'my dog ate 3 pancakes',
    'Xk7#pQ9!mZ2$',
    'zebra-lamp-cloud-42',
    'squat bench deadlift',
    'ölfarbe am freitag',
    'пароль для спортзала',
    '我喜歡在早上跑步和舉重練習',
    '🏋️🥦🎻🧩🪴🛶🧭🪁🦔🍉🧶🛟',
    '#&)"=?;:_>*+|~',
    '            once upon a shelf',
    'deadbeefcafe1337',
  ])('%s', (password) => {
    expect(codeOf(password)).toBeUndefined()
  })

  test('nearly always when it is random', () => {
    const random = fc.array(fc.integer({ min: 33, max: 126 }), { minLength: 14, maxLength: 20 })
    const taken = fc
      .sample(random, { numRuns: 2000, seed: 7 })
      .filter((codes) => codeOf(String.fromCharCode(...codes)) === undefined)
    expect(taken.length).toBeGreaterThan(1990)
  })
})

describe('the length', () => {
  test('counts characters, not UTF-16 units', () => {
    expect(codeOf('🏋🥦🎻🧩🪴🛶🧭🪁🦔🍉🧶')).toBe('min_length')
    expect(codeOf('🏋🥦🎻🧩🪴🛶🧭🪁🦔🍉🧶🛟')).toBeUndefined()
  })

  test('counts them as they are kept, composed', () => {
    expect(codeOf('e\u0301o\u0308u\u0308a\u0308n\u0303c\u0327')).toBe('min_length')
  })

  test('is at most 1024 bytes of UTF-8', () => {
    const text = Array.from({ length: 512 }, (_, i) => String.fromCharCode(0x400 + ((i * 37) % 200))).join('')
    expect(Buffer.byteLength(text)).toBe(1024)
    expect(codeOf(text)).toBeUndefined()
    expect(codeOf(`${text}x`)).toBe('max_length')
  })

  test('is told before anything else', () => {
    expect(codeOf('password')).toBe('min_length')
  })
})

describe('a password that is guessed first is refused', () => {
  test.each([
    // Words, and what people put behind them to be let through.
    'Password1234',
    'Password1234!',
    'P@$$w0rd1234',
    'p4ssw0rd2024!!',
    'passwordpassword',
    'password_123456',
    'Passwort12345',
    'motdepasse123',
    'iloveyou123456',
    'Summer2024!!!!',
    'Welcome12345!',
    'administrator',
    'changeme1234',
    'letmeinplease',
    'liverpool2025',
    'michaeljordan',
    'christopher99',
    'dragonmonkey',
    'sunshine sunflower',
    'trustno1trustno1',
    'correcthorsebatterystaple',
    'benchpress100',
    // Runs of keys, in the layouts of several countries.
    'qwertyuiop[]',
    'qwertyuiop123',
    'qwertzuiop123',
    'azertyuiop123',
    'asdfghjkl;123',
    '1qaz2wsx3edc',
    'zaq12wsxcde3',
    'q1w2e3r4t5y6',
    '1a2s3d4f5g6h',
    '123qweasdzxc',
    '!@#$%^&*()_+',
    'gfhjkmgfhjkm',
    // Order and repetition.
    '123456789012',
    '098765432109',
    'abcdefghijkl',
    '111222333444',
    '000000000000',
    'aaaaaaaaaaaaa',
    'abababababab',
    'abc123abc123',
    'xyxyxyxyxyxyx',
    '............',
    '12344321 12344321',
    '102030405060',
    // Full-width letters are still letters.
    'ｐａｓｓｗｏｒｄ１２３４',
  ])('%s', (password) => {
    expect(codeOf(password)).toBe('weak_password')
  })

  test('in any case, and with symbols around it', () => {
    const disguised = fc
      .constantFrom('password1234', 'iloveyou1234', 'qwertyuiop12', 'dragonmonkey', 'michaeljordan')
      .chain((word) =>
        fc
          .tuple(
            fc.array(fc.boolean(), { minLength: word.length, maxLength: word.length }),
            fc.constantFrom('', '!', '#', '!!', ' '),
          )
          .map(([upper, around]) => {
            const letters = Array.from(word, (letter, i) => (upper[i] ? letter.toUpperCase() : letter))
            return around + letters.join('') + around
          }),
      )
    fc.assert(fc.property(disguised, (password) => codeOf(password) === 'weak_password'))
  })
})

describe('a password made of the email address is refused', () => {
  test.each([
    ['ada@example.com', 'Ada@Example.com'],
    ['ada@example.com', 'my ada@example.com password for the gym'],
    ['ada.lovelace@example.com', 'Ada.Lovelace'],
    ['ada.lovelace@example.com', 'ada.lovelace1815'],
  ])('%s: %s', (email, password) => {
    expect(codeOf(password, email)).toBe('weak_password')
  })

  test('but a short name within a long password is not', () => {
    expect(codeOf('ada climbs the fence', 'ada@example.com')).toBeUndefined()
    expect(codeOf('lovelace climbs the fence', 'lovelace@example.com')).toBeUndefined()
  })
})

test('the message holds nothing of the password', () => {
  for (const password of ['hunter2', 'hunter2hunter2', 'hunter2 ada@example.com']) {
    expect(passwordFault(password, 'ada@example.com')?.message).not.toContain('hunter2')
  }
})

test('of the longest no more parts are looked up than as many words as long as the longest could start in it', () => {
  const mixed = Array.from({ length: 1024 }, (_, index) => 'abtrmwxe57'.charAt((index * index) % 7)).join('')
  const longestWord = Math.max(...Array.from(commonWords, (word) => word.length))
  for (const password of ['q'.repeat(1024), 'password'.repeat(128), 'ab1!'.repeat(256), mixed]) {
    const lookups = spyOn(commonWords, 'has')
    codeOf(password)
    const { length } = lookups.mock.calls
    lookups.mockRestore()
    // As it is written and spelled, with the symbols and without.
    expect(length).toBeLessThanOrEqual(2 * 2 * 1024 * longestWord)
  }
})
