export default definePageConfig({ navigationBarTitleText: '谁收不到消息' });
