/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// Records a phrase on the page and puts it, as plain sound, into the field for files.
const rate = 16_000
const mostSeconds = 20

for (const part of document.querySelectorAll<HTMLElement>('[data-clip-recorder]')) offer(part)

function offer(part: HTMLElement): void {
  const record = part.querySelector<HTMLElement>('[data-record]')
  const stop = part.querySelector<HTMLElement>('[data-stop]')
  const says = part.querySelector<HTMLElement>('[data-says]')
  const heard = part.querySelector<HTMLAudioElement>('[data-heard]')
  const input = part.parentElement?.querySelector<HTMLInputElement>('input[name=clip]')
  const canRecord = 'MediaRecorder' in window && 'mediaDevices' in navigator
  if (!record || !stop || !says || !heard || !input || !canRecord) return
  part.hidden = false
  record.addEventListener('click', async () => {
    try {
      begin(await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } }))
    } catch {
      says.textContent = part.dataset.refused ?? ''
    }
  })

  function begin(sound: MediaStream): void {
    const machine = new MediaRecorder(sound)
    const pieces: Blob[] = []
    const end = setTimeout(() => machine.stop(), mostSeconds * 1000)
    machine.addEventListener('dataavailable', ({ data }) => pieces.push(data))
    machine.addEventListener('stop', async () => {
      clearTimeout(end)
      for (const track of sound.getTracks()) track.stop()
      keep(await plainSound(new Blob(pieces, { type: machine.mimeType })))
    })
    stop?.addEventListener('click', () => machine.stop(), { once: true })
    show(true)
    if (says) says.textContent = part.dataset.running ?? ''
    machine.start()
  }

  function keep(wav: Blob): void {
    const list = new DataTransfer()
    list.items.add(new File([wav], 'clip.wav', { type: 'audio/wav' }))
    if (input) input.files = list.files
    show(false)
    if (says) says.textContent = part.dataset.done ?? ''
    if (!heard) return
    heard.src = URL.createObjectURL(wav)
    heard.hidden = false
  }

  function show(isRunning: boolean): void {
    if (record) record.hidden = isRunning
    if (stop) stop.hidden = !isRunning
  }
}

/** One channel, 16 bits, 16,000 a second, whatever the browser recorded. */
async function plainSound(recorded: Blob): Promise<Blob> {
  const decoded = await new AudioContext().decodeAudioData(await recorded.arrayBuffer())
  const offline = new OfflineAudioContext(1, Math.ceil(decoded.duration * rate), rate)
  const source = offline.createBufferSource()
  source.buffer = decoded
  source.connect(offline.destination)
  source.start()
  const samples = (await offline.startRendering()).getChannelData(0)
  const bytes = new DataView(new ArrayBuffer(44 + samples.length * 2))
  const text = (at: number, word: string) => {
    for (const [index, letter] of [...word].entries())
      bytes.setUint8(at + index, letter.charCodeAt(0))
  }
  text(0, 'RIFF')
  bytes.setUint32(4, 36 + samples.length * 2, true)
  text(8, 'WAVEfmt ')
  bytes.setUint32(16, 16, true)
  bytes.setUint16(20, 1, true)
  bytes.setUint16(22, 1, true)
  bytes.setUint32(24, rate, true)
  bytes.setUint32(28, rate * 2, true)
  bytes.setUint16(32, 2, true)
  bytes.setUint16(34, 16, true)
  text(36, 'data')
  bytes.setUint32(40, samples.length * 2, true)
  for (const [index, sample] of samples.entries())
    bytes.setInt16(44 + index * 2, Math.max(-1, Math.min(1, sample)) * 32_767, true)
  return new Blob([bytes.buffer], { type: 'audio/wav' })
}
