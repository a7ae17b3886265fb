/// <reference lib="dom" />
// What reads a QR code: the browser's own detector with the camera, or a script with a photo.

type Detector = { detect(from: ImageBitmapSource): Promise<{ readonly rawValue: string }[]> }
type DetectorKind = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

/** Null where this browser has none, as most have not. */
export async function findDetector(): Promise<Detector | null> {
  const kind = (window as unknown as { BarcodeDetector?: DetectorKind }).BarcodeDetector
  if (!kind || !navigator.mediaDevices) return null
  const formats: readonly string[] = await kind.getSupportedFormats().catch(() => [])
  return formats.includes('qr_code') ? new kind({ formats: ['qr_code'] }) : null
}

export type Scan = { stop(): void }

/** Looks through the camera until a code is seen, or somebody stops it. */
export async function scanWithCamera(
  video: HTMLVideoElement,
  detector: Detector,
  seen: (text: string) => void,
): Promise<Scan> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  video.srcObject = stream
  video.hidden = false
  await video.play()
  const timer = setInterval(async () => {
    const [found] = await detector.detect(video).catch(() => [])
    if (!found) return
    stop()
    seen(found.rawValue)
  }, 200)
  const stop = () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
    video.hidden = true
  }
  document.addEventListener('visibilitychange', () => document.hidden && stop(), { once: true })
  return { stop }
}

type Reader = { readPicture(pixels: ImageData): string | null }
const sides = [1200, 700, 2000]

/** The code in a photo; null where none is read. The reader is fetched when the first photo comes. */
export async function readPhoto(photo: File, readerAddress: string): Promise<string | null> {
  const { readPicture } = (await import(readerAddress)) as Reader
  const picture = await createImageBitmap(photo)
  for (const side of sides) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const context = canvas.getContext('2d')
    if (!context) return null
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const found = readPicture(context.getImageData(0, 0, canvas.width, canvas.height))
    if (found) return found
  }
  return null
}
