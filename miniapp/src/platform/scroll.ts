import Taro from '@tarojs/taro';

/** Shows the top of the page in front, without sliding: for a page that goes a step on in place. */
export function toTop(): void {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}

/** Brings the first field with an error into sight, once it is drawn. */
export function toFirstWrong(): void {
  const below = 90;
  setTimeout(() => {
    Taro.pageScrollTo({ selector: '.w-field--wrong', offsetTop: -below, duration: 0 }).catch(() => undefined);
  }, 60);
}
