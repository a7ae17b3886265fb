const most = 20

/**
 * The photos in a PDF, as a scanner makes one: a JPEG a page, as it is. Others are left out: whoever
 * reads them finds nothing, and a person looks.
 */
export function pdfPictures(pdf: Buffer): Buffer[] {
  const text = pdf.toString('latin1')
  const pictures: Buffer[] = []
  for (const { index, 0: word } of text.matchAll(/(?<!end)stream\r?\n/g)) {
    if (pictures.length === most) break
    const before = text.slice(Math.max(0, index - 2048), index)
    const about = before.slice(before.lastIndexOf(' obj') + 1)
    if (!/\/Subtype\s*\/Image\b/.test(about)) continue
    // Packed once more, or in another way: not taken apart here.
    if (!/\/Filter\s*(\[\s*)?\/DCTDecode\s*(\]|\/|>)/.test(about)) continue
    const from = index + word.length
    const end = text.indexOf('endstream', from)
    if (end > from) pictures.push(pdf.subarray(from, end))
  }
  return pictures
}
