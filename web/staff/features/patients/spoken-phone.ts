/** A dialable number as people read it: +8613800000000 → 138 0000 0000, +862155550101 → 021 5555 0101; others as they are. */
export function spokenPhone(phone: string): string {
  const mobile = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(phone);
  if (mobile) return mobile.slice(1).join(' ');
  const landline = /^\+86(10|2\d|[3-9]\d{2})(\d{3,4})(\d{4})$/.exec(phone);
  return landline ? `0${landline.slice(1).join(' ')}` : phone;
}
