import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { validateEnteredPassword, validateNewPassword } from '#services/auth/password/rules.ts'
import { isGuessable } from '#services/auth/password/strength.ts'
import { runs } from '#tests/support/runs.ts'

async function codeOf(password: string, email = 'ada@example.com', displayName: string | null = null) {
  const invalid = await validateNewPassword({ isGuessable }, { pointer: '/password' }, password, {
    email,
    displayName,
  })
  return invalid?.errors[0]?.code
}

describe('a strong password is accepted', () => {
  test.each([
    'correct horse battery',
    'my dog ate 3 pancakes',
    'Xk7#pQ9!mZ2$',
    'zebra-lamp-cloud-42',
    'ölfarbe am freitag',
    'пароль для спортзала',
    '我喜歡在早上跑步和舉重練習',
    '🏋️🥦🎻🧩🪴🛶🧭🪁🦔🍉🧶🛟',
    '#&)"=?;:_>*+|~',
    'once upon a shelf',
    'lovelace climbs the fence',
  ])('%s', async (password) => {
    expect(await codeOf(password)).toBeUndefined()
  })

  test('if it is random, in almost all cases', async () => {
    const random = fc.array(fc.integer({ min: 33, max: 126 }), { minLength: 14, maxLength: 20 })
    const codes: unknown[] = []
    for (const text of fc.sample(random, { numRuns: runs(80), seed: 7 })) {
      codes.push(await codeOf(String.fromCharCode(...text)))
    }
    expect(codes.filter((code) => code === undefined).length).toBeGreaterThan(0.98 * codes.length)
  })
})

describe('the length', () => {
  test('counts characters, not UTF-16 units', async () => {
    expect(await codeOf('🏋🥦🎻🧩🪴🛶🧭🪁🦔🍉🧶')).toBe('min_length')
    expect(await codeOf('🏋🥦🎻🧩🪴🛶🧭🪁🦔🍉🧶🛟')).toBeUndefined()
  })

  test('counts characters in their stored, composed form', async () => {
    expect(await codeOf('e\u0301o\u0308u\u0308a\u0308n\u0303c\u0327')).toBe('min_length')
  })

  test('is at most 1024 bytes of UTF-8', async () => {
    const text = Array.from({ length: 512 }, (_, i) => String.fromCharCode(0x400 + ((i * 37) % 200))).join('')
    expect(Buffer.byteLength(text)).toBe(1024)
    expect(await codeOf(text)).toBeUndefined()
    expect(await codeOf(`${text}x`)).toBe('max_length')
    expect(validateEnteredPassword({ pointer: '/password' }, text)).toBeUndefined()
    expect(validateEnteredPassword({ header: 'X' }, `${text}x`)?.errors).toMatchObject([
      { header: 'X', code: 'max_length' },
    ])
  })

  test('is checked before the strength', async () => {
    expect(await codeOf('password')).toBe('min_length')
  })
})

describe('a common password is rejected', () => {
  test.each([
    'Password1234',
    'Password1234!',
    'P@$$w0rd1234',
    'passwordpassword',
    'password_123456',
    'iloveyou123456',
    'Summer2024!!!!',
    'administrator',
    'letmeinplease',
    'trustno1trustno1',
    'dragonmonkey',
    'replog123456',
    'workout12345',
    'powerlifting1',
    'qwertyuiop[]',
    'qwertyuiop123',
    'asdfghjkl;123',
    '1qaz2wsx3edc',
    'zaq12wsxcde3',
    '!@#$%^&*()_+',
    '123456789012',
    '098765432109',
    'abcdefghijkl',
    '000000000000',
    'abababababab',
    'abc123abc123',
    '............',
    '20041225 2004',
    // Full-width letters are still letters.
    'ｐａｓｓｗｏｒｄ１２３４',
  ])('%s', async (password) => {
    expect(await codeOf(password)).toBe('weak_password')
  })
})

describe('a password derived from the email address or the name is rejected', () => {
  test.each([
    ['ada@example.com', null, 'Ada@Example.com'],
    ['ada.lovelace@example.com', null, 'Ada.Lovelace'],
    ['ada.lovelace@example.com', null, 'ada.lovelacexyz'],
    ['ada.lovelace@example.com', null, 'xyzada.lovelace'],
    ['ada.lovelace@example.com', null, 'ecalevol.adaqwe'],
    ['bodybuilder99@example.com', null, 'bodybuilder99abc'],
    ['kilimanjaro@example.com', null, 'K1l1m4nj4r0xy!'],
    ['zyxwabcq@gym.example', null, 'zyxwabcq@gym.exampleabc'],
    ['a@example.com', 'Augusta Ada King', 'augustaadaking1'],
    [`${'lq7zx'.repeat(12)}@example.com`, null, `${'lq7zx'.repeat(12)}abc`],
    [`${'k3vbn2mwpq8r'.repeat(5)}abcd@example.com`, null, `${'k3vbn2mwpq8r'.repeat(5)}abcdxyz`],
  ])('%s, name %j: %s', async (email, name, password) => {
    expect(await codeOf(password, email, name)).toBe('weak_password')
  })
})

test('the message contains no part of the password', async () => {
  for (const password of ['hunter2', 'hunter2hunter2', 'hunter2ada@example.com']) {
    const invalid = await validateNewPassword({ isGuessable }, {}, password, {
      email: 'ada@example.com',
      displayName: null,
    })
    expect(JSON.stringify(invalid)).not.toContain('hunter2')
  }
})

test('long passwords that are slow to rate are rated in another thread, so that the server stays responsive', async () => {
  const slowPasswords = [
    '4@8({[</369&#!1/|0$5+7%2'.repeat(42),
    'p@ssw0rd'.repeat(128),
    'ab1!'.repeat(256),
    'q'.repeat(1024),
  ]
  let turns = 0
  let isRating = true
  const rated = Promise.all(slowPasswords.map((password) => codeOf(password))).finally(() => {
    isRating = false
  })
  while (isRating) {
    await new Promise((resolve) => setImmediate(resolve))
    turns++
  }
  expect((await rated).slice(1)).toEqual(['weak_password', 'weak_password', 'weak_password'])
  expect(turns).toBeGreaterThan(100)
})

test('each message says what the password must be, since clients show it without its field', async () => {
  const rejected = ['short', 'x'.repeat(2000), 'password1234', 'ada@example.com']
  for (const password of rejected) {
    const invalid = await validateNewPassword({ isGuessable }, { pointer: '/password' }, password, {
      email: 'ada@example.com',
      displayName: null,
    })
    expect(invalid?.errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^Must .+\.$/)])
  }
})
