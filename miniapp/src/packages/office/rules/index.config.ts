export default definePageConfig({ navigationBarTitleText: '街道规定' });
