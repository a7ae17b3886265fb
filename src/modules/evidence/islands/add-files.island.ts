/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Photos are made smaller before they go over a slow line, and a voice is recorded on the page.
const longestSide = 1600
const mostSeconds = 600

for (const part of document.querySelectorAll<HTMLElement>('[data-evidence]')) improve(part)

function improve(part: HTMLElement): void {
  const photos = part.querySelector<HTMLInputElement>('input[name=photos]')
  photos?.addEventListener('change', () => void makeSmaller(photos))
  const recorder = part.querySelector<HTMLElement>('[data-recorder]')
  const voice = part.querySelector<HTMLInputElement>('input[name=voice]')
  const canRecord = 'MediaRecorder' in window && 'mediaDevices' in navigator
  if (recorder && voice && canRecord) offerRecorder(recorder, voice)
}

async function makeSmaller(input: HTMLInputElement): Promise<void> {
  const files = [...(input.files ?? [])]
  const smaller = await Promise.all(files.map(smallerPhoto))
  // Somebody chose others meanwhile.
  if ([...(input.files ?? [])].some((file, index) => file !== files[index])) return
  put(input, smaller)
}

/** The photo as it is where it cannot be drawn here, or would not become smaller. */
async function smallerPhoto(file: File): Promise<File> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = longestSide / Math.max(picture.width, picture.height)
    if (scale >= 1) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8))
    return made && made.size < file.size ? new File([made], file.name, { type: made.type }) : file
  } catch {
    return file
  }
}

function put(input: HTMLInputElement, files: readonly File[]): void {
  const list = new DataTransfer()
  for (const file of files) list.items.add(file)
  input.files = list.files
}

function offerRecorder(part: HTMLElement, input: HTMLInputElement): void {
  const record = part.querySelector<HTMLElement>('[data-record]')
  const stop = part.querySelector<HTMLElement>('[data-stop]')
  const says = part.querySelector<HTMLElement>('[data-says]')
  const heard = part.querySelector<HTMLAudioElement>('[data-heard]')
  if (!record || !stop || !says || !heard) return
  part.hidden = false
  record.addEventListener('click', async () => {
    try {
      const sound = await navigator.mediaDevices.getUserMedia({ audio: true })
      begin(sound)
    } catch {
      says.textContent = part.dataset.refused ?? ''
    }
  })

  function begin(sound: MediaStream): void {
    const machine = new MediaRecorder(sound, { audioBitsPerSecond: 24_000 })
    const pieces: Blob[] = []
    const began = Date.now()
    const clock = setInterval(() => tell(began, machine), 500)
    machine.addEventListener('dataavailable', ({ data }) => pieces.push(data))
    machine.addEventListener('stop', () => {
      clearInterval(clock)
      for (const track of sound.getTracks()) track.stop()
      keep(new Blob(pieces, { type: machine.mimeType }))
    })
    stop?.addEventListener('click', () => machine.stop(), { once: true })
    show(true)
    machine.start()
  }

  function tell(began: number, machine: MediaRecorder): void {
    const seconds = Math.floor((Date.now() - began) / 1000)
    const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
    if (says) says.textContent = `${part.dataset.running ?? ''} ${time}`
    if (seconds >= mostSeconds && machine.state === 'recording') machine.stop()
  }

  function keep(blob: Blob): void {
    const ending = blob.type.includes('mp4') ? 'm4a' : blob.type.includes('ogg') ? 'ogg' : 'webm'
    put(input, [new File([blob], `recording.${ending}`, { type: blob.type })])
    show(false)
    if (says) says.textContent = part.dataset.done ?? ''
    if (!heard) return
    heard.src = URL.createObjectURL(blob)
    heard.hidden = false
  }

  function show(isRunning: boolean): void {
    if (record) record.hidden = isRunning
    if (stop) stop.hidden = !isRunning
  }
}
