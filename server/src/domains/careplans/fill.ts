/** What stands in for the holes of a message; the pack check allows no other holes. */
export interface Holes {
  readonly form_of_address: string;
  readonly day_number: string;
  readonly ward_phone: string;
  readonly hospital: string;
  readonly clinician: string;
}

/** Fills the holes of one text. A hole nobody knows is left empty rather than shown with its brackets. Pure. */
export function fill(text: string, holes: Holes): string {
  const known = new Map<string, string>(Object.entries(holes));
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => known.get(name) ?? '');
}
