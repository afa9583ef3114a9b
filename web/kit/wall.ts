/** The browser's own clock in epoch milliseconds. The only place of the web that reads it: all business time is `useHospitalNow`. */
export function wallNow(): number {
  return performance.timeOrigin + performance.now();
}
