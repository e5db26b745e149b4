import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCardNumber, isCnpj, isCpf, isIban } from './checkDigits'
import { findPii } from './pii'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })

/** What was found, as it stands in the text. */
const found = (text: string): [string, string, boolean | null][] =>
  findPii(text).map(({ type, start, end, valid }) => [type, text.slice(start, end), valid])

describe('check digits', () => {
  // Published examples: the IBAN registry's own, card makers' test numbers, the CNPJ of the manual
  // on letters (IN RFB 2229/2024).
  test('of published numbers match', () => {
    expect(isIban('GB29NWBK60161331926819')).toBe(true)
    expect(isIban('DE89370400440532013000')).toBe(true)
    expect(isIban('BR1800360305000010009795493C1')).toBe(true)
    expect(isCardNumber('4111111111111111')).toBe(true)
    expect(isCardNumber('378282246310005')).toBe(true)
    expect(isCnpj('12ABC34501DE35')).toBe(true)
    expect(isCnpj('00000000000191')).toBe(true)
    expect(isCpf('11144477735')).toBe(true)
  })

  const unlike = (value: string): boolean => !/^(.)\1+$/.test(value)

  test.each([
    ['CPF', 9, isCpf],
    ['CNPJ', 12, isCnpj]
  ] as const)('of a %s: one ending of a hundred fits, and no single slip passes', (_, n, is) => {
    const property = fc.property(
      digits(n),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      (d, at, by) => {
        const body = d.join('')
        fc.pre(unlike(body))
        const ends = Array.from({ length: 100 }, (_, end) => String(end).padStart(2, '0'))
        const fitting = ends.filter((end) => is(body + end))
        expect(fitting).toHaveLength(1)
        const place = at % n
        const slipped = [...d]
        slipped[place] = ((d[place] ?? 0) + by) % 10
        // Rests 0 and 1 share the digit 0, so two of eleven slips can hide in one digit, not in both.
        const twin = ends.filter((end) => is(slipped.join('') + end))
        expect(is(slipped.join('') + fitting[0])).toBe(twin[0] === fitting[0])
      }
    )
    fc.assert(property, { numRuns: 200 })
  })

  test('of a card: one last digit of ten fits, and no single slip passes', () => {
    const property = fc.property(
      digits(14),
      fc.nat(13),
      fc.integer({ min: 1, max: 9 }),
      (d, at, by) => {
        const ends = (body: number[]) =>
          Array.from({ length: 10 }, (_, end) => end).filter((end) =>
            isCardNumber(`4${body.join('')}${end}`)
          )
        const [end, ...more] = ends(d)
        expect(more).toEqual([])
        const slipped = d.map((digit, place) => (place === at ? (digit + by) % 10 : digit))
        expect(ends(slipped)).not.toContain(end)
      }
    )
    fc.assert(property)
  })

  test('of an IBAN: no single slip and no swap of neighbours passes', () => {
    const iban = 'DE89370400440532013000'
    for (let at = 4; at < iban.length; at++) {
      for (let digit = 0; digit < 10; digit++) {
        const slipped = `${iban.slice(0, at)}${digit}${iban.slice(at + 1)}`
        expect(isIban(slipped)).toBe(slipped === iban)
      }
      const [a = '', b = ''] = iban.slice(at, at + 2)
      const swapped = `${iban.slice(0, at)}${b}${a}${iban.slice(at + 2)}`
      expect(isIban(swapped)).toBe(swapped === iban)
    }
  })
})

describe('personal data in a text', () => {
  test.each<[string, ...[string, string, boolean | null][]]>([
    [
      'CPF 111.444.777-35, ou 11144477735.',
      ['cpf', '111.444.777-35', true],
      ['cpf', '11144477735', true]
    ],
    ['O CPF 111.444.777-36 está errado.', ['cpf', '111.444.777-36', false]],
    ['Pedido 11144477736.'],
    ['CNPJ 00.000.000/0001-91', ['cnpj', '00.000.000/0001-91', true]],
    ['CNPJ 12.ABC.345/01DE-35', ['cnpj', '12.ABC.345/01DE-35', true]],
    ['Write to ana.souza+x@example.com.br.', ['email', 'ana.souza+x@example.com.br', null]],
    ['not@an address, nor a..b@example.com'],
    ['Ligue (11) 98765-4321', ['phone', '(11) 98765-4321', true]],
    ['Ligue (11) 9 8765-4321 já', ['phone', '(11) 9 8765-4321', true]],
    ['Ligue (10) 98765-4321', ['phone', '(10) 98765-4321', false]],
    ['Call +44 20 7946 0958 now', ['phone', '+44 20 7946 0958', true]],
    ['+55 21 3333-4444', ['phone', '+55 21 3333-4444', true]],
    ['card 4111 1111 1111 1111', ['card', '4111 1111 1111 1111', true]],
    ['card 4111 1111 1111 1112'],
    ['IBAN DE89 3704 0044 0532 0130 00.', ['iban', 'DE89 3704 0044 0532 0130 00', true]],
    [
      'from 192.168.0.1, to 2001:db8::1',
      ['ipAddress', '192.168.0.1', true],
      ['ipAddress', '2001:db8::1', true]
    ],
    ['version 1.2.3.4.5, at 12:30, 256.1.1.1'],
    ['Born on 12 March 1990 in Olinda', ['birthDate', '12 March 1990', true]],
    ['She was born March 12, 1990.', ['birthDate', 'March 12, 1990', true]],
    ['Nascida em 12 de março de 1990', ['birthDate', '12 de março de 1990', true]],
    ['Data de nascimento: 30/02/1990', ['birthDate', '30/02/1990', false]],
    ['The meeting is on 12/03/1990.'],
    ['The firstborn of 12 dogs']
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('is told without overlaps, in order, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.stringMatching(/^[\d.:+()@ /-]{0,24}$/),
      fc.constantFrom('111.444.777-35', 'a@b.co', 'born ', '4111 1111 1111 1111', '::1')
    )
    const property = fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      let last = 0
      for (const { start, end } of findPii(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    })
    fc.assert(property, { numRuns: 500 })
  })

  test.each([
    '1'.repeat(200_000),
    '1.'.repeat(100_000),
    'a.'.repeat(100_000),
    'a@b.co '.repeat(30_000),
    'born '.repeat(40_000),
    '+1 '.repeat(60_000),
    ':'.repeat(200_000)
  ])('is looked for in linear time (%#)', (text) => {
    const start = performance.now()
    findPii(text)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})
