export default definePageConfig({ navigationBarTitleText: '指派志愿者' });
