// Hands a file over to the browser, which asks where or puts it among the downloads.

export function saveFile(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export function blobOf(base64: string, type: string): Blob {
  const binary = atob(base64)
  return new Blob([Uint8Array.from(binary, (sign) => sign.charCodeAt(0))], { type })
}
