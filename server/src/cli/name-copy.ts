/** Where a mended office file goes, beside the one it is a copy of: `letter.liaison.docx`. A copy is mended itself. */
export function nameCopy(location: string): string {
  return /\.liaison\.[^./]+$/i.test(location) ? location : location.replace(/(\.[^./]+)?$/, '.liaison$1');
}
