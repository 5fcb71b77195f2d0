import { ChannelRefused, type RefusedKind } from './channel.ts';

const TIMEOUT_MS = 4_500;

export interface AliyunAccess {
  accessKeyId: string;
  accessKeySecret: string;
  /** Host of the provider; `http://host:port` reaches a stand-in without TLS. */
  endpoint: string;
}

/** One call of an RPC service; the answer's body. Throws `ChannelRefused` by the provider's code. */
export type AliyunCall = (action: string, query: Record<string, string>) => Promise<Record<string, unknown>>;

const codes: readonly (readonly [RegExp, RefusedKind])[] = [
  [/LIMIT_CONTROL|BLACK_LIST|FLOW_LIMIT|OUT_OF_SERVICE_AMOUNT/i, 'quota'],
  [/MOBILE_NUMBER_ILLEGAL|MOBILE_COUNT|CALLED_NUMBER|INVALID_PHONE|PHONE_NUMBER_ILLEGAL|VOIP_ILLEGAL/i, 'badAddress'],
  [/SYSTEM_ERROR|Throttling|ServiceUnavailable|InternalError|UnknownError/i, 'temporary'],
];

/** What a code of the provider means to us; one that is not known is permanent. */
export const meaningOf = (code: string): RefusedKind => codes.find(([known]) => known.test(code))?.[1] ?? 'permanent';

/**
 * The provider's own generic client, loaded when first used: it signs, times out and reads the answer. Its errors carry
 * a code when the provider answered; without one the connection failed.
 */
export function createAliyunCall(
  { accessKeyId, accessKeySecret, endpoint }: AliyunAccess,
  version: string,
): AliyunCall {
  const plain = endpoint.startsWith('http://');

  async function load() {
    const sdk = await import('@alicloud/openapi-client');
    // A CommonJS package: its class is the default export of the default export under Node's own loader.
    const Client =
      'default' in sdk.default ? (sdk.default as unknown as { default: typeof sdk.default }).default : sdk.default;
    const client = new Client(
      new sdk.Config({
        accessKeyId,
        accessKeySecret,
        endpoint: endpoint.replace(/^https?:\/\//, ''),
        protocol: plain ? 'HTTP' : 'HTTPS',
        connectTimeout: TIMEOUT_MS,
        readTimeout: TIMEOUT_MS,
      }),
    );
    return { client, sdk };
  }
  let loaded: ReturnType<typeof load> | undefined;

  return async (action, query) => {
    try {
      loaded ??= load();
      const { client, sdk } = await loaded;
      const params = new sdk.Params({
        ...{ action, version, protocol: plain ? 'HTTP' : 'HTTPS', pathname: '/', method: 'POST', authType: 'AK' },
        ...{ style: 'RPC', reqBodyType: 'formData', bodyType: 'json' },
      });
      // Null runtime options: those of the client above.
      const runtime = { autoretry: false } as never;
      const { body } = (await client.callApi(params, new sdk.OpenApiRequest({ query }), runtime)) as never as {
        body: Record<string, unknown>;
      };
      const code = String(body?.Code ?? 'no code');
      if (code !== 'OK') throw new ChannelRefused(meaningOf(code), code);
      return body;
    } catch (error) {
      if (error instanceof ChannelRefused) throw error;
      const { code, data } = error as { code?: unknown; data?: { statusCode?: number } };
      const failed = typeof code !== 'string' || (data?.statusCode ?? 0) >= 500 || /^E[A-Z]+$|Timeout/.test(code);
      // The provider's message may quote the number: only its code goes on.
      throw new ChannelRefused(failed ? 'temporary' : meaningOf(code), typeof code === 'string' ? code : 'network');
    }
  };
}
