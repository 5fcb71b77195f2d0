export default definePageConfig({ navigationBarTitleText: '改排班' });
