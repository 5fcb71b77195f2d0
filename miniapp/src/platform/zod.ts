import * as z from 'zod';

// zod 4 compiles its checks with `new Function`, which WeChat forbids. Imported first, before any schema.
z.config({ jitless: true });
