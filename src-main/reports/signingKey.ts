// The key that this data folder signs reports with: Ed25519 (RFC 8032), made when it is first needed.
// It shows that a report was not changed since it was signed here; not who sat before the machine, nor
// that its clock was right.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomically } from '../base/atomicFile'
import { fileError, LetheError } from '../base/errors'

export interface SigningKey {
  readonly privateKey: KeyObject
  readonly publicKey: string // SPKI, Base64
}

const keyFile = 'signing-key.pem'

/** @throws LetheError fileMalformed, folderNotWritable, diskFull */
export async function signingKey(dataFolder: string): Promise<SigningKey> {
  const path = join(dataFolder, keyFile)
  try {
    const pem = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return null
    })
    return pem === null ? await makeKey(path) : keyOf(pem, path)
  } catch (error) {
    throw fileError(error, path)
  }
}

async function makeKey(path: string): Promise<SigningKey> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await writeFileAtomically(path, (file) => file.writeFile(pem), 0o600)
  return keyOf(pem, path)
}

function keyOf(pem: string, path: string): SigningKey {
  let privateKey: KeyObject
  try {
    privateKey = createPrivateKey(pem)
  } catch (cause) {
    throw new LetheError('fileMalformed', { path, reason: { code: 'valueForm' } }, { cause })
  }
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new LetheError('fileMalformed', { path, reason: { code: 'valueForm' } })
  return { privateKey, publicKey: base64Of(createPublicKey(privateKey)) }
}

/** As people compare keys: the first 16 hexadecimal digits of the SHA-256 of the SPKI. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16)
}

/** A PEM file, or the Base64 that stands in a report. @throws LetheError fileMalformed */
export function publicKeyIn(text: string, path: string): string {
  try {
    const isPem = text.includes('-----BEGIN')
    const key = isPem ? createPublicKey(text) : publicKeyOf(text.trim())
    if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('another kind of key')
    return base64Of(key)
  } catch (cause) {
    throw new LetheError('fileMalformed', { path, reason: { code: 'valueForm' } }, { cause })
  }
}

export function publicKeyOf(base64: string): KeyObject {
  return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
}

function base64Of(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('base64')
}
