import { useEffect, useState } from 'react';
import { onWeb } from './target.ts';

/** From this width on a list and what it opens have room beside each other. */
const wideFrom = 1000;
const isWide = (): boolean => onWeb && window.innerWidth >= wideFrom;

/** True on a desk's screen; in WeChat and on a phone never. Follows the window. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide);
  useEffect(() => {
    if (!onWeb) return;
    const look = () => setWide(isWide());
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, []);
  return wide;
}
