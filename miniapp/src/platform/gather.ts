/**
 * Runs at the first call, and once more at the end of `ms` if it was called again meanwhile: a burst becomes two runs,
 * the second of which sees everything.
 * @param later the device's timer
 */
export function gather(
  ms: number,
  run: () => void,
  later: (run: () => void, ms: number) => unknown = setTimeout,
): () => void {
  let isWaiting = false;
  let again = false;
  const begin = () => {
    isWaiting = true;
    again = false;
    run();
    later(() => {
      isWaiting = false;
      if (again) begin();
    }, ms);
  };
  return () => {
    if (isWaiting) again = true;
    else begin();
  };
}
