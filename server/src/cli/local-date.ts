/** The day on the calendar of whoever sits at this machine, as an ISO date. */
export function todayHere(now = new Date()): string {
  const pad = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
