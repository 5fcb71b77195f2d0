/** True in the web build. A build-time constant: the other target's branch is dropped from the bundle. */
export const onWeb = process.env.TARO_ENV === 'h5';
