const dayLength = 24 * 60 * 60 * 1000;

/** Whether a text is a day that the calendar has, written as `2027-06-30`. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The ISO 8601 week of a day, and the Monday that it begins on: `2026-W10` from `2026-03-02`. The day must be one of the calendar. */
export function isoWeekOf(day: string): { readonly week: string; readonly monday: string } {
  const time = Date.parse(`${day}T00:00:00Z`);
  // Sunday is the last day of a week; the week belongs to the year of its Thursday.
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  const monday = time - sinceMonday * dayLength;
  const year = new Date(monday + 3 * dayLength).getUTCFullYear();
  const number = Math.floor((monday + 3 * dayLength - Date.UTC(year, 0, 1)) / (7 * dayLength)) + 1;
  return { week: `${year}-W${String(number).padStart(2, '0')}`, monday: new Date(monday).toISOString().slice(0, 10) };
}
