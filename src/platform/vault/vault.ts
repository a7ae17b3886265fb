import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/** A person's data key, in the clear only in memory. */
export type DataKey = { readonly bytes: Buffer; readonly secret: KeyObject }

/**
 * Encrypts personal content under a key per person, each wrapped by the master key.
 * Without the master key, or after a person's key was destroyed, nothing can be read.
 */
export type Vault = {
  newKey(): { key: DataKey; wrapped: Buffer }
  unwrap(wrapped: Uint8Array): DataKey
  seal(key: DataKey, text: string): Buffer
  open(key: DataKey, sealed: Uint8Array): string
  sealBytes(key: DataKey, bytes: Uint8Array): Buffer
  openBytes(key: DataKey, sealed: Uint8Array): Buffer
  /** Proves later what a content said, without holding it; dies with the person's key. */
  contentHash(key: DataKey, text: string): Buffer
  /** Equal values give equal indexes: finds a phone number without decrypting any. */
  blindIndex(kind: string, normalised: string): Buffer
  /** A key for short-lived things, derived from a secret that only the client keeps. */
  keyFrom(secret: string, purpose: string): DataKey
}

export function makeVault(masterKey: Buffer): Vault {
  const wrapping = derive(createSecretKey(masterKey), 'become/wrap').secret
  const indexing = derive(createSecretKey(masterKey), 'become/index').secret
  return {
    newKey() {
      const key = dataKey(randomBytes(32))
      return { key, wrapped: encrypt(wrapping, key.bytes) }
    },
    unwrap: (wrapped) => dataKey(decrypt(wrapping, wrapped)),
    seal: (key, text) => encrypt(key.secret, Buffer.from(text, 'utf8')),
    open: (key, sealed) => decrypt(key.secret, sealed).toString('utf8'),
    sealBytes: (key, bytes) => encrypt(key.secret, bytes),
    openBytes: (key, sealed) => decrypt(key.secret, sealed),
    contentHash: (key, text) => hmac(derive(key.secret, 'become/content').secret, text),
    blindIndex: (kind, normalised) => hmac(indexing, `${kind}\0${normalised}`),
    keyFrom: (secret, purpose) =>
      derive(createSecretKey(Buffer.concat([masterKey, Buffer.from(secret)])), `become/${purpose}`),
  }
}

/** A key object is made once: making one of the bytes at each use took seven times as long. */
const dataKey = (bytes: Buffer): DataKey => ({ bytes, secret: createSecretKey(bytes) })

const derive = (secret: KeyObject, purpose: string): DataKey =>
  dataKey(Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)))

const hmac = (key: KeyObject, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'utf8').digest()

/** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text. */
function encrypt(key: KeyObject, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

function decrypt(key: KeyObject, sealed: Uint8Array): Buffer {
  // Without the length, Node would take a shorter and so guessable tag, too.
  const nonce = sealed.subarray(0, 12)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
