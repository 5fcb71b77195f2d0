import type { Answer } from './wx.ts';

type Callback = (result: unknown) => void;

/**
 * `wx.request` as WeChat carries it, over real HTTP to the server at `api`, wherever the bundle was built to find it.
 * WeChat sends an object as JSON, parses what looks like JSON, and fails only when nothing came back.
 */
export const requestTo =
  (api: string): Answer =>
  (options) => {
    const { url, method = 'GET', data, header, success, fail, complete } = options;
    const done = (how: unknown, result: unknown) => {
      (how as Callback | undefined)?.(result);
      (complete as Callback | undefined)?.(result);
    };
    const exchange = async () => {
      const answer = await fetch(String(url).replace(/^https?:\/\/[^/]+\/api/, api), {
        method: String(method),
        headers: header as Record<string, string>,
        ...(method !== 'GET' && data !== undefined && { body: JSON.stringify(data) }),
      });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
      const headers = Object.fromEntries(answer.headers);
      return {
        statusCode: answer.status,
        data: isJson ? JSON.parse(text) : text,
        header: headers,
        errMsg: 'request:ok',
      };
    };
    exchange().then(
      (result) => done(success, result),
      (error: unknown) => done(fail, { errMsg: `request:fail ${String(error)}` }),
    );
    return { abort: () => undefined, onHeadersReceived: () => undefined };
  };
